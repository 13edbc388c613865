/** A server that answers a card with a space of its own: refused, because the proof in it is not the card's (P1, P2). */

import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import { CardSecret } from '../../../../sync/card.ts'
import { genesis } from '../../../../sync/control.ts'
import { decode, encode, type Item } from '../../../../sync/encoding.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { begin } from '../../../../sync/membership.ts'
import { parse, toBytes } from '../../../../sync/messages.ts'
import { systemClock } from '../clock.ts'
import type { Dial } from '../engine/channel.ts'
import { testCrypto } from '../trials/table-for-tests.ts'
import { whyOf } from '../why.ts'
import { CardVisit } from './card-visit.ts'

const bytes = (size: number): Bytes => testCrypto.randomBytes(size)

/** The genesis of somebody who knows the card's public keys, but not its secret. */
async function forged(card: CardSecret): Promise<Bytes> {
  const keys = { ...(await card.keys(testCrypto)), macKey: bytes(32) }
  const plan = { author: await newDeviceKeys(testCrypto), listed: [0, 1], memberCount: 2, ts: 1 }
  return genesis({ ...plan, cards: [{ keys, holder: 0 }], epochKey: bytes(32), nonce: bytes(16) }, testCrypto)
}

/** A server that says it knows every card, and shows this chain for it under this name. */
function serverOf(entry: Bytes, space: Bytes, head: Bytes): Dial {
  return ({ opened, received, closed }) => {
    setTimeout(opened)
    const say = (message: Parameters<typeof toBytes>[0]) => setTimeout(() => received(toBytes(message)))
    return {
      close: closed,
      send(frame) {
        const { type } = parse(frame)
        if (type === 'hello') say({ type: 'challenge', nonce: bytes(32), space, serverTime: 1 })
        const welcome = {
          type: 'welcome',
          incarnation: bytes(8),
          controlLength: 1,
          headPosition: 0,
          heads: [],
        } as const
        if (type === 'auth') say({ ...welcome, controlHead: head })
        if (type === 'ctl pull') say({ type: 'ctl', fromN: 0, entries: [entry] })
      },
    }
  }
}

async function refusal(card: CardSecret, entry: Bytes, space: Bytes, head: Bytes): Promise<unknown> {
  const parts = { dial: serverOf(entry, space, head), clock: systemClock, crypto: testCrypto, origin: 'http://x' }
  return CardVisit.begin(parts, card).then(
    () => null,
    (error: unknown) => error,
  )
}

describe('a card at a lying server', () => {
  test('a whole space of its making, for the real card', async () => {
    const card = CardSecret.fresh(testCrypto)
    const entry = await forged(card)
    const { space, head } = await begin(entry, testCrypto)
    const error = await refusal(card, entry, space, head)
    expect(error).toMatchObject({ code: 'CARD_MAC_BAD' })
    expect(whyOf(error)).toBe('serverLies')
  })

  test('another name for it', async () => {
    const card = CardSecret.fresh(testCrypto)
    const entry = await forged(card)
    const { head } = await begin(entry, testCrypto)
    expect(await refusal(card, entry, bytes(16), head)).toMatchObject({ code: 'SPACE_MISMATCH' })
  })

  test('a space that does not know the card', async () => {
    const entry = await forged(CardSecret.fresh(testCrypto))
    const { space, head } = await begin(entry, testCrypto)
    expect(await refusal(CardSecret.fresh(testCrypto), entry, space, head)).toMatchObject({ code: 'AUTHOR_UNKNOWN' })
  })

  test('an entry that was altered on the way', async () => {
    const card = CardSecret.fresh(testCrypto)
    const entry = await forged(card)
    const { space, head } = await begin(entry, testCrypto)
    const [header, signature] = decode(entry) as readonly [Bytes, Bytes]
    const altered = new Uint8Array(signature)
    altered[0] = (altered[0] ?? 0) ^ 1
    const error = await refusal(card, encode([header, altered] as Item), space, head)
    expect(error).toMatchObject({ code: 'SIGNATURE_BAD' })
  })
})
