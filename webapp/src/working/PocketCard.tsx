/** A small plain card for the pocket, to print. Nothing on it says who made it, or why. */

import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { printPage } from './print-page.ts'

interface PocketCardProps {
  /** Of the sheet. */
  readonly title: string
  readonly hint: string
  /** On the card itself. */
  readonly heading: string
  /** What a line is about, and what it says. */
  readonly lines: readonly (readonly [label: string, said: string])[]
  readonly onClose: () => void
}

export function PocketCard({ title, hint, heading, lines, onClose }: PocketCardProps) {
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={printPage}>
          {words.out.print}
        </Button>
      }
    >
      <p class="app-soft">{hint}</p>
      <div class="app-page app-page--card">
        <h3 class="app-page__title">{heading}</h3>
        <dl class="app-stack app-stack--close">
          {lines.map(([label, said]) => (
            <div key={label}>
              <dt class="app-soft">{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Sheet>
  )
}
