import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, repeatable, vectors } from './cases.ts'
import * as joining from './joining.ts'
import { deviceKeysFromSeeds, newDeviceKeys } from './keys.ts'
import { replay } from './membership.ts'

type Named<Fields> = readonly ({ readonly name: string } & Readonly<Fields>)[]
interface Cases {
  readonly links: Named<{
    address: string
    space: string
    ctl: string
    secret: string
    link: string
    sign: string
    box: string
    id: string
  }>
  readonly own_links: Named<{ address: string; space: string; ctl: string; secret: string; link: string }>
  readonly refused_own_links: Named<{ link: string; code: string }>
  readonly refused_links: Named<{ link: string; code: string }>
  readonly requests: Named<{
    space: string
    ctl: string
    secret: string
    signing_seed: string
    box_seed: string
    ephemeral: string
    ts: number
    first_name: string
    name_box: string
    request: string
    hash: string
    words: readonly string[]
  }>
  readonly refused_requests: Named<{ entries: readonly string[]; request: string; code: string }>
}

const cases = vectors<Cases>('joining')

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(cases.links)('$name', async ({ address, space, ctl, secret, link, sign, box, id }) => {
    const invitation = await joining.invitationFromSecret(fromHex(secret), crypto)
    expect([invitation.sign.public, invitation.box.public, invitation.id].map(toHex)).toEqual([sign, box, id])
    expect(joining.toLink(invitation, address, fromHex(space), fromHex(ctl))).toBe(link)
    const read = await joining.fromLink(link, crypto)
    expect(read).toEqual({ address: address.replace(/\/$/, ''), space: fromHex(space), ctl: fromHex(ctl), invitation })
  })

  test.each(cases.refused_links)('$name', async ({ link, code }) => {
    expect(await codeOf(() => joining.fromLink(link, crypto))).toBe(code)
  })

  test.each(cases.own_links)('$name', async ({ address, space, ctl, secret, link }) => {
    const invitation = await joining.invitationFromSecret(fromHex(secret), crypto)
    expect(joining.toLink(invitation, address, fromHex(space), fromHex(ctl), joining.OWN_MARK)).toBe(link)
    const read = await joining.fromLink(link, crypto, joining.OWN_MARK)
    expect(read).toEqual({ address, space: fromHex(space), ctl: fromHex(ctl), invitation })
  })

  test.each(cases.refused_own_links)('$name', async ({ link, code }) => {
    expect(await codeOf(() => joining.fromLink(link, crypto, joining.OWN_MARK))).toBe(code)
  })

  test.each(cases.requests)('$name', async (given) => {
    const request = joining.parseRequest(fromHex(given.request))
    expect(toHex(request.nameBox)).toBe(given.name_box)
    expect(toHex(request.ctl)).toBe(given.ctl)
    expect(toHex(await joining.requestHash(request.raw, crypto))).toBe(given.hash)
    expect(await joining.comparisonWords(request.raw, request.ctl, crypto)).toEqual(given.words)
    const invitation = await joining.invitationFromSecret(fromHex(given.secret), crypto)
    expect(request.invite).toEqual(invitation.id)
    expect(await joining.openName(request, invitation, crypto)).toBe(given.first_name)
    await joining.checkRequest(request, fromHex(given.space), invitation.sign.public, fromHex(given.ctl), crypto)
  })

  test.each(cases.refused_requests)('$name', async ({ entries, request, code }) => {
    const state = await replay(entries.map(fromHex), crypto)
    const [asked] = state.invites
    const checked = codeOf(() => {
      if (asked === undefined) throw new TypeError('no invitation')
      const parsed = joining.parseRequest(fromHex(request))
      return joining.checkRequest(parsed, state.space, asked.sign, asked.hash.slice(0, 16), crypto)
    })
    expect(await checked).toBe(code)
  })

  test('a request answers its own invitation and no other', async () => {
    const [invitation, other] = [await joining.newInvitation(crypto), await joining.newInvitation(crypto)]
    const space = crypto.randomBytes(16)
    const ctl = crypto.randomBytes(16)
    const link = await joining.fromLink(joining.toLink(invitation, 'https://kith.example', space, ctl), crypto)
    const device = await newDeviceKeys(crypto)
    const raw = await joining.buildRequest(link, device, 'Zoë 👋', 1, crypto)
    const request = joining.parseRequest(raw)
    await joining.checkRequest(request, space, invitation.sign.public, ctl, crypto)
    expect(await joining.openName(request, invitation, crypto)).toBe('Zoë 👋')
    expect(await codeOf(() => joining.openName(request, other, crypto))).toBe('REQUEST_BAD')
    expect(await codeOf(() => joining.checkRequest(request, space, other.sign.public, ctl, crypto))).toBe('REQUEST_BAD')
    expect(await codeOf(() => joining.checkRequest(request, ctl, invitation.sign.public, ctl, crypto))).toBe(
      'REQUEST_BAD',
    )
    expect(await codeOf(() => joining.checkRequest(request, space, invitation.sign.public, space, crypto))).toBe(
      'REQUEST_BAD',
    )
    expect(await codeOf(() => joining.buildRequest(link, device, 'x'.repeat(500), 1, crypto))).toBe('MALFORMED')
  })
})

describe.each(cases.requests)('builds $name', (given) => {
  test.each(bothCryptos(noble, repeatable(fromHex(given.ephemeral), fromHex(given.ephemeral))))(
    '%s',
    async (_, crypto) => {
      const invitation = await joining.invitationFromSecret(fromHex(given.secret), crypto)
      const link = { address: 'https://kith.example', space: fromHex(given.space), ctl: fromHex(given.ctl), invitation }
      const device = await deviceKeysFromSeeds(fromHex(given.signing_seed), fromHex(given.box_seed), crypto)
      expect(toHex(await joining.buildRequest(link, device, given.first_name, given.ts, crypto))).toBe(given.request)
    },
  )
})
