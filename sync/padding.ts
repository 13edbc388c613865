/** Hiding how long something is: a marker, then zeros, up to one of few sizes (P27). Vectors: vectors/padding.json. */

import type { Bytes } from './bytes.ts'
import { Malformed } from './errors.ts'

const FLOOR_BYTES = 256
const PRESENCE_STEP_BYTES = 128
const MARKER = 0x80

/** The Padmé length of `sizeBytes`, at least the floor: at most 12 % more, and few values. */
export function padme(sizeBytes: number): number {
  if (sizeBytes <= FLOOR_BYTES) return FLOOR_BYTES
  const exponent = bitLength(sizeBytes) - 1
  const step = 2 ** (exponent - bitLength(exponent))
  return Math.ceil(sizeBytes / step) * step
}

/** The payload, the marker, and zeros up to the Padmé length of both. */
export function pad(payload: Bytes): Bytes {
  return marked(payload, padme(payload.length + 1))
}

/** The payload, the marker, and zeros up to a multiple of 128 bytes. */
export function padPresence(payload: Bytes): Bytes {
  return marked(payload, presenceSize(payload.length + 1))
}

/** What `pad` was given. Throws Malformed for bytes that it never gives back. */
export function unpad(padded: Bytes): Bytes {
  const payload = stripped(padded)
  if (padded.length !== padme(payload.length + 1)) throw new Malformed('padded to another length')
  return payload
}

/** What `padPresence` was given. Throws Malformed for bytes that it never gives back. */
export function unpadPresence(padded: Bytes): Bytes {
  const payload = stripped(padded)
  if (padded.length !== presenceSize(payload.length + 1)) throw new Malformed('padded to another length')
  return payload
}

function presenceSize(sizeBytes: number): number {
  return Math.ceil(sizeBytes / PRESENCE_STEP_BYTES) * PRESENCE_STEP_BYTES
}

function marked(payload: Bytes, size: number): Bytes {
  const padded = new Uint8Array(size)
  padded.set(payload)
  padded[payload.length] = MARKER
  return padded
}

function stripped(padded: Bytes): Bytes {
  let end = padded.length - 1
  while (padded[end] === 0) end--
  if (padded[end] !== MARKER) throw new Malformed('no marker')
  return padded.slice(0, end)
}

function bitLength(number: number): number {
  return 32 - Math.clz32(number)
}
