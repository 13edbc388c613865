/** The ways out that stay in reach while a sheet lies over the foot of the screen. Whoever shows the app says what they do. */

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { words } from '../words/en.ts'
import { Button } from './Button.tsx'

export interface Ways {
  /** Left out where nothing is open. */
  readonly onLeave?: (() => void) | undefined
  /** Left out in urgent help itself. */
  readonly onUrgentHelp?: (() => void) | undefined
}

export const WaysOut = createContext<Ways>({})

/** The last line of a sheet. */
export function WaysOutLine() {
  const { onLeave, onUrgentHelp } = useContext(WaysOut)
  if (onLeave === undefined && onUrgentHelp === undefined) return null
  return (
    <div class="app-sheet__out">
      {onLeave !== undefined && (
        <Button kind="link" onPress={onLeave}>
          {words.working.leave}
        </Button>
      )}
      {onUrgentHelp !== undefined && (
        <span class="app-sheet__urgent">
          <Button kind="link" onPress={onUrgentHelp}>
            {words.working.urgent}
          </Button>
        </span>
      )}
    </div>
  )
}
