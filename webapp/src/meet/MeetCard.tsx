/** A small plain card for the pocket: when and where the two meet, and how they reach each other. Nothing on it says why. */

import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { printPage } from '../working/print-page.ts'

export function MeetCard({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const { meet, out } = words
  return (
    <Sheet
      title={meet.card}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={printPage}>
          {out.print}
        </Button>
      }
    >
      <p class="app-soft">{meet.cardHint}</p>
      <div class="app-page app-page--card">
        <h3 class="app-page__title">{meet.cardTitle}</h3>
        <dl class="app-stack app-stack--close">
          {linesOf(document).map(([label, said]) => (
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

/** What is arranged, and nothing else. */
function linesOf(document: Document): readonly (readonly [string, string])[] {
  const { meet, out } = words
  const lines = [
    [out.cardWhen, document.meeting],
    [out.cardWhere, document.meeting_place],
    ...document.phones.map((phone, member) => [callName(member, document), phone] as const),
    [meet.cardLate, document.late],
  ] as const
  return lines.filter(([, said]) => said !== '')
}
