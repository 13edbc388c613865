/** Urgent help: the same on every screen, with no network, and on the lock screen. */

import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

export function UrgentHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title={words.doors.helpTitle} onClose={onClose}>
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
  )
}
