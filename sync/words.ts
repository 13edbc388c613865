/** The 2,048 kind words that keys and comparisons are read aloud in: loaded when they are first needed. */

const COUNT = 2048
const BITS = 11n
/** The words differ in this many first letters. */
const TELLING = 4

export const WORD_BITS = 11

interface Words {
  readonly all: readonly string[]
  /** The first letters of a word to its place, which is the number that it stands for. */
  readonly places: ReadonlyMap<string, number>
}

let loaded: Promise<Words> | null = null

/** Every word, in order; a word's place is the number that it stands for. */
export async function allWords(): Promise<readonly string[]> {
  return (await words()).all
}

/** The words for a number of `count` times 11 bits, most significant first. */
export async function fromBits(bits: bigint, count: number): Promise<readonly string[]> {
  const { all } = await words()
  return Array.from({ length: count }, (_, at) => {
    const place = Number((bits >> (BITS * BigInt(count - 1 - at))) & BigInt(COUNT - 1))
    return all[place] ?? ''
  })
}

/**
 * The number that these words stand for, or null if one of them is not a word of ours.
 * Capital letters do not matter, and four letters are enough; a longer word must be right to its end.
 */
export async function toBits(typed: readonly string[]): Promise<bigint | null> {
  const { all, places } = await words()
  let bits = 0n
  for (const word of typed.map((one) => one.toLowerCase())) {
    const place = places.get(word.slice(0, TELLING))
    const known = place === undefined ? undefined : all[place]
    if (place === undefined || known === undefined) return null
    if (word !== known && word !== known.slice(0, TELLING)) return null
    bits = (bits << BITS) | BigInt(place)
  }
  return bits
}

function words(): Promise<Words> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null // the next who asks tries again
    throw error
  })
  return loaded
}

async function load(): Promise<Words> {
  const text = (await import('./words.txt?raw')).default
  const all = text.split('\n').filter((line) => line !== '')
  const places = new Map(all.map((word, place) => [word.slice(0, TELLING), place]))
  if (all.length !== COUNT || places.size !== COUNT) throw new TypeError('words.txt does not hold 2,048 words')
  return { all, places }
}
