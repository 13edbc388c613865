/** Text in code points: half an emoji must never reach a shared text, or replicas differ for ever. */

/** Names and relations are short; longer words belong into a text. Checked when a person types, never when reading. */
export const NAME_CODE_POINTS = 200

const LONE_SURROGATES = /\p{Surrogate}/gu

/** The text with each half of a broken pair replaced. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, '\uFFFD')
}

/** How many code points there are in `text`. */
export function countCodePoints(text: string): number {
  let count = text.length
  for (let i = 1; i < text.length; i++) if (splitsPair(text, i)) count--
  return count
}

/** Whether `index` lies inside a surrogate pair. */
export function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** The text in pieces of at most `most` code points. */
export function inPieces(text: string, most: number): string[] {
  const pieces: string[] = []
  let start = 0
  let count = 0
  let index = 0
  while (index < text.length) {
    index += splitsPair(text, index + 1) ? 2 : 1
    count++
    if (count === most) {
      pieces.push(text.slice(start, index))
      start = index
      count = 0
    }
  }
  if (start < text.length) pieces.push(text.slice(start))
  return pieces
}

/** So much of what is new goes into one update: a record holds it with room to spare. */
const LOT_CODE_UNITS = 8000

/** In lots that fit into one update each, by the code units that each part takes, or bytes; a part that is too large stands alone. */
export function inLots<Part>(parts: readonly Part[], sizeOf: (part: Part) => number, most = LOT_CODE_UNITS): Part[][] {
  const lots: Part[][] = []
  let room = 0
  for (const part of parts) {
    const size = sizeOf(part)
    if (size > room) {
      lots.push([])
      room = most
    }
    lots[lots.length - 1]?.push(part)
    room -= size
  }
  return lots
}

/** A value of a register with every text in it well formed. */
export function wellFormedValue(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return value.map(wellFormedValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wellFormedValue(part)]))
}
