/**
 * Deterministic CBOR of a small kind of value (RFC 8949 section 4.2): one value, one encoding, one decoding.
 * vectors/encoding.json holds this and encoding.py to the same answers.
 */

import { type Bytes, bytesOf } from './bytes.ts'
import { Malformed } from './errors.ts'

export type Item = null | boolean | number | string | Bytes | readonly Item[]

/** Arrays within arrays. */
export const MAX_DEPTH = 16

const FALSE = 0xf4
const TRUE = 0xf5
const NULL = 0xf6

/** The one encoding of `item`. Throws Malformed for what has none (a fraction, a lone surrogate, too deep). */
export function encode(item: Item): Bytes {
  return written(NOTHING, item)
}

/** The value whose encoding is `bytes`; byte strings are copies. Throws Malformed for anything but that encoding. */
export function decode(bytes: Uint8Array, maxDepth = MAX_DEPTH): Item {
  const reader = new Reader(bytes)
  const item = reader.read(maxDepth)
  reader.end()
  return item
}

/** What is signed, hashed or bound: a prefix that names the purpose, then the encoding of `item`. */
export function tagged(tag: string, item: Item): Bytes {
  const prefix = prefixes.get(tag) ?? bytesOf(`kith/v1/${tag}\0`)
  prefixes.set(tag, prefix)
  return written(prefix, item)
}

const NOTHING = new Uint8Array()
/** By tag: there are a few dozen. */
const prefixes = new Map<string, Bytes>()

function written(prefix: Uint8Array, item: Item): Bytes {
  writer.begin(prefix)
  writer.write(item, 0)
  return writer.bytes()
}

const FIRST_ROOM = 1024
/** What a writer holds on to between two values. */
const MOST_ROOM = 0x10000

// `private`, not #: the compiler gives older browsers a look-up for every #, and every byte of a log passes here.
class Writer {
  private buffer = new Uint8Array(FIRST_ROOM)
  private size = 0

  begin(prefix: Uint8Array): void {
    if (this.buffer.length > MOST_ROOM) this.buffer = new Uint8Array(FIRST_ROOM)
    this.size = 0
    this.room(prefix.length)
    this.buffer.set(prefix)
    this.size = prefix.length
  }

  bytes(): Bytes {
    return this.buffer.slice(0, this.size)
  }

  write(item: Item, depth: number): void {
    if (item === null) this.byte(NULL)
    else if (typeof item === 'boolean') this.byte(item ? TRUE : FALSE)
    else if (typeof item === 'number') this.whole(item)
    else if (typeof item === 'string') {
      if (/\p{Surrogate}/u.test(item)) throw new Malformed('a lone surrogate')
      this.run(3, bytesOf(item))
    } else if (item instanceof Uint8Array) this.run(2, item)
    else {
      if (depth >= MAX_DEPTH) throw new Malformed('too deep')
      this.head(4, item.length)
      for (const part of item) this.write(part, depth + 1)
    }
  }

  private whole(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Malformed('not a whole number of 53 bits')
    if (value < 0) this.head(1, -1 - value)
    else this.head(0, value)
  }

  private run(major: number, bytes: Uint8Array): void {
    this.head(major, bytes.length)
    this.room(bytes.length)
    this.buffer.set(bytes, this.size)
    this.size += bytes.length
  }

  private head(major: number, argument: number): void {
    const top = major << 5
    if (argument < 24) this.byte(top | argument)
    else if (argument < 0x100) this.number(top | 24, argument, 1)
    else if (argument < 0x10000) this.number(top | 25, argument, 2)
    else if (argument < 0x100000000) this.number(top | 26, argument, 4)
    else this.number(top | 27, argument, 8)
  }

  private number(first: number, argument: number, size: number): void {
    this.byte(first)
    this.room(size)
    // Division, not shifts: an argument of 8 bytes has up to 53 bits.
    for (let at = size - 1, left = argument; at >= 0; at--, left = Math.floor(left / 0x100)) {
      this.buffer[this.size + at] = left % 0x100
    }
    this.size += size
  }

  private byte(byte: number): void {
    this.room(1)
    this.buffer[this.size++] = byte
  }

  private room(more: number): void {
    if (this.size + more <= this.buffer.length) return
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.size + more))
    larger.set(this.buffer)
    this.buffer = larger
  }
}

/** One for all: writing is never interrupted. */
const writer = new Writer()

/** Below these a shorter form exists, for arguments of 1, 2, 4 and 8 bytes. */
const SMALLEST = [24, 0x100, 0x10000, 0x100000000] as const
// ignoreBOM: a leading U+FEFF is part of the text, not a mark to drop.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

class Reader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Malformed('spare bytes at the end')
  }

  read(levels: number): Item {
    const first = this.byte()
    if (first === FALSE || first === TRUE) return first === TRUE
    if (first === NULL) return null
    const argument = this.argument(first & 0x1f)
    switch (first >> 5) {
      case 0:
        return argument
      case 1:
        if (argument === Number.MAX_SAFE_INTEGER) throw new Malformed('a number too large')
        return -1 - argument
      case 2:
        return this.run(argument)
      case 3:
        return this.text(argument)
      case 4:
        return this.array(argument, levels)
      default:
        throw new Malformed('a kind of value that is not used')
    }
  }

  private array(length: number, levels: number): Item {
    if (length > this.left) throw new Malformed('ends too early') // each item is at least a byte
    if (levels <= 0) throw new Malformed('too deep')
    const items: Item[] = []
    for (let count = 0; count < length; count++) items.push(this.read(levels - 1))
    return items
  }

  private text(size: number): string {
    const raw = this.run(size)
    try {
      return utf8.decode(raw)
    } catch (error) {
      if (error instanceof TypeError) throw new Malformed('text that is not UTF-8')
      throw error
    }
  }

  private argument(low: number): number {
    if (low < 24) return low
    if (low > 27) throw new Malformed('a reserved or indefinite length')
    let argument = 0
    for (let size = 1 << (low - 24); size > 0; size--) argument = argument * 0x100 + this.byte()
    if (argument < (SMALLEST[low - 24] ?? 0)) throw new Malformed('not the shortest form')
    if (argument > Number.MAX_SAFE_INTEGER) throw new Malformed('a number too large')
    return argument
  }

  private run(size: number): Bytes {
    if (size > this.left) throw new Malformed('ends too early')
    const run = new Uint8Array(this.bytes.subarray(this.at, this.at + size))
    this.at += size
    return run
  }

  private byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Malformed('ends too early')
    return byte
  }

  private get left(): number {
    return this.bytes.length - this.at
  }
}
