/** A small plain card for the pocket: when, where, whom to meet. Nothing on it says who made it, or why. */

import type { Document, Outing } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { printPage } from '../working/print-page.ts'
import { linesOf } from './card.ts'

interface CardSheetProps {
  readonly outing: Outing
  readonly document: Document
  readonly onClose: () => void
}

export function CardSheet({ outing, document, onClose }: CardSheetProps) {
  const { out } = words
  return (
    <Sheet
      title={out.card}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={printPage}>
          {out.print}
        </Button>
      }
    >
      <p class="app-soft">{out.cardHint}</p>
      <div class="app-page app-page--card">
        <h3 class="app-page__title">{brief(outing.what, out.untitled)}</h3>
        <dl class="app-stack app-stack--close">
          {linesOf(outing, document).map(([label, said]) => (
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
