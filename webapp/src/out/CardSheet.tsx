/** A small plain card for the pocket: when, where, whom to meet. Nothing on it says who made it, or why. */

import type { Document, Outing } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { brief, whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { printPage } from '../working/print-page.ts'

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

/** What was said of it. Worries, views and what is in the way are on no card. */
function linesOf(outing: Outing, document: Document): readonly (readonly [string, string])[] {
  const { out } = words
  const coming = document.supports.filter(
    ({ outing: of, archived, asked, kind }) =>
      of === outing.id && !archived && asked === 'yes' && ['come along', 'meet there', 'buddy', 'lift'].includes(kind),
  )
  const names = [
    ...document.people.filter(({ id }) => outing.people.includes(id)).map(({ name }) => name),
    ...coming.map(({ who }) => whoWords(who, document)),
  ]
  const lines = [
    [out.cardWhen, [whenWords(outing.when), outing.time].filter((one) => one !== '').join(', ')],
    [out.cardWhere, outing.where],
    [out.cardMeet, outing.meet],
    [out.cardGetting, outing.getting],
    [out.cardCost, outing.cost],
    [out.cardWith, [...new Set(names)].join(', ')],
    [out.cardPhone, outing.phone],
    [out.cardPlanB, outing.plan_b],
  ] as const
  return lines.filter(([, said]) => said !== '')
}
