/** What new entries of the control chain mean to people: who came, who went, every use of a card, a new key (P12). */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { type Entry, parse } from '../../../../sync/entry.ts'
import { LIE_CODES, type LieCode } from '../../../../sync/errors.ts'
import { device } from '../../../../sync/membership.ts'
import { SAID_ANEW } from '../../../../sync/remark.ts'
import type { Device } from '../../../../sync/rights.ts'
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
  if (code === SAID_ANEW) return 'said anew'
  const lie = LIE_CODES.find((known) => known === code)
  return lie === undefined ? null : ALARMS[lie]
}

/** A card that more than its holder may have: it still opens, and it is time for a fresh one. */
export const STALE: NoticeKind = 'fresh card needed'

/** The stale card that let this device in; null where none did (P13: its first use asks for a fresh one). */
export function staleIntroducer({ self, state }: Replica): Device | null {
  const by = self === null || self.introducedBy === null ? undefined : state.value.devices[self.introducedBy]
  return by?.isStale && by.removedN === null ? by : null
}

interface News {
  readonly kind: NoticeKind
  readonly member: Member | null
}

/** Entries from before this device belonged, and its own, are no news. */
export async function noticesOf(entries: readonly Bytes[], replica: Replica): Promise<readonly News[]> {
  const parsed = await Promise.all(entries.map((raw) => parse(raw, replica.parts.crypto)))
  const since = replica.self?.admittedN ?? Number.POSITIVE_INFINITY
  return parsed
    .filter(({ n, author }) => n > since && !areEqual(author, replica.keys.id))
    .flatMap((one) => newsOf(one, replica))
}

function newsOf({ n, operation, author }: Entry, replica: Replica): News[] {
  const { devices } = replica.state.value
  switch (operation.op) {
    case 'card':
      return [{ kind: 'card added', member: operation.card.holder }]
    case 'admit': {
      const by = device(replica.state.value, author)
      const came: News = {
        kind: by?.paper ? 'card used' : 'device joined',
        member: operation.device.members[0] ?? null,
      }
      return by?.isStale ? [came, { kind: STALE, member: by.holder }] : [came]
    }
    case 'turn':
      return [{ kind: 'device turned', member: operation.members[0] ?? null }]
    case 'remove': {
      const people = operation.members.map((member): News => ({ kind: 'person removed', member }))
      const gone = devices.filter((known) => known.removedN === n)
      const stale = devices.filter((known) => known.isStale && wasIntroducedBy(known, gone))
      return [
        ...people,
        ...gone.map((known) => goneNews(known)),
        ...stale.map((card): News => ({ kind: STALE, member: card.holder })),
      ]
    }
    case 'rotate':
      return [{ kind: 'new key', member: null }]
    case 'close':
      return [{ kind: 'closed', member: null }]
    case 'reopen':
      return [{ kind: 'reopened', member: null }]
    default:
      return []
  }
}

function goneNews({ paper, members }: Device): News {
  return { kind: paper ? 'card cancelled' : 'device removed', member: members[0] ?? null }
}

function wasIntroducedBy(card: Device, devices: readonly Device[]): boolean {
  return devices.some(({ ix }) => ix === card.introducedBy)
}
