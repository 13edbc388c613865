import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, repeatable, systemRandomness, vectors } from './cases.ts'
import { hasCurves } from './crypto.ts'
import * as keys from './keys.ts'
import { isWeakEd, isWeakX } from './weakness.ts'

type Named<Fields> = readonly ({ readonly name: string } & Readonly<Fields>)[]
interface Cases {
  readonly devices: Named<{ signing_seed: string; box_seed: string; ed: string; x: string; id: string }>
  readonly signing: Named<{ seed: string; message: string; signature: string }>
  readonly signatures: Named<{ public: string; message: string; signature: string; good: boolean }>
  readonly weak: Named<{ kind: 'ed' | 'x'; public: string; weak: boolean }>
  readonly hkdf: Named<{ ikm: string; salt: string; info: string; out: string }>
  readonly derived: Named<{
    epoch_key: string
    space: string
    device: string
    session: string
    record_key: string
    presence_key: string
    commitment: string
  }>
  readonly wraps: Named<{
    nonce: string
    epoch: number
    prev: string
    device: string
    box_seed: string
    info: string
    wrap: string
    epoch_key?: string
    ephemeral?: string
    code?: string
  }>
  readonly auth: Named<{ origin: string; space: string; device: string; challenge: string; message: string }>
}

const cases = vectors<Cases>('keys')

test('this machine has both curves', async () => {
  expect(await hasCurves(globalThis.crypto.subtle)).toBe(true)
})

test.each(cases.weak)('$name', ({ kind, public: key, weak }) => {
  expect(kind === 'ed' ? isWeakEd(fromHex(key)) : isWeakX(fromHex(key))).toBe(weak)
})

test.each(cases.auth)('$name', ({ origin, space, device, challenge, message }) => {
  expect(toHex(keys.authMessage(origin, fromHex(space), fromHex(device), fromHex(challenge)))).toBe(message)
})

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(cases.devices)('the device $name', async ({ signing_seed, box_seed, ed, x, id }) => {
    const device = await keys.deviceKeysFromSeeds(fromHex(signing_seed), fromHex(box_seed), crypto)
    expect([device.signing.public, device.box.public, device.id].map(toHex)).toEqual([ed, x, id])
    expect(toHex(await keys.deviceId(fromHex(ed), fromHex(x), crypto))).toBe(id)
  })

  test.each(cases.signing)('signs $name', async ({ seed, message, signature }) => {
    const key = await crypto.signingKeyFromSeed(fromHex(seed))
    expect(toHex(await crypto.sign(key, fromHex(message)))).toBe(signature)
  })

  test.each(cases.signatures)('verifies $name', async ({ public: signer, message, signature, good }) => {
    expect(await crypto.verify(fromHex(signer), fromHex(message), fromHex(signature))).toBe(good)
  })

  test.each(cases.hkdf)('derives with $name', async ({ ikm, salt, info, out }) => {
    expect(toHex(await crypto.hkdf(fromHex(ikm), fromHex(salt), fromHex(info), 32))).toBe(out)
  })

  test.each(cases.derived)('$name', async (given) => {
    const epochKey = fromHex(given.epoch_key)
    const device = fromHex(given.device)
    const recordKey = await keys.recordKey(epochKey, fromHex(given.space), device, crypto)
    expect(toHex(recordKey)).toBe(given.record_key)
    expect(await keys.recordKey(epochKey, fromHex(given.space), device, crypto)).toBe(recordKey)
    const presenceKey = await keys.presenceKey(epochKey, fromHex(given.session), device, crypto)
    expect(toHex(presenceKey)).toBe(given.presence_key)
    expect(toHex(await keys.commitment(epochKey, crypto))).toBe(given.commitment)
  })

  test.each(cases.wraps)('opens $name', async (given) => {
    const box = await crypto.boxKeyFromSeed(fromHex(given.box_seed))
    const info = keys.wrapInfo(fromHex(given.nonce), given.epoch, fromHex(given.prev), fromHex(given.device))
    expect(toHex(info)).toBe(given.info)
    const opened = await codeOf(async () => toHex(await keys.unwrap(fromHex(given.wrap), box, info, crypto)))
    expect(opened).toBe(given.code ?? given.epoch_key)
  })

  test('wraps what was wrapped for it and no one else', async () => {
    const [mine, other] = [await keys.newDeviceKeys(crypto), await keys.newDeviceKeys(crypto)]
    const epochKey = systemRandomness(32)
    const info = systemRandomness(40)
    const wrapped = await keys.wrap(epochKey, mine.box.public, info, crypto)
    expect(wrapped.length).toBe(keys.WRAP_BYTES)
    expect(await keys.unwrap(wrapped, mine.box, info, crypto)).toEqual(epochKey)
    expect(await codeOf(() => keys.unwrap(wrapped, other.box, info, crypto))).toBe('WRAP_BAD')
  })

  const weak = cases.weak.filter((key) => key.kind === 'x' && key.weak)
  test.each(weak)('wraps nothing for $name', async ({ public: key }) => {
    expect(await codeOf(() => keys.wrap(new Uint8Array(32), fromHex(key), new Uint8Array(1), crypto))).toBe('KEY_WEAK')
  })
})

const buildable = cases.wraps.flatMap(({ ephemeral, epoch_key, ...rest }) =>
  ephemeral === undefined || epoch_key === undefined ? [] : [{ ...rest, ephemeral, epoch_key }],
)
describe.each(buildable)('builds $name', ({ ephemeral, epoch_key, box_seed, info, wrap }) => {
  test.each(bothCryptos(noble, repeatable(fromHex(ephemeral), fromHex(ephemeral))))('%s', async (_, crypto) => {
    const { public: to } = await crypto.boxKeyFromSeed(fromHex(box_seed))
    expect(toHex(await keys.wrap(fromHex(epoch_key), to, fromHex(info), crypto))).toBe(wrap)
  })
})
