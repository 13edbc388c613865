import * as noble from '@noble/curves/ed25519.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bytes, toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import type { By } from './envelope.ts'
import * as membership from './membership.ts'
import { apply, begin, type Membership } from './membership.ts'

type Question = { readonly name: string; readonly chain: string; readonly length: number; readonly answer: unknown } & (
  | { readonly ask: 'may_write'; readonly device: string; readonly by: By }
  | { readonly ask: 'may_admit_for'; readonly device: string; readonly members: readonly number[] }
  | { readonly ask: 'at'; readonly ctl: string }
  | { readonly ask: 'epoch_at'; readonly n: number }
  | { readonly ask: 'owner_has_own_way_in' }
)
interface Cases {
  readonly chains: readonly {
    readonly name: string
    readonly space: string | null
    readonly entries: readonly string[]
    readonly state: unknown
  }[]
  readonly refused: readonly {
    readonly name: string
    readonly chain: string
    readonly length: number
    readonly space: string | null
    readonly entry: string
    readonly code: string
  }[]
  readonly questions: readonly Question[]
}

const cases = vectors<Cases>('membership')
const hexOrNull = (hex: string | null) => (hex === null ? null : fromHex(hex))

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  /** By name of chain, the state after each of its entries. */
  const stories = new Map<string, Membership[]>()

  async function follow(chain: string, length: number, entry: Bytes, space: Bytes | null): Promise<Membership> {
    if (length === 0) return begin(entry, crypto, space)
    const before = stories.get(chain)?.[length - 1]
    if (before === undefined) throw new TypeError(`${chain} has no ${length} entries`)
    return apply(before, entry, crypto)
  }

  beforeAll(async () => {
    for (const { name, entries, space } of cases.chains) {
      const states: Membership[] = []
      stories.set(name, states)
      for (const entry of entries) states.push(await follow(name, states.length, fromHex(entry), hexOrNull(space)))
    }
  })

  test.each(cases.chains)('$name', ({ name, state }) => {
    const states = stories.get(name) ?? []
    expect(jsonOf(states[states.length - 1])).toEqual(state)
  })

  test.each(cases.refused)('$code: $name ($chain, $length)', async ({ chain, length, space, entry, code }) => {
    expect(await codeOf(() => follow(chain, length, fromHex(entry), hexOrNull(space)))).toBe(code)
  })

  test.each(cases.questions)('$name', (question) => {
    const state = stories.get(question.chain)?.[question.length - 1]
    if (state === undefined) throw new TypeError('no such state')
    expect(answerTo(question, state)).toEqual(question.answer)
  })
})

function answerTo(question: Question, state: Membership): unknown {
  switch (question.ask) {
    case 'may_write':
      return membership.mayWrite(state, fromHex(question.device), question.by)
    case 'may_admit_for':
      return membership.mayAdmitFor(state, fromHex(question.device), question.members)
    case 'at':
      return membership.at(state, fromHex(question.ctl))
    case 'epoch_at':
      return membership.epochAt(state, question.n)
    case 'owner_has_own_way_in':
      return membership.ownerHasOwnWayIn(state)
  }
}

function jsonOf(state: Membership | undefined): unknown {
  return (
    state && {
      space: toHex(state.space),
      n: state.n,
      head: toHex(state.head),
      members: state.members,
      nonce: toHex(state.nonce),
      devices: state.devices.map(({ ix, id, ed, x, members, paper, holder, introducedBy, admittedN }) => ({
        ...{ ix, id: toHex(id), ed: toHex(ed), x: toHex(x), members, paper, holder },
        introduced_by: introducedBy,
        admitted_n: admittedN,
      })),
      epochs: state.epochs.map(({ n, commitment }) => ({ n, commitment: toHex(commitment) })),
      invites: state.invites.map(({ id, hash, sign, box, members, expires, open }) => ({
        ...{ id: toHex(id), hash: toHex(hash), sign: toHex(sign), box: toHex(box), members, expires, open },
      })),
    }
  )
}
