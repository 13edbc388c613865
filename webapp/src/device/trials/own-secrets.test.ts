/**
 * Whoever keeps every key that the helper's devices and the card at the table ever held opens nothing of the owner's own
 * notes; none of it ever comes to a device that the helper keeps; and no file of the pair's has any of it (P15).
 */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { CardSecret, openWithCard } from '../../../../sync/card.ts'
import { codeOf } from '../../../../sync/cases.ts'
import { parse as parseEntry } from '../../../../sync/entry.ts'
import { openPayload, parse as parseRecord, type Record } from '../../../../sync/envelope.ts'
import { contentsFromBytes } from '../../../../sync/file-contents.ts'
import { type DeviceKeys, deviceKeysFromSeeds, unwrap, wrapInfo } from '../../../../sync/keys.ts'
import { replay } from '../../../../sync/membership.ts'
import { parse as parseMessage } from '../../../../sync/messages.ts'
import { openEpochs } from '../../../../sync/opening.ts'
import { openHandOver } from '../../../../sync/sealed-file.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { type About, addNote, wishDistance } from '../../own/actions.ts'
import type { Dial } from '../engine/channel.ts'
import { backupContents } from '../entrance/files.ts'
import type { OpenSpace, Outcome } from '../stage.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { derive } from './derived-for-tests.ts'
import { type KeptSpace, opensAll } from './opened-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, own, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const COPY_WORDS = 'tea garden boat lamp river'
const SAID = { passphrase: WORDS }
const NEW = { kind: 'passphrase', passphrase: WORDS } as const
const OK = { ok: true }
const HELPER = 1
const HARD = 'she shouts when the rent is late'

/** A device, and every frame that went to it or from it. */
class Watched {
  readonly frames: Uint8Array[] = []
  readonly profile: Profile

  constructor(relay: Relay) {
    const dial: Dial = (events) => {
      const received = (frame: Uint8Array): void => {
        this.frames.push(frame)
        events.received(frame)
      }
      const socket = relay.dial({ ...events, received })
      const send = (frame: Uint8Array<ArrayBuffer>): void => {
        this.frames.push(frame)
        socket.send(frame)
      }
      return { ...socket, send }
    }
    this.profile = new Profile({ dial, origin: relay.origin })
  }

  hasMet(bytes: Bytes): boolean {
    return this.frames.some((frame) => toHex(frame).includes(toHex(bytes)))
  }

  async records(): Promise<readonly Record[]> {
    const raw = this.frames.flatMap((frame) => {
      const message = parseMessage(frame)
      return message.type === 'push' ? message.records : []
    })
    return Promise.all(raw.map((record) => parseRecord(record, testCrypto)))
  }
}

interface Story {
  readonly phone: Watched
  readonly helpers: readonly Watched[]
  readonly card: CardSecret
  readonly copy: Bytes
  readonly changes: Bytes
}

let relay: Relay
let story: Story
let mine: KeptSpace
let pairs: KeptSpace
let theirs: readonly KeptSpace[]

beforeAll(async () => {
  relay = await Relay.start()
  story = await told()
  const kept = await opensAll(story.phone.profile, WORDS)
  const [one] = kept.filter(({ place }) => place.own !== null)
  const [two] = kept.filter(({ place }) => place.own === null)
  if (!one || !two || kept.length !== 2) throw new Error('not one of each')
  mine = one
  pairs = two
  theirs = (await Promise.all(story.helpers.map(({ profile }) => opensAll(profile, WORDS)))).flat()
}, 90_000)
afterAll(() => relay.end())

/** The two at the helper's tablet; the owner's phone with its own notes; the helper's phone; an own space of the helper's. */
async function told(): Promise<Story> {
  const card = CardSecret.fresh(testCrypto)
  const [tablets, phones, desks] = [new Watched(relay), new Watched(relay), new Watched(relay)]
  const tablet = await tablets.profile.opensTab()
  tablet.kith.startTogether()
  expect(await tablet.kith.keep({ unlock: NEW, card, tablet: 'shared' })).toEqual(OK)
  expect(await tablet.kith.own.open(SAID)).toEqual(OK)
  adds(tablet, 'Ana')
  await isSent(space(tablet))
  const desk = await joins(tablet, desks)

  const phone = await phones.profile.opensTab()
  expect(await phone.kith.openWithCard(card, NEW)).toEqual(OK)
  await eventually(() => expect(space(phone).document.snapshot.value.people).toHaveLength(1))
  expect(await phone.kith.own.open(SAID)).toEqual(OK)
  adds(phone, 'Bo')
  const { document, beside, space: alone } = own(phone)
  const about: About = { place: beside, person: { id: people(phone)[0]?.id ?? '', was: '' } }
  addNote(document, about, HARD)
  wishDistance(document, about, true)
  await isSent(alone)
  valued(await phone.kith.own.invite()) // its secret is one more that somebody could be after
  const copy = valued(await phone.kith.makeCopy(COPY_WORDS))
  const changes = valued(await phone.kith.makeChanges())
  for (const tab of [tablet, phone, desk]) await isSent(space(tab))
  for (const tab of [tablet, phone, desk]) await tab.kith.lock()
  return { phone: phones, helpers: [tablets, desks], card, copy, changes }
}

async function joins(tablet: Tab, desks: Watched): Promise<Tab> {
  const { link } = valued(await tablet.kith.invite(HELPER))
  const desk = await desks.profile.opensTab()
  expect(await desk.kith.join(link, 'Jo', NEW)).toEqual(OK)
  await eventually(() => expect(space(tablet).requests.value).toHaveLength(1))
  expect(await tablet.kith.approve(space(tablet).requests.value[0]?.id ?? '')).toEqual(OK)
  await eventually(() => expect(desk.kith.stage.value.name).toBe('open'))
  return desk
}

const people = (tab: Tab) => space(tab).document.snapshot.value.people

function valued<Value>(outcome: Extract<Outcome<Value>, { value: Value }> | { ok: false; why: string }): Value {
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}

async function isSent(space: OpenSpace): Promise<void> {
  await eventually(() => expect(space.state.value).toMatchObject({ server: 'connected', sent: 'sent' }))
}

const keysOf = ({ keys }: KeptSpace): Promise<DeviceKeys> =>
  deviceKeysFromSeeds(keys.signSeed, keys.boxSeed, testCrypto)

const recordsOf = async ({ keys }: KeptSpace): Promise<readonly Record[]> =>
  (await story.phone.records()).filter(({ header }) => areEqual(header.space, keys.space))

test('every key that the helper ever held opens no record of it, and its own opens them all', async () => {
  const records = await recordsOf(mine)
  expect(records.length).toBeGreaterThan(0)
  const held = [...theirs, pairs].flatMap(({ keys, place }) => [
    ...[...keys.epochs, keys.signSeed, keys.boxSeed, place.key],
    ...keys.invitations.map(({ secret }) => secret),
  ])
  expect(theirs.map(({ place }) => place.own)).toContain('helper') // theirs, of their own, is among them
  expect(held.length).toBeGreaterThan(12)
  for (const record of records) {
    for (const key of held) expect(await codeOf(() => openPayload(record, key, testCrypto))).toBe('DECRYPT_BAD')
    const [epochKey = held[0] ?? new Uint8Array(32)] = mine.keys.epochs
    expect((await openPayload(record, epochKey, testCrypto)).schema).toBe(1)
  }
})

test('no device of the pair, and no card of it, finds a key for itself in its control chain', async () => {
  const chain = mine.kept.control.map(({ bytes }) => bytes)
  const state = await replay(chain, testCrypto)
  for (const space of [...theirs, pairs]) {
    expect(await codeOf(async () => openEpochs(state, await keysOf(space), chain, testCrypto))).not.toBeInstanceOf(
      Array,
    )
  }
  const { operation } = await parseEntry(chain[0] ?? new Uint8Array(), testCrypto)
  if (operation.op !== 'genesis') throw new Error('no beginning')
  const [[, wrapped] = [0, new Uint8Array()]] = operation.wraps
  const info = wrapInfo(state.nonce, 0, new Uint8Array(32), (await keysOf(mine)).id)
  for (const space of [...theirs, pairs]) {
    const { box } = await keysOf(space)
    expect(await codeOf(() => unwrap(wrapped, box, info, testCrypto))).toBe('WRAP_BAD')
  }
  const card = await story.card.keys(testCrypto)
  expect(await codeOf(() => unwrap(wrapped, card.device.box, info, testCrypto))).toBe('WRAP_BAD')
  expect(await unwrap(wrapped, (await keysOf(mine)).box, info, testCrypto)).toEqual(mine.keys.epochs[0])
  expect(await codeOf(() => openWithCard(card, state, chain, testCrypto))).toBe('AUTHOR_UNKNOWN')
  expect(await openEpochs(state, await keysOf(mine), chain, testCrypto)).toEqual(mine.keys.epochs)
})

test('nothing of it ever comes to a device that the helper keeps', () => {
  expect(story.phone.hasMet(mine.keys.space)).toBe(true)
  for (const helper of story.helpers) {
    expect(helper.hasMet(pairs.keys.space)).toBe(true)
    expect(helper.hasMet(mine.keys.space)).toBe(false)
  }
  const kept = theirs.map(({ keys }) => toHex(keys.space))
  expect(kept).toContain(toHex(pairs.keys.space))
  expect(kept).not.toContain(toHex(mine.keys.space))
})

test('its words are in no traffic, and in no record and no file of the two', async () => {
  const plain = new TextEncoder().encode(HARD)
  expect(story.phone.hasMet(plain)).toBe(false)
  const ours = await recordsOf(pairs)
  const [epochKey = new Uint8Array()] = pairs.keys.epochs
  for (const record of ours) {
    const { update } = await openPayload(record, epochKey, testCrypto)
    expect(toHex(update ?? new Uint8Array())).not.toContain(toHex(plain))
  }
  const handedOver = await openHandOver(story.changes, pairs.keys.epochs, testCrypto)
  const brought = [
    await backupContents(story.copy, COPY_WORDS, derive, { crypto: testCrypto }),
    contentsFromBytes(handedOver, 'hand-over'),
  ]
  for (const contents of brought) {
    expect(areEqual(contents.space, pairs.keys.space)).toBe(true)
    const all = [...contents.records, ...contents.entries, ...contents.epochKeys.map(([, key]) => key)].map(toHex)
    expect(all.length).toBeGreaterThan(1)
    for (const part of all) {
      expect(part).not.toContain(toHex(mine.keys.space))
      for (const key of mine.keys.epochs) expect(part).not.toContain(toHex(key))
    }
  }
  // What a copy shows is made of its records alone.
  const document = new SharedDocument({ now: Date.now })
  for (const record of ours) {
    const { update } = await openPayload(record, epochKey, testCrypto)
    if (update) document.applyRemote([update], true)
  }
  const { notes, people: shown } = document.snapshot.value
  expect([notes, shown.map(({ name }) => name)]).toEqual([[], ['Bo']])
})
