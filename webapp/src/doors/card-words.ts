/** Twelve words as somebody types them: how far they are, and which one is on no card. Pure; nothing typed is ever cleared. */

export const CARD_WORDS = 12
const TELLING = 4

export type TypedCard =
  | { readonly state: 'fewer'; readonly missing: number }
  | { readonly state: 'more' }
  | { readonly state: 'wrong'; readonly word: string; readonly at: number }
  | { readonly state: 'complete' }

/** The words in what was typed, in small letters; figures, dots and commas between them do not count. */
export function typedWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/** Looks at what was typed against the list. The last word counts as unfinished while it is shorter than four letters. */
export function lookAt(text: string, all: readonly string[]): TypedCard {
  const typed = typedWords(text)
  const known = new Map(all.map((word) => [word.slice(0, TELLING), word]))
  const isWriting = /[a-z]$/i.test(text)
  for (const [at, word] of typed.entries()) {
    const isLast = at === typed.length - 1
    const whole = known.get(word.slice(0, TELLING))
    const fits = whole !== undefined && (word.length >= TELLING ? whole.startsWith(word) : false)
    if (fits || (isLast && isWriting && word.length < TELLING)) continue
    return { state: 'wrong', word, at: at + 1 }
  }
  const last = typed[typed.length - 1] ?? ''
  const finished = last.length < TELLING ? typed.length - (typed.length > 0 ? 1 : 0) : typed.length
  if (finished > CARD_WORDS) return { state: 'more' }
  if (finished < CARD_WORDS) return { state: 'fewer', missing: CARD_WORDS - finished }
  return { state: 'complete' }
}
