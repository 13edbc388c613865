/** Control chains of vectors/, followed entry by entry, and what is asked of them. For tests alone. */

import { type Bytes, toHex } from './bytes.ts'
import { codeOf, fromHex } from './cases.ts'
import type { Crypto } from './crypto.ts'
import type { By } from './envelope.ts'
import type { Membership } from './membership.ts'
import * as membership from './membership.ts'

export interface Chain {
  readonly name: string
  /** Null or absent: any. */
  readonly space?: string | null
  readonly entries: readonly string[]
  readonly state: unknown
}
export interface Refused {
  readonly name: string
  readonly chain: string
  readonly length: number
  readonly space?: string | null
  readonly entry: string
  readonly code: string
}
export type Question = {
  readonly name: string
  readonly chain: string
  readonly length: number
  readonly answer: unknown
} & (
  | { readonly ask: 'may_write'; readonly device: string; readonly by: By; readonly n?: number }
  | { readonly ask: 'may_admit_for'; readonly device: string; readonly members: readonly number[] }
  | { readonly ask: 'is_active'; readonly device: string; readonly n: number }
  | { readonly ask: 'at'; readonly ctl: string }
  | { readonly ask: 'epoch_at' | 'is_rotation_due_at' | 'is_closed_at'; readonly n: number }
  | { readonly ask: 'owner_has_own_way_in' }
)

const hexOrNull = (hex: string | null | undefined) => (hex ? fromHex(hex) : null)

export class Stories {
  readonly #crypto: Crypto
  readonly #states = new Map<string, Membership[]>()

  constructor(crypto: Crypto) {
    this.#crypto = crypto
  }

  async follow(chains: readonly Chain[]): Promise<void> {
    for (const { name, entries, space } of chains) {
      const states: Membership[] = []
      this.#states.set(name, states)
      for (const entry of entries) {
        states.push(await this.#next(name, states.length, fromHex(entry), hexOrNull(space)))
      }
    }
  }

  /** The state after so many entries; after all of them where no number is given. */
  state(chain: string, length?: number): Membership {
    const states = this.#states.get(chain) ?? []
    const state = states[(length ?? states.length) - 1]
    if (state === undefined) throw new TypeError(`${chain} has no such state`)
    return state
  }

  /** The code with which the entry is refused. */
  refusal({ chain, length, space, entry }: Refused): Promise<unknown> {
    return codeOf(() => this.#next(chain, length, fromHex(entry), hexOrNull(space)))
  }

  answer(question: Question): unknown {
    return answerTo(question, this.state(question.chain, question.length))
  }

  #next(chain: string, length: number, entry: Bytes, space: Bytes | null): Promise<Membership> {
    if (length === 0) return membership.begin(entry, this.#crypto, space)
    return membership.apply(this.state(chain, length), entry, this.#crypto)
  }
}

function answerTo(question: Question, state: Membership): unknown {
  switch (question.ask) {
    case 'may_write':
      return membership.mayWrite(state, fromHex(question.device), question.by, question.n ?? state.n)
    case 'may_admit_for':
      return membership.mayAdmitFor(state, fromHex(question.device), question.members)
    case 'is_active':
      return membership.isActive(state, fromHex(question.device), question.n)
    case 'at':
      return membership.at(state, fromHex(question.ctl))
    case 'epoch_at':
      return membership.epochAt(state, question.n)
    case 'is_rotation_due_at':
      return membership.isRotationDueAt(state, question.n)
    case 'is_closed_at':
      return membership.isClosedAt(state, question.n)
    case 'owner_has_own_way_in':
      return membership.ownerHasOwnWayIn(state)
  }
}

/** The state in the form of vectors/README.md. */
export function jsonOf(state: Membership): Record<string, unknown> {
  return {
    space: toHex(state.space),
    n: state.n,
    head: toHex(state.head),
    members: state.members,
    nonce: toHex(state.nonce),
    devices: state.devices.map((known) => ({
      ix: known.ix,
      id: toHex(known.id),
      ed: toHex(known.ed),
      x: toHex(known.x),
      members: known.members,
      paper: known.paper,
      holder: known.holder,
      introduced_by: known.introducedBy,
      admitted_n: known.admittedN,
      removed_n: known.removedN,
      final: known.final && { seq: known.final.seq, hash: toHex(known.final.hash) },
      replaces: known.replaces,
      stale: known.isStale,
      turned: known.turned.map(({ n, before }) => [n, before]),
    })),
    epochs: state.epochs.map(({ n, commitment }) => ({ n, commitment: toHex(commitment) })),
    invites: state.invites.map(({ id, hash, by, sign, box, members, expires, open }) => ({
      ...{ id: toHex(id), hash: toHex(hash), by, sign: toHex(sign), box: toHex(box), members, expires, open },
    })),
    removed_members: state.removedMembers,
    due_turns: state.dueTurns,
    close_turns: state.closeTurns,
    predecessor: state.predecessor && toHex(state.predecessor),
    successor: state.successor && toHex(state.successor),
    erased: state.isErased,
  }
}
