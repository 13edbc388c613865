/** A phone, a tablet or a card in plain words: whose it is, since when, and what let it in. */

import type { KnownDevice } from '../device/stage.ts'
import { words } from '../words/en.ts'
import { dayOf, nameOf } from './names.ts'

export function whatItIs(device: KnownDevice, names: readonly string[]): string {
  const [first = 0] = device.members
  if (device.paper) return words.doors.whoCard(nameOf(names, first))
  if (device.members.length > 1) return device.thisOne ? words.doors.whoThisShared : words.doors.whoShared
  return (device.thisOne ? words.doors.whoThisOwn : words.doors.whoOwn)(nameOf(names, first))
}

export function sinceWhen(device: KnownDevice): string {
  if (device.removed !== null) return words.who.goneOn(dayOf(device.removed))
  const since = device.introducedBy === null ? words.doors.whoFirst : words.doors.whoSince(dayOf(device.since))
  return device.here && !device.thisOne ? `${since} \u00b7 ${words.doors.whoHere}` : since
}

/** All there is to say about it: whose hand, what whoever holds it could do, since when, what let it in. */
export function factsOf(device: KnownDevice, all: readonly KnownDevice[], names: readonly string[]): readonly string[] {
  const say = words.who
  const name = nameOf(names, device.members[0] ?? 0)
  const use = device.paper
    ? [say.cardUse(name), say.cardHolds]
    : device.members.length > 1
      ? [say.sharedUse, say.sharedHolds]
      : [say.ownUse(name), say.ownHolds]
  const by = all.find(({ ix }) => ix === device.introducedBy)
  const since =
    by === undefined ? [say.fromStart] : [say.sinceDay(dayOf(device.since)), say.letInBy(whatItIs(by, names))]
  return [...use, ...since]
}
