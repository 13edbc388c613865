/**
 * From a passphrase to 32 bytes with Argon2id (RFC 9106). The parameters are stored beside what they protect; values that
 * are too weak to be ours, or too large to run on an old phone, are refused before anything runs.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import { CAP, FLOOR, type KdfParameters, normalForm } from '../../../../sync/sealed-file.ts'
import { within } from '../../within.ts'
import { MemoryShort, PartMissing, UnlockRefused } from '../errors.ts'

/** The same work as for a file under words: README.md section 8 of the agreement. */
export type DerivationParameters = KdfParameters
export interface DerivationRequest extends DerivationParameters {
  /** UTF-8, in normal form C, so that the same words typed on another keyboard are the same bytes. */
  readonly passphrase: Uint8Array
  readonly salt: Uint8Array
}
export interface DerivationAnswer {
  /** Null when the machine could not do it: out of memory. */
  readonly key: Uint8Array | null
}
/** Where the derivation runs: its own worker in a browser, this thread in Node. Raises PartMissing where it cannot be had. */
export type Derive = (request: DerivationRequest) => Promise<DerivationAnswer>

/**
 * Raises UnlockRefused for parameters outside the floor and the cap, MemoryShort when the machine cannot run them now,
 * PartMissing where what runs them cannot be had.
 */
export async function deriveKey(
  passphrase: string,
  salt: Bytes,
  parameters: DerivationParameters,
  derive: Derive,
): Promise<Bytes> {
  if (!isWithin(parameters, FLOOR, CAP) || salt.length < 16) throw new UnlockRefused()
  const { key } = await derive({ passphrase: new TextEncoder().encode(normalForm(passphrase)), salt, ...parameters })
  if (key === null || key.length !== 32) throw new MemoryShort()
  return new Uint8Array(key)
}

function isWithin(asked: DerivationParameters, low: DerivationParameters, high: DerivationParameters): boolean {
  const names = ['memory_kib', 'passes', 'lanes'] as const
  return names.every((name) => Number.isInteger(asked[name]) && asked[name] >= low[name] && asked[name] <= high[name])
}

/** Half a second is usual, some seconds on an old phone. */
const LIMIT_MS = 120_000
/** A worker that nothing holds may be cleared away, without a word, while it waits for its WebAssembly. */
const atWork = new Set<Worker>()

/**
 * Runs one derivation in a worker that ends with it, so that its memory goes back at once. One that is never heard of again
 * is ended and started once more; null when that one is not heard of either.
 */
export function deriveInWorker(start: () => Worker, limit_ms = LIMIT_MS): Derive {
  return async (request) => {
    const silent = { key: null }
    return (await derivedBy(start(), request, limit_ms)) ?? (await derivedBy(start(), request, limit_ms)) ?? silent
  }
}

/** Null when the worker does not answer. Raises PartMissing when it cannot be fetched. */
async function derivedBy(
  worker: Worker,
  request: DerivationRequest,
  limit_ms: number,
): Promise<DerivationAnswer | null> {
  atWork.add(worker)
  const answer = new Promise<DerivationAnswer | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DerivationAnswer>) => resolve({ key: data.key })
    worker.onmessageerror = () => resolve(null)
    // a script that could not be fetched says nothing of why
    worker.onerror = (event) => (event.message ? resolve({ key: null }) : reject(new PartMissing(event)))
    worker.postMessage(request)
  })
  try {
    return await within(limit_ms, answer, null)
  } finally {
    worker.terminate()
    atWork.delete(worker)
  }
}
