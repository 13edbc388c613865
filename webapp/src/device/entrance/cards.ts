/** Cards in an open place: another one is added, or one is looked at without changing anything. */

import type { CardSecret } from '../../../../sync/card.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { device } from '../../../../sync/membership.ts'
import { mayAddCard } from '../../../../sync/rights.ts'
import { authorOf } from '../engine/author.ts'
import type { Outcome } from '../stage.ts'
import { cardHolder, type OpenPlace } from './open-place.ts'

const DONE: Outcome = { ok: true }

/** With `by`, a card that is already one of theirs, the fresh one is for whoever holds that. */
export async function addCard(
  { engine, space }: OpenPlace,
  secret: CardSecret,
  by: CardSecret | null,
): Promise<Outcome> {
  const { state, self: here } = engine.replica
  const self = by === null ? here : device(state.peek(), (await authorOf(engine.replica, by)).id)
  const holder = self?.holder ?? cardHolder(space.members)
  if (!self || !mayAddCard(self, holder, state.peek().devices)) return { ok: false, why: 'notAllowed' }
  const { id } = (await secret.keys(engine.replica.parts.crypto)).device
  if (device(state.peek(), id)) return { ok: false, why: 'cardAlreadyThere' }
  await engine.admissions.addCard(secret, holder, engine.extend, by)
  return DONE
}

/** Raises what `admissions.tryCard` raises, but for a card that opens something else. */
export async function tryCard({ engine }: OpenPlace, secret: CardSecret): Promise<Outcome> {
  try {
    await engine.admissions.tryCard(secret)
    return DONE
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, why: 'cardOfAnother' }
    throw error
  }
}
