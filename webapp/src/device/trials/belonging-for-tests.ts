/** Who belongs, changed by chance while everything else goes on: for tests only. Nobody waits for it, and it may come to nothing. */

import { rotate } from '../../../../sync/control.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { device, type Membership } from '../../../../sync/membership.ts'
import { isActive } from '../../../../sync/rights.ts'
import type { Chance } from '../../document/devices-for-tests.ts'
import { unixSeconds } from '../clock.ts'
import { Lost } from '../engine/channel.ts'
import { presentKeyOf } from '../engine/epoch-keys.ts'
import { DeviceError } from '../errors.ts'
import type { Schedule, Seat } from './schedule-for-tests.ts'

const MOST_SEATS = 5

/** The control chain as the owner's phone knows it, which is never taken out. */
export const chainOf = ({ seats }: Schedule): Membership | undefined => seats[1]?.device.engine.replica.state.value

/** Nobody has taken it out, as far as the owner's phone knows. */
export function belongs(schedule: Schedule, { device: { engine } }: Seat): boolean {
  const chain = chainOf(schedule)
  const known = chain && device(chain, engine.replica.keys.id)
  return known !== null && known !== undefined && isActive(known) && !engine.isRemoved.value
}

/** One act of somebody who sits there. Gives back what they try. */
export function changesWhoBelongs(schedule: Schedule, seat: Seat, chance: Chance): string {
  const { engine } = seat.device
  const { replica, removals } = engine
  const here = schedule.seats.filter((each) => belongs(schedule, each))
  const mayGo = here.filter((each) => each !== seat && each.name !== 'phone')
  const tries = (what: string, act: () => Promise<unknown>): string => {
    schedule.tries(`${seat.name}: ${what}`, act)
    return what
  }
  const dice = chance.below(100)
  if (dice < 40 && here.length > 2 && mayGo.length > 0) {
    const one = chance.pick(mayGo)
    const card = seat.name === 'phone' ? null : schedule.card
    const ix = one.device.engine.replica.self?.ix ?? -1
    return tries(`takes out the ${one.name}`, () => removals.remove([ix], [], card))
  }
  if (dice < 52 && here.length > 2 && seat.name !== 'phone')
    return tries('leaves', () => removals.leave(() => engine.flush()))
  if (dice < 68 && here.length < MOST_SEATS) return tries('sees another come by the card', () => schedule.comes())
  if (dice < 84 && !schedule.isToGoBack && replica.self?.members.length === 2) {
    const [members, card] = chance.pick([[[1], null] as const, [[0], schedule.card] as const])
    return tries(`becomes that of ${members[0]}`, () => removals.turn(replica.self?.ix ?? -1, members, card))
  }
  return tries('changes the key', () =>
    engine.extend((state) => {
      const epochKeys = { present: presentKeyOf(replica, state), next: replica.parts.crypto.randomBytes(32) }
      return rotate(state, replica.keys, epochKeys, unixSeconds(replica.parts.clock), replica.parts.crypto)
    }),
  )
}

/** What may come of a wish about who belongs: the server is away, or another's wish was first. */
export function isOrdinary(error: unknown): boolean {
  return error instanceof SyncError || error instanceof DeviceError || error instanceof Lost
}
