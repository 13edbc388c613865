/** What of somebody's own list stands in a pair's document: one copy of each contact, or two that two devices made at once. */

import type { Document, Offer } from '../../../sync/document.ts'

/** Every copy of one contact, also those that are put away; the same first one on every device. */
export function copiesOf({ offers }: Pick<Document, 'offers'>, contact: string): readonly Offer[] {
  return offers.filter(({ of }) => of !== '' && of === contact)
}

/** The copy that the two see of one contact. */
export function standingCopy(document: Pick<Document, 'offers'>, contact: string): Offer | undefined {
  return copiesOf(document, contact).find(({ archived }) => !archived)
}

/** What the two see: nobody is told of twice. */
export function shownHere({ offers }: Pick<Document, 'offers'>): readonly Offer[] {
  const here = offers.filter(({ archived }) => !archived)
  return here.filter(({ of }, at) => of === '' || here.findIndex((one) => one.of === of) === at)
}

/** What a copy says of whom it is of, as is true now. Whoever was not asked has no name in it. */
export function toldOf({ name, asked, kind, place }: Offer): Pick<Offer, 'name' | 'asked' | 'kind' | 'place'> {
  return { name: asked === 'yes' ? name : '', asked, kind, place }
}

export function isAsItIs(copy: Offer, contact: Offer): boolean {
  const { name, asked, kind, place } = toldOf(contact)
  const isThere = copy.place.ring === place.ring && copy.place.angle === place.angle
  return isThere && copy.name === name && copy.asked === asked && copy.kind === kind
}
