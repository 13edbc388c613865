/** Good cryptography around an update that is malformed, not honest, or too much; and frames of other kinds. */

import { deflateRawSync, gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { type Bytes, bytesOf, joined } from '../../../../../sync/bytes.ts'
import { decode, encode, type Item, tagged } from '../../../../../sync/encoding.ts'
import { signed as signedEntry } from '../../../../../sync/entry.ts'
import { newDeviceKeys } from '../../../../../sync/keys.ts'
import { LIMITS } from '../../../../../sync/limits.ts'
import { toBytes } from '../../../../../sync/messages.ts'
import { array, octets } from '../../../../../sync/shape.ts'
import { flipped, type Tampering } from './records-for-tests.ts'
import { type Draw, HOPE, NOON, type Scene, seededCrypto, word } from './scene-for-tests.ts'

const GOOD = Array.from({ length: 16 }, (_, n) => word(5000 + n))
const ANY = 8
const MILLION = 1_000_000

/** As lib0 writes it. */
function number(value: number): Bytes {
  const found: number[] = []
  let left = value
  for (; left > 0x7f; left = Math.floor(left / 0x80)) found.push((left % 0x80) | 0x80)
  return Uint8Array.of(...found, left)
}
const text = (value: string) => joined(number(bytesOf(value).length), bytesOf(value))
const octetsOf = (...values: number[]) => Uint8Array.of(...values)
const byHand = (client: number, clock: number, struct: Bytes, deletes: Bytes = octetsOf(0)) =>
  joined(number(1), number(1), number(client), number(clock), struct, deletes)
const inMeta = (kind: number, content: Bytes) =>
  joined(octetsOf(kind | 0x20), number(1), text('meta'), text('a'), content)
const behind = (bit: number, client: number, clock: number, content: Bytes) =>
  joined(octetsOf(ANY | bit), number(client), number(clock), content)

const fresh = (draw: Draw): number => 10_000 + draw.below(2 ** 31)
const VALUE = joined(number(1), octetsOf(0x75, 3, 0x77), text('x'), octetsOf(0x7d, 1, 0x7d, 1))
const OTHERS = joined(number(1), octetsOf(0x75, 3, 0x77), text('x'), octetsOf(0x7d, 0, 0x7d, 1))

const around =
  (update: (draw: Draw) => Bytes): Tampering =>
  async (scene: Scene, draw: Draw) =>
    scene.frame(await scene.says(draw, update(draw)))

function malformed(draw: Draw): Bytes {
  const good = draw.of(GOOD)
  const client = fresh(draw)
  const ways = [
    () => good.slice(0, draw.below(good.length)),
    () => joined(good, draw.bytes(1 + draw.below(9))),
    () => new Uint8Array(),
    () => new Uint8Array(1 + draw.below(400)).fill(0xff),
    () => byHand(client, 0, inMeta(ANY, OTHERS)),
    () => joined(number(2), byHand(client, 0, inMeta(ANY, VALUE)).slice(1, -1), good.slice(1)).fill(0xfe, -2),
    () => byHand(client, 0, inMeta(draw.of([2, 3, 5, 6, 9, 11, 12, 17, 31]), draw.bytes(20))),
    () => byHand(client, 0, inMeta(1, number(0))),
    () => byHand(client, 0, inMeta(7, number(7 + draw.below(2 ** 20)))),
    () => byHand(client, 0, inMeta(7, number(1))),
    () => byHand(client, 0, behind(0x80, client + 1, draw.below(9), VALUE)),
    () => byHand(client, 0, behind(0x40, client + 1, draw.below(9), VALUE)),
    () => byHand(client, 1 + draw.below(2 ** 40), inMeta(ANY, VALUE)),
    () => joined(octetsOf(0, 1), number(client), octetsOf(1), number(draw.below(9)), number(1 + draw.below(2 ** 40))),
  ]
  return draw.of(ways)()
}

function oversized(draw: Draw): Bytes {
  const size = draw.of([2 ** 16, 2 ** 31, 2 ** 53 - 1, 2 ** 10 + draw.below(2 ** 40)])
  const said = joined(number(size), new Uint8Array(draw.below(200)).fill(0x61))
  const ways = [
    () => inMeta(4, said),
    () => joined(octetsOf(4 | 0x20), number(1), said),
    () => inMeta(ANY, joined(number(1), octetsOf(0x77), said)),
    () => inMeta(ANY, joined(number(1), octetsOf(0x74), said)),
    () => inMeta(7, joined(number(3), said)),
    () => inMeta(4, joined(number(LIMITS.record_bytes), new Uint8Array(LIMITS.record_bytes).fill(0x61))),
  ]
  return byHand(fresh(draw), 0, draw.of(ways)())
}

function million(draw: Draw): Bytes {
  const [client, count] = [fresh(draw), MILLION + draw.below(MILLION)]
  const rest = new Uint8Array(draw.below(300)).fill(0x7f)
  const ways = [
    () => joined(number(count), byHand(client, 0, inMeta(ANY, VALUE)).slice(1)),
    () => joined(number(1), number(count), number(client), number(0), inMeta(ANY, VALUE), octetsOf(0)),
    () => byHand(client, 0, inMeta(ANY, joined(number(count), rest))),
    () => joined(octetsOf(0), number(count), number(client), octetsOf(1, 0, 1)),
    () => joined(octetsOf(0, 1), number(client), number(count), rest),
    () => byHand(client, 0, inMeta(ANY, joined(number(3000), new Uint8Array(3000).fill(0x7f)))),
  ]
  return draw.of(ways)()
}

const nested: Tampering = async (scene, draw) => {
  const depth = draw.of([33, 34, 100, 33 + draw.below(20_000)])
  if (draw.chance(0.5)) {
    const level = draw.of([octetsOf(0x75, 1), octetsOf(0x76, 1, 1, 0x6b)])
    const levels = new Uint8Array(level.length * depth).map((_, at) => level[at % level.length] ?? 0)
    const struct = inMeta(ANY, joined(number(1), levels, octetsOf(0x7e)))
    return scene.frame(await scene.says(draw, byHand(fresh(draw), 0, struct)))
  }
  const deep = joined(new Uint8Array(depth - 16).fill(0x81), octetsOf(0x80))
  const header = encode(scene.header())
  const ways = [
    async () => scene.frame(await scene.sealed(draw, header, deep)),
    () => scene.frame(deep),
    () => deep,
    async () => scene.frame(await scene.sealed(draw, deep, encode([1, NOON, 'y1', word(1)]))),
  ]
  return draw.of(ways)()
}

const told = (entry: Bytes, fromN: number): Bytes => toBytes({ type: 'ctl', fromN, entries: [entry] })

/** An entry that was, as if it were the next, by whoever. */
async function again(
  scene: Scene,
  raw: Bytes,
  author: Scene['desk'],
  change: (header: Item[]) => void = () => undefined,
) {
  const header = [...array(decode(octets(array(decode(raw), 2)[0])))]
  ;[header[2], header[3], header[4]] = [scene.state.n + 1, scene.state.head, author.id]
  change(header)
  const bytes = encode(header)
  return encode([bytes, await seededCrypto.sign(author.signing, signedEntry(bytes))])
}

const rotations = (scene: Scene) => scene.chain.slice(-2)
const next = (scene: Scene) => scene.state.n + 1

const rotationReplayed: Tampering = async (scene, draw) => {
  const old = draw.of(rotations(scene))
  const ways = [
    () => told(old, draw.below(scene.chain.length + 9)),
    async () => told(await again(scene, old, scene.gone), next(scene)),
    async () => {
      const entry = await again(scene, old, scene.phone)
      return told(flipped(entry, draw, entry.length - 64), next(scene))
    },
    async () =>
      told(await again(scene, old, scene.phone, (header) => header.splice(1, 1, draw.bytes(16))), next(scene)),
    async () => told(flipped(await again(scene, old, scene.gone), draw), next(scene)),
  ]
  return draw.of(ways)()
}

const strangers = Promise.all(Array.from({ length: 4 }, () => newDeviceKeys(seededCrypto)))

/** Somebody is let in by an invitation that was used, that never was, or that is another space's. */
const invitation =
  (isOfAnotherSpace: boolean): Tampering =>
  async (scene, draw) => {
    const admission = scene.chain[2] ?? new Uint8Array()
    const keys = draw.of(await strangers)
    const entry = await again(scene, admission, scene.phone, (header) => {
      const [request, , wraps, heads] = array(header[7], 4)
      const asked = [...array(decode(octets(array(decode(octets(request)), 3)[0])))]
      ;[asked[4], asked[5]] = [keys.signing.public, keys.box.public]
      if (isOfAnotherSpace) asked[1] = draw.bytes(16)
      else if (draw.chance(0.3)) asked[2] = draw.bytes(16)
      const wrapped = array(array(wraps)[0], 2)[1] ?? null
      const rebuilt = encode([encode(asked), draw.bytes(64), draw.bytes(64)])
      const device = [keys.signing.public, keys.box.public, [1]]
      header[7] = [rebuilt, device, [[scene.state.devices.length, wrapped]], heads ?? []]
    })
    return told(entry, next(scene))
  }

/** A good frame in which one thing is of another kind; never null, which may stand for a thing that is not there. */
const confused: Tampering = (scene, draw) => {
  const [raw, id] = [scene.first.raw, scene.desk.id]
  const good: Item = draw.of<Item>([
    [12, [[900, raw]], true],
    [8, next(scene), [raw]],
    [10, scene.state.n, scene.state.head],
    [14, [[id, 1, 1]]],
    [15, id, 1, 'SEQ_CONFLICT', 1, raw],
    [19, raw],
    [24, [[1, raw]], false],
  ])
  return encode(other(good, draw))
}

function other(item: Item, draw: Draw): Item {
  if (Array.isArray(item) && item.length > 0 && draw.chance(0.9)) {
    const at = draw.below(item.length)
    return item.map((part: Item, place) => (place === at ? other(part, draw) : part))
  }
  const kinds: Item[] = [1 + draw.below(99), draw.bytes(5), 'text', false, -1, [draw.bytes(3)]]
  return draw.of(kinds.filter((kind) => kindOf(kind) !== kindOf(item)))
}

const kindOf = (item: Item): string =>
  Array.isArray(item) ? 'array' : item instanceof Uint8Array ? 'bytes' : typeof item

const compressed: Tampering = (scene, draw) => {
  const pack = draw.of([deflateRawSync, gzipSync])
  const level = draw.below(10)
  const packed = (bytes: Bytes) => joined(new Uint8Array(pack(bytes, { level })), draw.bytes(draw.below(4)))
  return draw.chance(0.5) ? packed(scene.frame(scene.first.raw)) : scene.frame(packed(scene.first.raw))
}

/** A request to join that is handed on as an entry, and words that no frame says. */
const garbage: Tampering = (scene, draw) => {
  const ways = [() => draw.bytes(draw.below(400)), () => told(draw.bytes(99), next(scene)), () => tagged('x', 'text')]
  return draw.of(ways)()
}

/** What a member's changed app could say of words that are another's own (P10). */
function lettersOfAnothers(draw: Draw): Bytes {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, HOPE)
  doc.clientID = fresh(draw)
  const said = doc.getMap('sayings').get('hope')
  const words = said instanceof Y.Map ? said.get('words') : null
  if (!(said instanceof Y.Map && words instanceof Y.Text)) throw new TypeError('nobody hopes')
  const at = draw.below(words.length)
  const ways = [
    () => words.insert(at, 'never '),
    () => words.insert(words.length, ' again'),
    () => words.delete(at, 1 + draw.below(words.length - at)),
    () => said.set('by', [1, 1, NOON]),
    () => said.delete('by'),
    () => said.set('kind', ['thought', 1, NOON]),
  ]
  const deeds: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => deeds.push(update))
  doc.transact(draw.of(ways))
  return new Uint8Array(deeds[0] ?? [])
}

export const OTHERS_THAN_RECORDS: { readonly [name: string]: Tampering } = {
  'good cryptography around a malformed update': around(malformed),
  'an update with oversized strings': around(oversized),
  'an update of 1e6 operations': around(million),
  'an update nested too deep': nested,
  'a key rotation replayed': rotationReplayed,
  'an invitation used again': invitation(false),
  'an invitation of another space': invitation(true),
  'things of another type': confused,
  "letters in another's own words": around(lettersOfAnothers),
  compressed,
  garbage,
}
