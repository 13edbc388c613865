import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { CardSecret, openWithCard } from './card.ts'
import { bothCryptos, codeOf } from './cases.ts'
import { admit, card, close, genesis, invite, remove, reopen, replace, revoke, rotate, turn } from './control.ts'
import { buildRequest, fromLink, newInvitation, toLink } from './joining.ts'
import { type DeviceKeys, newDeviceKeys } from './keys.ts'
import { LIMITS } from './limits.ts'
import { apply, begin, isClosedAt, mayWrite, replay } from './membership.ts'
import { openEpochs } from './opening.ts'

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
    expect(await openEpochs(state, tablet, [first], crypto)).toEqual([epochKey])
    expect(await openWithCard(keys, state, [first], crypto)).toEqual([epochKey])
    const stranger = await newDeviceKeys(crypto)
    expect(await codeOf(() => openEpochs(state, stranger, [first], crypto))).toBe('AUTHOR_UNKNOWN')
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
    expect(await openEpochs(after, phone, chain, crypto)).toEqual([epochKey])
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
    expect(await openWithCard(spare, after, chain, crypto)).toEqual([epochKey])
    expect(after.devices[3]).toMatchObject({ paper: true, holder: 0, introducedBy: 2 })
  })
  test('a removal rotates: who stays opens every epoch, also with a card, and who goes not the new one', async () => {
    const { tablet, keys, epochKey, first, state } = await beginning()
    const phone = await newDeviceKeys(crypto)
    const admission = { request: null, device: listed(phone, [0]), epochKey, heads: [], ts: TS }
    const admitted = await admit(state, keys.device, admission, crypto)
    const spare = await CardSecret.fresh(crypto).keys(crypto)
    const withPhone = await apply(state, admitted, crypto)
    const added = await card(withPhone, phone, spare, 0, epochKey, TS, crypto)
    const together = await apply(withPhone, added, crypto)
    const [second, third] = [crypto.randomBytes(32), crypto.randomBytes(32)]
    const heads = [[0, 3, crypto.randomBytes(32)]] as const
    const epochKeys = { present: epochKey, next: second }
    const removal = { devices: [0], members: [], heads, epochKeys, ts: TS }
    const removed = await remove(together, phone, removal, crypto)
    const apart = await apply(together, removed, crypto)
    const rotated = await rotate(apart, spare.device, { present: second, next: third }, TS, crypto)
    const chain = [first, admitted, added, removed, rotated]
    const after = await replay(chain, crypto)
    expect(after.devices[0]).toMatchObject({ removedN: 3, final: { seq: 3 } })
    expect(after.devices[1]).toMatchObject({ removedN: 3, isStale: false })
    expect(await openEpochs(after, phone, chain, crypto)).toEqual([epochKey, second, third])
    expect(await openWithCard(spare, after, chain, crypto)).toEqual([epochKey, second, third])
    expect(await openWithCard(keys, after, chain, crypto)).toEqual([epochKey])
    expect(await openEpochs(after, tablet, chain, crypto)).toEqual([epochKey])
    const again = await rotate(after, tablet, { present: epochKey, next: third }, TS, crypto)
    expect(await codeOf(() => apply(after, again, crypto))).toBe('AUTHOR_REMOVED')
  })

  test('nobody uses up the entries by which they could be removed', async () => {
    const { tablet, keys, epochKey, state } = await beginning()
    const at = (n: number) => ({ ...state, n })
    const codeFor = (n: number, author: DeviceKeys) =>
      codeOf(async () => {
        const epochKeys = { present: epochKey, next: crypto.randomBytes(32) }
        await apply(at(n), await rotate(at(n), author, epochKeys, TS, crypto), crypto)
      })
    const theirs = LIMITS.entries - LIMITS.entries_of_owner
    expect([await codeFor(theirs - 2, tablet), await codeFor(theirs - 1, tablet)]).toEqual([undefined, 'TOO_MANY'])
    const { entries } = LIMITS
    expect([await codeFor(entries - 2, keys.device), await codeFor(entries - 1, keys.device)]).toEqual([
      undefined,
      'TOO_MANY',
    ])
  })

  test('what an owner does and undoes: turning, taking back, replacing, closing and reopening', async () => {
    const { tablet, keys, epochKey, state } = await beginning()
    const invitation = await newInvitation(crypto)
    const open = await apply(state, await invite(state, tablet, invitation, [1], TS + 60, TS, crypto), crypto)
    const shut = await apply(open, await revoke(open, tablet, invitation.id, TS, crypto), crypto)
    expect(shut.invites.map((known) => known.open)).toEqual([false])
    const turned = await apply(shut, await turn(shut, keys.device, 0, [1], TS, crypto), crypto)
    expect([mayWrite(turned, tablet.id, 'both', shut.n), mayWrite(turned, tablet.id, 'both', turned.n)]).toEqual([
      true,
      false,
    ])
    const fresh = await newDeviceKeys(crypto)
    const replaced = await apply(turned, await replace(turned, tablet, fresh, epochKey, null, TS, crypto), crypto)
    expect(replaced.devices[2]).toMatchObject({ members: [1], replaces: 0, introducedBy: 0 })
    const end = { successor: null, erase: false }
    const closed = await apply(replaced, await close(replaced, keys.device, end, TS, crypto), crypto)
    expect(
      await codeOf(async () => apply(closed, await revoke(closed, fresh, invitation.id, TS, crypto), crypto)),
    ).toBe('SPACE_CLOSED')
    const reopened = await apply(closed, await reopen(closed, keys.device, TS, crypto), crypto)
    expect([isClosedAt(reopened, closed.n), isClosedAt(reopened, reopened.n)]).toEqual([true, false])
  })
})
