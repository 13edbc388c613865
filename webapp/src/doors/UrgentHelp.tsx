/** Urgent help: the same on every screen, with no network, and on the lock screen. */

import { useContext } from 'preact/hooks'
import { Sheet } from '../kit/Sheet.tsx'
import { WaysOut } from '../kit/WaysOut.tsx'
import { words } from '../words/en.ts'
import { helping } from './helping.ts'

export function UrgentHelp() {
  const { onLeave } = useContext(WaysOut)
  if (!helping.value) return null
  return (
    <WaysOut.Provider value={{ onLeave }}>
      <Sheet title={words.doors.helpTitle} onClose={close}>
        <p>{words.doors.helpLead}</p>
        <ul class="app-stack">
          {words.doors.helpLines.map((line) => (
            <li key={line.href} class="app-help">
              <span class="app-help__name">{line.name}</span>
              <a class="app-help__line" href={line.href} rel="noreferrer">
                {line.what}
              </a>
            </li>
          ))}
        </ul>
        <p class="app-soft">{words.doors.helpDated}</p>
      </Sheet>
    </WaysOut.Provider>
  )
}

function close(): void {
  helping.value = false
}
