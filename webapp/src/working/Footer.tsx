/** The foot of every screen that shows what is kept: leaving, where the words are, who can open it, and help. */

import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { SyncWords } from './SyncWords.tsx'
import type { WhereWordsAre } from './where-words.ts'

export interface FooterProps {
  readonly document: Document
  /** Whose hands may write on this device. */
  readonly members: readonly number[]
  /** Where the words are; null while nothing is kept. */
  readonly state: WhereWordsAre | null
  readonly onLeave: () => void
  readonly onUrgentHelp: () => void
  /** Left out in the demo: there is nothing to open. */
  readonly onWhoCanOpen?: (() => void) | undefined
}

export function Footer(props: FooterProps) {
  return (
    <footer class="app-footer">
      <Button kind="link" onPress={props.onLeave}>
        {words.working.leave}
      </Button>
      {props.state !== null && <SyncWords state={props.state} document={props.document} members={props.members} />}
      {props.onWhoCanOpen !== undefined && (
        <span class="app-footer__who">
          <span class="app-footer__between">{words.working.between}</span>
          <Button kind="link" onPress={props.onWhoCanOpen}>
            {words.doors.whoTitle}
          </Button>
        </span>
      )}
      <span class="app-footer__urgent">
        <Button kind="link" onPress={props.onUrgentHelp}>
          {words.working.urgent}
        </Button>
      </span>
    </footer>
  )
}
