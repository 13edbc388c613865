/** What stands on the small card of one outing. */

import type { Document, Outing } from '../../../sync/document.ts'
import { whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** What was said of it. Worries, views, what is in the way, and who was put away or has died are on no card. */
export function linesOf(outing: Outing, document: Document): readonly (readonly [string, string])[] {
  const { out } = words
  const stays = new Set(document.people.flatMap(({ id, archived, died }) => (archived || died ? [id] : [])))
  const coming = document.supports.filter(
    ({ outing: of, archived, asked, kind, who }) =>
      of === outing.id &&
      !archived &&
      asked === 'yes' &&
      ['come along', 'meet there', 'buddy', 'lift'].includes(kind) &&
      !(who.kind === 'person' && stays.has(who.id)),
  )
  const names = [
    ...document.people.filter(({ id }) => outing.people.includes(id) && !stays.has(id)).map(({ name }) => name),
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
