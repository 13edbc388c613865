/**
 * A record that cannot be used (P23): whoever finds it tells its author; the author looks for itself, by the rules of today, and
 * only where its own chain ends there goes on under other keys. sync/README.md section 4, "Repair".
 */

import { areEqual } from '../../../../sync/bytes.ts'
import { isSignedBy, parse, type Record } from '../../../../sync/envelope.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device } from '../../../../sync/membership.ts'
import type { Notice } from '../../../../sync/remark.ts'
import { type Device, isActive } from '../../../../sync/rights.ts'
import type { AsideRecord, KnownNotice } from '../store/store.ts'
import { Lost } from './channel.ts'
import { judgedAfresh } from './judging-afresh.ts'
import type { Replica } from './replica.ts'
import { hasGivenUp, putNotice } from './sealing.ts'
import { goOn, type Offer } from './succession.ts'
import { settleUprooted } from './uprooted.ts'

/** What only the author's hand can have done. A server can alter a copy, and there is another remedy for a fork. */
const OF_THE_AUTHOR: ReadonlySet<string> = new Set([
  'CTL_BACK',
  'SPACE_CLOSED',
  'EPOCH_WRONG',
  'NOT_ALLOWED',
  'DECRYPT_BAD',
  'ACTOR_WRONG',
])

/** Says of each record that failed here what nobody has said yet. Whether anything was said. Raises DeviceError. */
export function giveNotices(replica: Replica): Promise<boolean> {
  return replica.turns.take(async () => {
    let isSaid = false
    for (const record of replica.aside.all.filter(({ why }) => OF_THE_AUTHOR.has(why))) {
      const notice = await noticeOf(record, replica)
      if (notice !== null && (await putNotice(replica, notice))) isSaid = true
    }
    return isSaid
  })
}

async function noticeOf({ bytes, why }: AsideRecord, replica: Replica): Promise<Notice | null> {
  const { crypto } = replica.parts
  const record = await parse(bytes, crypto).catch(damaged)
  if (record === null) return null
  const { header } = record
  const author = device(replica.state.value, header.device)
  const head = replica.ledger.value.head(header.device)
  const isFirst = header.seq === head.seq + 1 && areEqual(header.prev, head.hash)
  if (author === null || !isActive(author) || author.ix === replica.self?.ix || !isFirst) return null
  const hasKey = replica.stored.epochs[header.epoch] !== undefined
  if (!hasKey || isSaid(author, record, replica) || !(await isSignedBy(record, author.ed, crypto))) return null
  return { type: 'notice', ix: author.ix, seq: header.seq, hash: record.hash, code: why }
}

/** By anyone, or by this device of any record in the same place: so nobody makes it say more by a second one. */
function isSaid({ ix }: Device, { header: { seq }, hash }: Record, { ledger, self }: Replica): boolean {
  const about = ledger.value.notices.filter((known) => known.ix === ix)
  const isSame = about.some((known) => known.seq === seq && areEqual(known.hash, hash))
  return isSame || about.some((known) => known.by === self?.ix && known.seq >= seq)
}

/**
 * Whether somebody says that they cannot use a record of this device's own, and nobody has looked yet. Nobody looks while words
 * are written upon what is ahead of the log: they could not all be said anew.
 */
function isInDoubt(replica: Replica): boolean {
  return !replica.ahead.isOn && !replica.doubts.isMuted.peek() && doubting(replica).length > 0
}

/** Whether something that was said or written here is to be looked over: with the next meeting, by `mend`. */
export function isToMend(replica: Replica): boolean {
  return isInDoubt(replica) || (!replica.ahead.isOn && hasGivenUp(replica))
}

function doubting({ self, keys, ledger, doubts }: Replica): readonly KnownNotice[] {
  const { seq } = ledger.value.head(keys.id)
  return ledger.value.notices.filter(
    (known) => known.ix === self?.ix && known.seq <= seq && !doubts.false.has(known.by),
  )
}

/**
 * Looks for itself, where somebody says that it should: nobody's word alone brings a device to go on. Raises Lost once it has
 * gone on, or once the document is to begin anew without another history (P19). Everything that the server has is here.
 */
export async function mend(replica: Replica, offer: Offer): Promise<void> {
  if (await settleUprooted(replica)) throw new Lost('the document begins anew')
  const told = isInDoubt(replica) ? doubting(replica) : []
  if (told.length === 0) return
  const named = await Promise.all(told.map((known) => isOwn(known, replica)))
  const { keys, self, state, doubts, ledger } = replica
  const final = ledger.value.head(keys.id)
  const good = named.includes(true) ? (await judgedAfresh(replica)).ledger.head(keys.id) : final
  if (good.seq >= final.seq) for (const { by } of told) doubts.false.add(by)
  else if (self === null || successions(state.value.devices, self) >= LIMITS.repairs) doubts.isMuted.value = true
  else await goOn(replica, { from: good.seq + 1, final, isAnew: true }, offer)
}

async function isOwn({ seq, hash }: KnownNotice, { parts }: Replica): Promise<boolean> {
  const [own] = await parts.store.ownFrom(seq, 1)
  return own?.seq === seq && areEqual((await parse(own.bytes, parts.crypto)).hash, hash)
}

/** How many devices have gone on, one for the other, to end with this one. */
function successions(devices: readonly Device[], { replaces }: Device): number {
  const before = replaces === null ? undefined : devices[replaces]
  return before === undefined ? 0 : 1 + successions(devices, before)
}

function damaged(error: unknown): null {
  if (error instanceof Damaged) return null
  throw error
}
