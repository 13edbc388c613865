/** Tampered records: what a server, a thief of old keys or a broken device could hand on. For tests only. */

import { type Bytes, joined } from '../../../../../sync/bytes.ts'
import { encode } from '../../../../../sync/encoding.ts'
import { device, epochAt } from '../../../../../sync/membership.ts'
import { type Draw, NOON, parsed, type Scene, signed, word } from './scene-for-tests.ts'

/** Gives a whole frame. */
export type Tampering = (scene: Scene, draw: Draw) => Promise<Bytes> | Bytes

const WORD = word(4711)
const PLAIN = encode([1, NOON, 'y1', WORD])
const [NONCE, TAG] = [12, 16]

/** One bit changed. */
export function flipped(part: Bytes, draw: Draw, first = 0, last = part.length): Bytes {
  const found = part.slice()
  const at = first + draw.below(last - first)
  found[at] = (found[at] ?? 0) ^ (1 << draw.below(8))
  return found
}

const cut = (part: Bytes, draw: Draw): Bytes => part.slice(0, draw.below(part.length))

/** Half of them with the signature that was there before, half signed by the author's own key again. */
async function record(scene: Scene, draw: Draw, header: Bytes, body: Bytes): Promise<Bytes> {
  if (draw.chance(0.5)) return scene.frame(await signed(header, body, scene.desk))
  return scene.frame(encode([header, body, scene.first.signature]))
}

const bodyBit =
  (first: (size: number) => number, last: (size: number) => number): Tampering =>
  (scene, draw) => {
    const { headerBytes, body } = scene.first
    return record(scene, draw, headerBytes, flipped(body, draw, first(body.length), last(body.length)))
  }

const truncated: Tampering = (scene, draw) => {
  const { headerBytes, body, raw } = scene.first
  const ways = [
    () => scene.frame(cut(raw, draw)),
    () => record(scene, draw, headerBytes, cut(body, draw)),
    () => record(scene, draw, cut(headerBytes, draw), body),
    () => cut(scene.frame(raw), draw),
  ]
  return draw.of(ways)()
}

const extended: Tampering = (scene, draw) => {
  const { headerBytes, body, raw } = scene.first
  const more = draw.bytes(1 + draw.below(40))
  const ways = [
    () => scene.frame(joined(raw, more)),
    () => record(scene, draw, headerBytes, joined(body, more)),
    () => record(scene, draw, joined(headerBytes, more), body),
    () => joined(scene.frame(raw), more),
  ]
  return draw.of(ways)()
}

const empty: Tampering = (scene, draw) => {
  const { headerBytes, body } = scene.first
  const nothing = new Uint8Array()
  const ways = [
    () => nothing,
    () => scene.frame(nothing),
    () => scene.frame(encode([nothing, nothing, nothing])),
    () => scene.frame(encode([])),
    () => record(scene, draw, nothing, body),
    () => record(scene, draw, headerBytes, body.slice(0, draw.below(NONCE + TAG + 1))),
    async () => scene.frame(await scene.sealed(draw, headerBytes, nothing)),
  ]
  return draw.of(ways)()
}

const wrongVersion: Tampering = async (scene, draw) => {
  const version = draw.of([0, 2, 3, 255, Number.MAX_SAFE_INTEGER, -1, 2 + draw.below(1_000_000)])
  return scene.frame(await scene.says(draw, WORD, { version }))
}

const wrongSpace: Tampering = async (scene, draw) =>
  scene.frame(await scene.says(draw, WORD, { space: draw.bytes(16) }))

const oldEpoch: Tampering = async (scene, draw) => {
  const { state } = scene
  const epoch = draw.below(epochAt(state, state.n))
  const then = state.hashes.filter((_, n) => epochAt(state, n) <= epoch).length - 1
  const ctl = (draw.chance(0.5) ? state.head : (state.hashes[then] ?? state.head)).slice(0, 16)
  return scene.frame(await scene.says(draw, WORD, { epoch, ctl }))
}

const futureEpoch: Tampering = async (scene, draw) => {
  const epoch = epochAt(scene.state, scene.state.n) + draw.of([1, 2, 2 ** 31, 1 + draw.below(2 ** 40)])
  return scene.frame(await scene.says(draw, WORD, { epoch }))
}

const replayed: Tampering = (scene, draw) =>
  scene.frame(...Array.from({ length: 1 + draw.below(3) }, () => draw.of(scene.held).raw))

const replayedLater: Tampering = (scene, draw) => {
  scene.startsAgain()
  return replayed(scene, draw)
}

/** Later records without the first, and one in the place of another. */
const reordered: Tampering = async (scene, draw) => {
  const later = scene.next.slice(1).filter(() => draw.chance(0.5))
  const [moved] = later
  if (!moved || draw.chance(0.5)) return scene.frame(...later.reverse().map(({ raw }) => raw))
  const { seq, prev } = moved.header
  return scene.frame(await scene.says(draw, WORD, { seq: seq - 1, prev }))
}

const sameSeq: Tampering = async (scene, draw) => {
  const { seq, prev } = draw.of(scene.held.slice(-3)).header
  return scene.frame(await scene.says(draw, WORD, { seq, prev }, draw.of([scene.desk, scene.phone])))
}

const otherDevice: Tampering = async (scene, draw) => {
  const named = draw.of([scene.phone, scene.tablet])
  const head = scene.ledger.head(named.id)
  const place = draw.of([
    { seq: head.seq + 1, prev: head.hash },
    { seq: head.seq, prev: draw.bytes(32) },
  ])
  return scene.frame(await scene.says(draw, WORD, { device: named.id, by: 0, ...place }))
}

const unsigned: Tampering = async (scene, draw) => {
  const { headerBytes, body } = await parsed(await scene.says(draw, WORD))
  const size = draw.of([0, 1, 63, 65, 128])
  const other = scene.next[1]?.signature ?? new Uint8Array(64)
  const forged = draw.of([new Uint8Array(64), draw.bytes(64), other, new Uint8Array(size), draw.bytes(size)])
  return scene.frame(encode([headerBytes, body, forged]))
}

const removed: Tampering = async (scene, draw) => {
  const { state, gone } = scene
  const first = device(state, gone.id)?.admittedN ?? 0
  const n = first + draw.below(state.n + 1 - first)
  const { seq, hash: prev } = scene.ledger.head(gone.id)
  const ctl = (state.hashes[n] ?? state.head).slice(0, 16)
  const place = { seq: seq + 1, prev, ctl, epoch: epochAt(state, n) }
  return scene.frame(await scene.says(draw, WORD, { device: gone.id, ...place }, gone))
}

/** Numbers at the end of what a number may be, and beyond it. */
const jumped: Tampering = async (scene, draw) => {
  const name = draw.of(['seq', 'epoch', 'by'] as const)
  if (draw.chance(0.5)) {
    return scene.frame(await scene.says(draw, WORD, { [name]: Number.MAX_SAFE_INTEGER - draw.below(1000) }))
  }
  const mark = encode(2 ** 41 + draw.below(2 ** 20))
  const header = encode(scene.header({ [name]: 2 ** 41 + 1 }))
  const at = indexOf(header, encode(2 ** 41 + 1))
  const beyond = joined(Uint8Array.of(0x1b), draw.of([BEYOND, FAR, mark.slice(0, 8).fill(0xff)]))
  return scene.frame(
    await scene.sealed(draw, joined(header.slice(0, at), beyond, header.slice(at + beyond.length)), PLAIN),
  )
}
const BEYOND = Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0)
const FAR = Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0)

function indexOf(whole: Bytes, part: Bytes): number {
  return whole.findIndex((_, at) => part.every((byte, offset) => whole[at + offset] === byte))
}

const reused: Tampering = async (scene, draw) => {
  const { device: id, seq, prev, by } = draw.of(scene.held).header
  return scene.frame(await scene.says(draw, WORD, { device: id, seq, prev, by }))
}

export const RECORDS: { readonly [name: string]: Tampering } = {
  'a bit flipped in the ciphertext': bodyBit(
    () => NONCE,
    (size) => size - TAG,
  ),
  'a bit flipped in the tag': bodyBit(
    (size) => size - TAG,
    (size) => size,
  ),
  'a bit flipped in the nonce': bodyBit(
    () => 0,
    () => NONCE,
  ),
  'a bit flipped in the header': (scene, draw) =>
    record(scene, draw, flipped(scene.first.headerBytes, draw), scene.first.body),
  truncated,
  extended,
  empty,
  'of a wrong version': wrongVersion,
  'of a wrong space': wrongSpace,
  'of an old epoch': oldEpoch,
  'of a future epoch': futureEpoch,
  replayed,
  'replayed after a restart': replayedLater,
  'out of order': reordered,
  'of the same seq with another body': sameSeq,
  "in another device's name": otherDevice,
  'not signed': unsigned,
  'signed by a removed device': removed,
  'a counter that jumps to 2^53': jumped,
  'a counter used again': reused,
}
