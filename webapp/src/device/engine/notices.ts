/** What new entries of the control chain mean to people: every use of a card and every new device is told (P12). */

import type { Bytes } from '../../../../sync/bytes.ts'
import { areEqual } from '../../../../sync/bytes.ts'
import { type Entry, parse } from '../../../../sync/entry.ts'
import { LIE_CODES, type LieCode } from '../../../../sync/errors.ts'
import { device } from '../../../../sync/membership.ts'
import type { Member, NoticeKind } from '../stage.ts'
import type { Replica } from './replica.ts'

/** What each kind of lie that can be noticed is called on the screen: words/copy.ts has its sentences. */
export const ALARMS: Readonly<Record<LieCode, NoticeKind>> = {
  OMISSION: 'something held back',
  ROLLBACK: 'server lost something',
  FORK_CONTROL: 'server shows another history',
  FORK_DEVICE: 'copied storage',
  DIGEST_WRONG: 'copies differ',
  FINAL_BACK: 'removal cuts words',
}

/** The alarm behind why a connection ended; null where there is none. */
export function alarmOf(code: string | null): NoticeKind | null {
  const lie = LIE_CODES.find((known) => known === code)
  return lie === undefined ? null : ALARMS[lie]
}

interface News {
  readonly kind: NoticeKind
  readonly member: Member | null
}

/** Entries from before this device belonged, and its own coming in, are no news. */
export async function noticesOf(entries: readonly Bytes[], replica: Replica): Promise<readonly News[]> {
  const parsed = await Promise.all(entries.map((raw) => parse(raw, replica.parts.crypto)))
  const since = replica.self?.admittedN ?? Number.POSITIVE_INFINITY
  return parsed
    .filter(({ n, author }) => n > since && !areEqual(author, replica.keys.id))
    .flatMap((one) => newsOf(one, replica))
}

function newsOf({ operation, author }: Entry, replica: Replica): News[] {
  if (operation.op === 'card') return [{ kind: 'card added', member: operation.card.holder }]
  if (operation.op !== 'admit') return []
  const member = operation.device.members[0] ?? null
  return [{ kind: device(replica.state.value, author)?.paper ? 'card used' : 'device joined', member }]
}
