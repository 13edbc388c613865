/** What a device judges frames by, and everything that it takes somebody to forge them: for tests only. */

import * as Y from 'yjs'
import { Authors } from '../../../../../sync/authorship.ts'
import { areEqual, type Bytes, joined } from '../../../../../sync/bytes.ts'
import type { Head } from '../../../../../sync/chain.ts'
import { admit, genesis, invite, remove, rotate } from '../../../../../sync/control.ts'
import { nativeCrypto } from '../../../../../sync/crypto.ts'
import { encode, type Item, tagged } from '../../../../../sync/encoding.ts'
import { parse, type Record, seal } from '../../../../../sync/envelope.ts'
import { SyncError } from '../../../../../sync/errors.ts'
import { buildRequest, fromLink, newInvitation, toLink } from '../../../../../sync/joining.ts'
import { type DeviceKeys, newDeviceKeys, recordKey } from '../../../../../sync/keys.ts'
import { apply, begin, epochAt, type Membership } from '../../../../../sync/membership.ts'
import { type Message, parse as parseMessage, toBytes } from '../../../../../sync/messages.ts'
import { pad } from '../../../../../sync/padding.ts'
import { follow } from '../../engine/following.ts'
import { type Judged, judge } from '../../engine/reception.ts'
import { Ledger } from '../../store/ledger.ts'
import { NO_PROGRESS } from '../../store/store.ts'

/** The same every time for a seed (mulberry32). */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }

  bytes(size: number): Bytes {
    return Uint8Array.from({ length: size }, () => this.below(256))
  }

  of<T>(choices: readonly T[]): T {
    const found = choices[this.below(choices.length)]
    if (found === undefined) throw new TypeError('nothing to choose from')
    return found
  }

  chance(share: number): boolean {
    return this.below(1000) < share * 1000
  }
}

const source = new Draw(1)
export const seededCrypto = nativeCrypto(crypto.subtle, (size) => source.bytes(size))

export const NOON = 1764547200
export type Header = { [name in (typeof NAMES)[number]]: Item }
const NAMES = ['version', 'kind', 'space', 'device', 'seq', 'prev', 'epoch', 'ctl', 'by', 'seen'] as const

/** A good update by member 1. */
export function word(client: number, key = 'more'): Bytes {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('meta').set(key, [`${key} ${client}`, 1, NOON])
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** The owner's own words, said on their phone. */
export const HOPE: Bytes = hope()

function hope(): Bytes {
  const doc = new Y.Doc()
  doc.clientID = 4001
  const said = [
    ['words', new Y.Text('I hope to swim')],
    ['by', [0, 0, NOON]],
    ['kind', ['hope', 0, NOON]],
  ] as const
  doc.getMap('sayings').set('hope', new Y.Map<unknown>(said))
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** A pair's devices: one was removed since, and the key was changed twice. The tablet hears frames. */
export class Scene {
  ledger = new Ledger(NO_PROGRESS)
  readonly authors = new Authors()
  readonly chain: Bytes[]
  readonly held: Record[] = []
  /** What the desk says next. */
  readonly next: Record[] = []
  #position = 100
  state: Membership
  readonly tablet: DeviceKeys
  readonly desk: DeviceKeys
  readonly gone: DeviceKeys
  readonly phone: DeviceKeys
  epochs: readonly Bytes[]

  private constructor(
    keys: readonly [DeviceKeys, DeviceKeys, DeviceKeys, DeviceKeys],
    chain: Bytes[],
    state: Membership,
    epochs: readonly Bytes[],
  ) {
    ;[this.tablet, this.desk, this.gone, this.phone] = keys
    this.chain = chain
    this.state = state
    this.epochs = epochs
  }

  static async made(): Promise<Scene> {
    const [tablet, desk, gone, phone, later] = await Promise.all(
      Array.from({ length: 5 }, () => newDeviceKeys(seededCrypto)),
    )
    if (!tablet || !desk || !gone || !phone || !later) throw new TypeError('no keys')
    const epochs = [0, 1, 2].map(() => seededCrypto.randomBytes(32))
    const [epochKey, second, third] = epochs
    if (!epochKey || !second || !third) throw new TypeError('no epochs')
    const listed = (keys: DeviceKeys, members: number[]) => ({ ed: keys.signing.public, x: keys.box.public, members })
    const more = [listed(desk, [1]), listed(gone, [1]), listed(phone, [0])]
    const plan = { author: tablet, listed: [0, 1], memberCount: 2, cards: [], epochKey, more, ts: NOON }
    const first = await genesis({ ...plan, nonce: seededCrypto.randomBytes(16) }, seededCrypto)
    const scene = new Scene([tablet, desk, gone, phone], [first], await begin(first, seededCrypto), epochs)
    const invitation = await newInvitation(seededCrypto)
    await scene.grow(await invite(scene.state, phone, invitation, [1], NOON + 9, NOON, seededCrypto))
    const link = toLink(invitation, 'https://kith.example', scene.state.space, scene.state.head.slice(0, 16))
    const request = await buildRequest(await fromLink(link, seededCrypto), later, 'Jo', NOON, seededCrypto)
    const admission = { request, device: listed(later, [1]), epochKey, heads: [], ts: NOON }
    await scene.grow(await admit(scene.state, phone, admission, seededCrypto))
    await scene.#hasSaid(gone, 'before', 1)
    const heads = [[2, 1, scene.ledger.head(gone.id).hash] as const]
    const going = { devices: [2], members: [], heads, ts: NOON, epochKeys: { present: epochKey, next: second } }
    await scene.grow(await remove(scene.state, phone, going, seededCrypto))
    const keys = { present: second, next: third }
    await scene.grow(await rotate(scene.state, phone, keys, NOON, seededCrypto))
    await scene.#hasSaid(tablet, 'ours', 0)
    await scene.#hasSaid(phone, 'owner', 0)
    await scene.#hasWritten(phone, 'hope', HOPE, 0)
    for (const key of ['one', 'two', 'three']) await scene.#hasSaid(desk, key, 1)
    let head = scene.ledger.head(desk.id)
    for (let n = 0; n < 6; n++) {
      const record = await scene.#record(desk, head, word(9000 + n), 1)
      head = { seq: record.header.seq, hash: record.hash }
      scene.next.push(record)
    }
    return scene
  }

  private async grow(entry: Bytes): Promise<void> {
    this.state = await apply(this.state, entry, seededCrypto)
    this.chain.push(entry)
  }

  get key(): Bytes {
    return this.epochs[epochAt(this.state, this.state.n)] ?? new Uint8Array(32)
  }

  get first(): Record {
    const [record] = this.next
    if (!record) throw new TypeError('nothing comes next')
    return record
  }

  /** The items of the header of the desk's next record, some of them changed. */
  header(changes: Partial<Header> = {}): Item {
    const head = this.ledger.head(this.desk.id)
    const epoch = epochAt(this.state, this.state.n)
    const common = { version: 1, kind: 1, space: this.state.space, device: this.desk.id, epoch, by: 1, seen: [] }
    const place = { seq: head.seq + 1, prev: head.hash, ctl: this.state.head.slice(0, 16) }
    const whole: Header = { ...common, ...place, ...changes }
    return NAMES.map((name) => whole[name])
  }

  /** Good cryptography around a header and an update, whatever they are. */
  says(draw: Draw, update: Bytes, changes: Partial<Header> = {}, author = this.desk): Promise<Bytes> {
    return this.sealed(draw, encode(this.header(changes)), encode([1, NOON, 'y1', update]), changes, author)
  }

  #hasSaid(author: DeviceKeys, key: string, by: number): Promise<void> {
    const doc = new Y.Doc()
    doc.getMap('meta').set(key, [key, by, NOON])
    return this.#hasWritten(author, key, new Uint8Array(Y.encodeStateAsUpdate(doc)), by)
  }

  async #hasWritten(author: DeviceKeys, key: string, update: Bytes, by: number): Promise<void> {
    const record = await this.#record(author, this.ledger.head(author.id), update, by)
    const judged = await this.judges(record.raw)
    if (judged.updates.length !== 1) throw new TypeError(`${key} was not taken: ${judged.aside[0]?.why}`)
    this.held.push(record)
  }

  /** A record with this header and this payload, whatever they are. */
  async sealed(
    draw: Draw,
    header: Bytes,
    plain: Bytes,
    { space, device, epoch }: Partial<Header> = {},
    author = this.desk,
  ): Promise<Bytes> {
    const key = (typeof epoch === 'number' ? this.epochs[epoch] : undefined) ?? this.key
    const inSpace = space instanceof Uint8Array ? new Uint8Array(space) : this.state.space
    const named = device instanceof Uint8Array ? new Uint8Array(device) : this.desk.id
    const nonce = draw.bytes(12)
    const box = await seededCrypto.aesSeal(
      await recordKey(key, inSpace, named, seededCrypto),
      nonce,
      pad(plain),
      header,
    )
    return signed(header, joined(nonce, box), author)
  }

  /** A frame with these records, at the next positions. */
  frame(...records: readonly Bytes[]): Bytes {
    return toBytes({ type: 'records', records: records.map((raw) => [this.#position++, raw] as const), end: true })
  }

  /** What is believed of one frame. Anything but a refusal of the one tree of errors is a crash. */
  async hears(frame: Bytes): Promise<readonly Bytes[]> {
    let message: Message
    try {
      message = parseMessage(frame)
    } catch (error) {
      if (error instanceof SyncError) return []
      throw error
    }
    if (message.type === 'records') {
      const judged = await this.judges(...message.records.map(([, raw]) => raw))
      return [...judged.updates, ...judged.applied, ...judged.own.map(({ bytes }) => bytes)]
    }
    if (message.type === 'ctl') {
      const known = { ...this, own: this.tablet.id, ownHash: async () => null }
      const { fresh, trouble } = await follow(known, message.fromN, message.entries, seededCrypto)
      if (trouble !== null && !(trouble instanceof SyncError)) throw trouble
      return fresh
    }
    return [] // nothing else that a server says is believed for its own sake
  }

  judges(...raws: readonly Bytes[]): Promise<Judged> {
    const records = raws.map((bytes) => ({ position: this.#position++, bytes }))
    const judging = { crypto: seededCrypto, state: this.state, own: this.tablet.id, epochs: this.epochs }
    return judge(records, this.ledger, this.authors, judging)
  }

  /** As after a restart: from what is on the disk. */
  startsAgain(): void {
    this.ledger = new Ledger(this.ledger.progress())
  }

  /** What the desk says next is taken, every word of it. */
  async goesOn(): Promise<boolean> {
    const judged = await this.judges(...this.next.map(({ raw }) => raw))
    return judged.updates.length === 6 && judged.updates.every((update, n) => areEqual(update, word(9000 + n)))
  }

  #record(author: DeviceKeys, head: Head, update: Bytes, by: number): Promise<Record> {
    const { seq, hash } = head
    const epoch = epochAt(this.state, this.state.n)
    const place = { seq: seq + 1, prev: hash, epoch, ctl: this.state.head.slice(0, 16), by, seen: [] }
    const header = { kind: 1 as const, space: this.state.space, device: author.id, ...place }
    const payload = { schema: 1, ts: NOON, update }
    return seal(header, payload, this.key, author.signing, seededCrypto.randomBytes(12), seededCrypto)
  }
}

/** Whatever this is, signed by whoever. */
export async function signed(header: Bytes, body: Bytes, author: DeviceKeys): Promise<Bytes> {
  const message = tagged('record', [header, await seededCrypto.sha256(body)])
  return encode([header, body, await seededCrypto.sign(author.signing, message)])
}

export function parsed(raw: Bytes): Promise<Record> {
  return parse(raw, seededCrypto)
}
