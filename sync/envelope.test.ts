import * as noble from '@noble/curves/ed25519.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { accept } from './acceptance.ts'
import { Authors, check } from './authorship.ts'
import { type Bytes, toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, itemOf, type JsonItem, vectors } from './cases.ts'
import type { Head } from './chain.ts'
import { type Item as CborItem, encode } from './encoding.ts'
import { ATTEST, openPayload, type Payload, parse, SNAPSHOT, seal } from './envelope.ts'
import { type Membership, replay } from './membership.ts'
import { parseAttest, parseNotice, parsePart, type Remark } from './remark.ts'
import { array } from './shape.ts'
import type { Item } from './yjs-update.ts'

interface JsonHead {
  readonly seq: number
  readonly hash: string
}
interface Cases {
  readonly entries: readonly string[]
  readonly epoch_key: string
  readonly devices: readonly { readonly ix: number; readonly id: string }[]
  readonly owners: readonly (readonly [client: number, ix: number, end: number])[]
  readonly types: readonly (readonly [client: number, clock: number])[]
  readonly good: readonly {
    readonly name: string
    readonly header: JsonItem
    readonly schema: number
    readonly ts: number
    readonly update: string | null
    readonly remark: JsonItem
    readonly nonce: string
    readonly signing_seed: string
    readonly record: string
    readonly hash: string
    readonly head: JsonHead
    readonly last_ctl: number
  }[]
  readonly refused: readonly {
    readonly name: string
    readonly record: string
    readonly known: number
    readonly head: JsonHead
    readonly last_ctl: number
    readonly code: string
  }[]
}

const cases = vectors<Cases>('envelope')
const epochKey = fromHex(cases.epoch_key)
const entries = cases.entries.map(fromHex)
const headOf = ({ seq, hash }: JsonHead): Head => ({ seq, hash: fromHex(hash) })

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  /** The state after so many entries. */
  const states = new Map<number, Membership>()

  beforeAll(async () => {
    for (const known of new Set([entries.length, ...cases.refused.map((each) => each.known)])) {
      states.set(known, await replay(entries.slice(0, known), crypto))
    }
  })

  /** The whole of README.md section 4, in its order. */
  async function take(
    raw: Bytes,
    known: number,
    head: Head,
    lastCtl: number,
  ): Promise<{ head: Head; payload: Payload }> {
    const state = states.get(known)
    if (state === undefined) throw new TypeError('no such state')
    const record = await parse(raw, crypto)
    const after = await accept(record, state, head, lastCtl, crypto)
    const payload = await openPayload(record, epochKey, crypto)
    if (payload.update !== null) check(payload.update, record.header.by, record.header.device, authorsSoFar())
    return { head: after, payload }
  }

  test.each(cases.good)('$name', async (given) => {
    const { header, headerBytes } = await parse(fromHex(given.record), crypto)
    const { head, payload } = await take(fromHex(given.record), entries.length, headOf(given.head), given.last_ctl)
    const update = given.update === null ? null : fromHex(given.update)
    const remark = given.remark === null ? undefined : remarkOf(header.kind, array(itemOf(given.remark)))
    expect(payload).toEqual({ schema: given.schema, ts: given.ts, update, remark })
    expect(toHex(head.hash)).toBe(given.hash)

    expect(headerBytes).toEqual(encode(itemOf(given.header)))
    const key = await crypto.signingKeyFromSeed(fromHex(given.signing_seed))
    const sealed = await seal(header, payload, epochKey, key, fromHex(given.nonce), crypto)
    expect(toHex(sealed.raw)).toBe(given.record)
    expect(toHex(sealed.hash)).toBe(given.hash)
  })

  test.each(cases.refused)('$code: $name', async ({ record, known, head, last_ctl, code }) => {
    expect(await codeOf(() => take(fromHex(record), known, headOf(head), last_ctl))).toBe(code)
  })

  test('a record larger than 64 KiB is never made', async () => {
    const [given] = cases.good
    if (given === undefined) throw new TypeError('no good record')
    const { header } = await parse(fromHex(given.record), crypto)
    const key = await crypto.signingKeyFromSeed(fromHex(given.signing_seed))
    const payload = { schema: 1, ts: 1, update: new Uint8Array(65_000) }
    expect(await codeOf(() => seal(header, payload, epochKey, key, new Uint8Array(12), crypto))).toBe('TOO_LARGE')
    expect(await codeOf(() => seal(header, payload, epochKey, key, new Uint8Array(11), crypto))).toBe('MALFORMED')
  })
})

function remarkOf(kind: number, items: readonly CborItem[]): Remark {
  if (kind === SNAPSHOT) return parsePart(items)
  return kind === ATTEST ? parseAttest(items) : parseNotice(items)
}

/** What the records before have shown. */
function authorsSoFar(): Authors {
  const authors = new Authors()
  for (const [client, ix, end] of cases.owners) {
    const id = cases.devices.find((device) => device.ix === ix)?.id ?? ''
    const made = cases.types.filter(([maker]) => maker === client)
    const items = made.map(([, clock]): Item => {
      const nowhere = { origin: null, rightOrigin: null, parent: null, key: null }
      return { client, clock, length: 1, ...nowhere, content: 'type', values: [] }
    })
    authors.learn(fromHex(id), { ranges: [[client, 0, end]], items, deletes: [] })
  }
  return authors
}
