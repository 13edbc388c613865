import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { CardSecret, openWithCard } from './card.ts'
import { bothCryptos, codeOf } from './cases.ts'
import { admit, card, genesis, invite } from './control.ts'
import { buildRequest, fromLink, newInvitation, toLink } from './joining.ts'
import { type DeviceKeys, newDeviceKeys } from './keys.ts'
import { apply, begin, replay } from './membership.ts'
import { openEpoch } from './opening.ts'

const TS = 1764547200
const listed = ({ signing, box }: DeviceKeys, members: readonly number[]) => ({
  ed: signing.public,
  x: box.public,
  members,
})

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  async function beginning() {
    const tablet = await newDeviceKeys(crypto)
    const keys = await CardSecret.fresh(crypto).keys(crypto)
    const epochKey = crypto.randomBytes(32)
    const plan = { author: tablet, listed: [0, 1], memberCount: 2, cards: [{ keys, holder: 0 }], epochKey }
    const first = await genesis({ ...plan, nonce: crypto.randomBytes(16), ts: TS }, crypto)
    return { tablet, keys, epochKey, first, state: await begin(first, crypto) }
  }

  test('whoever belongs gets the key, and no one else', async () => {
    const { tablet, keys, epochKey, first, state } = await beginning()
    expect(await openEpoch(state, tablet, [first], crypto)).toEqual(epochKey)
    expect(await openWithCard(keys, state, [first], crypto)).toEqual(epochKey)
    const stranger = await newDeviceKeys(crypto)
    expect(await codeOf(() => openEpoch(state, stranger, [first], crypto))).toBe('AUTHOR_UNKNOWN')
    const sameDevice = { ...keys, macKey: crypto.randomBytes(32) }
    expect(await codeOf(() => openWithCard(sameDevice, state, [first], crypto))).toBe('CARD_MAC_BAD')
  })

  test('a link, a request and an approval let a device in', async () => {
    const { tablet, epochKey, first, state } = await beginning()
    const invitation = await newInvitation(crypto)
    const invited = await invite(state, tablet, invitation, [1], TS + 3600, TS, crypto)
    const open = await apply(state, invited, crypto)
    const text = toLink(invitation, 'https://kith.example', state.space, open.head.slice(0, 16))
    const link = await fromLink(text, crypto)
    const phone = await newDeviceKeys(crypto)
    const request = await buildRequest(link, phone, 'Jo', TS, crypto)
    const admission = {
      request,
      device: listed(phone, [1]),
      epochKey,
      heads: [[0, 1, crypto.randomBytes(32)]] as const,
      ts: TS,
    }
    const admitted = await admit(open, tablet, admission, crypto)
    const chain = [first, invited, admitted]
    const after = await replay(chain, crypto, state.space)
    expect(after.devices[2]).toMatchObject({ ix: 2, members: [1], introducedBy: 0, admittedN: 2, paper: false })
    expect(toHex(await openEpoch(after, phone, chain, crypto))).toBe(toHex(epochKey))
    expect(after.invites.map((known) => known.open)).toEqual([false])
    const again = await admit(after, tablet, { ...admission, device: listed(phone, [1]) }, crypto)
    expect(await codeOf(() => apply(after, again, crypto))).toBe('INVITE_USED')
  })

  test('a card lets in a device of its holder, and that device adds another card', async () => {
    const { keys, epochKey, first, state } = await beginning()
    const phone = await newDeviceKeys(crypto)
    const admission = { request: null, device: listed(phone, [0]), epochKey, heads: [], ts: TS }
    const admitted = await admit(state, keys.device, admission, crypto)
    const with2 = await apply(state, admitted, crypto)
    const spare = await CardSecret.fresh(crypto).keys(crypto)
    const added = await card(with2, phone, spare, 0, epochKey, TS, crypto)
    const chain = [first, admitted, added]
    const after = await replay(chain, crypto)
    expect(await openWithCard(spare, after, chain, crypto)).toEqual(epochKey)
    expect(after.devices[3]).toMatchObject({ paper: true, holder: 0, introducedBy: 2 })
  })
})
