/**
 * What has one name on both maps. By name alone, and kept nowhere: a tie between the two maps would tell for good whom the one who
 * helps knows among the people of the other, who can ask and hear it instead. Found only among what was shown to both, and looked for only once
 * both have said yes.
 */

import type { Document, Offer } from '../../../sync/document.ts'
import { isSameName } from '../help/names-given.ts'
import { shownHere } from '../offers/copies.ts'

/** A copy of a contact who said yes to being named. */
export function isNamed({ asked, name }: Offer): boolean {
  return asked === 'yes' && name !== ''
}

/** The names as they stand on the map of the two, each once. Who has died is not asked about, and what is missing is nobody. */
export function onBoth(document: Pick<Document, 'people' | 'offers'>): readonly string[] {
  const shown = shownHere(document).filter(isNamed)
  const here = document.people.filter(({ archived, died, kind }) => !archived && !died && kind !== 'missing')
  const both = here.filter(({ name }) => shown.some((offer) => isSameName(offer.name, name)))
  return both.map(({ name }) => name).filter((name, at, all) => all.findIndex((one) => isSameName(one, name)) === at)
}
