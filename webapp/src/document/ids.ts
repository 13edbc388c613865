/** Names for new entities: UUIDs of version 7, so that sorted by id they stand in the order in which they were made. */

export type Randomness = (size_bytes: number) => Uint8Array

export function randomBytes(size_bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size_bytes))
}

/** Makes ids that rise, also within one millisecond and when the clock goes back. */
export class Ids {
  readonly #now: () => number
  readonly #randomness: Randomness
  #last_ms = 0

  constructor(now: () => number, randomness: Randomness) {
    this.#now = now
    this.#randomness = randomness
  }

  next(): string {
    this.#last_ms = Math.max(Math.floor(this.#now()), this.#last_ms + 1)
    return newId(this.#last_ms, this.#randomness(16))
  }
}

function newId(now_ms: number, bytes: Uint8Array): string {
  let rest = now_ms
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A 32-bit client id of Yjs that nobody in `taken` has: the same id twice would let replicas differ for ever. */
export function newClientId(taken: ReadonlyMap<number, number>, randomness: Randomness): number {
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = randomness(4)
    const id = ((a * 256 + b) * 256 + c) * 256 + d
    if (id !== 0 && !taken.has(id)) return id
  }
}
