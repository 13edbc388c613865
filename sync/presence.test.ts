import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, itemOf, type JsonItem, systemRandomness, vectors } from './cases.ts'
import { nativeCrypto } from './crypto.ts'
import { encode } from './encoding.ts'
import { padPresence } from './padding.ts'
import { openFrame, type Presence, parseHeader, seal } from './presence.ts'

type Named<Fields> = readonly ({ readonly name: string } & Readonly<Fields>)[]
interface Cases {
  readonly good: Named<{
    space: string
    device: string
    epoch: number
    session: string
    counter: number
    epoch_key: string
    payload: JsonItem
    header: string
    box: string
  }>
  readonly refused: Named<{
    header: string
    box: string
    space: string
    epoch: number
    epoch_key: string
    counter: number
    code: string
  }>
}

const cases = vectors<Cases>('presence')
const crypto = nativeCrypto(globalThis.crypto.subtle, systemRandomness)

describe('what one device shows, another sees', () => {
  test.each(cases.good)('$name', async (given) => {
    const frame = { header: fromHex(given.header), box: fromHex(given.box) }
    const [space, epochKey] = [fromHex(given.space), fromHex(given.epoch_key)]
    const header = parseHeader(frame.header)
    expect(header).toEqual({
      ...{ space, device: fromHex(given.device), epoch: given.epoch },
      ...{ session: fromHex(given.session), counter: given.counter },
    })
    const seen = await openFrame(frame, space, given.epoch, epochKey, given.counter - 1, crypto)
    expect(await seal(header, seen, epochKey, crypto)).toEqual({ type: 'eph', ...frame })
    expect(frame.box.length).toBe(padPresence(encode(itemOf(given.payload))).length + 16)
  })

  test.each<Presence>([
    { kind: 'here', nonce: systemRandomness(16), heard: [[systemRandomness(16), systemRandomness(16)]] },
    {
      kind: 'hands',
      by: 'both',
      hands: [{ pointer: 2, kind: 'move', entity: 'a', ring: 'close', angle: 3599, x: -5, y: 1000 }],
    },
    { kind: 'typing', by: 1, entity: 'a', field: 'what' },
    {
      kind: 'have',
      heads: [
        [0, 7],
        [2, 1],
      ],
    },
    { kind: 'bye' },
  ])('$kind', async (presence) => {
    const space = systemRandomness(16)
    const key = systemRandomness(32)
    const header = { space, device: systemRandomness(16), epoch: 0, session: systemRandomness(16), counter: 7 }
    const frame = await seal(header, presence, key, crypto)
    expect(await openFrame(frame, space, 0, key, 6, crypto)).toEqual(presence)
    expect(await codeOf(() => openFrame(frame, space, 0, key, 7, crypto))).toBe('COUNTER_BACK')
    expect(toHex(frame.header)).toContain(toHex(space))
  })
})

describe('anything else is refused', () => {
  test.each(cases.refused)('$code: $name', async ({ header, box, space, epoch, epoch_key, counter, code }) => {
    const frame = { header: fromHex(header), box: fromHex(box) }
    expect(await codeOf(() => openFrame(frame, fromHex(space), epoch, fromHex(epoch_key), counter, crypto))).toBe(code)
  })
})
