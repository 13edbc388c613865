/** The words that open what is kept on this tablet: made for people, or weighed when they bring their own. */

import type { Crypto } from '../../../../sync/crypto.ts'
import { normalForm } from '../../../../sync/sealed-file.ts'
import { allWords } from '../../../../sync/words.ts'
import type { Unlock } from '../stage.ts'

export type Strength = 'weak' | 'fair' | 'strong'

/** Below this nothing is kept: a guess at every such phrase takes an afternoon. */
const SHORTEST = 8

const WORDS_IN_A_PHRASE = 5
const STRONG_BITS = 52
const FAIR_BITS = 38
const COMMON = /^(password|passphrase|letmein|welcome|qwerty|iloveyou|kith|admin|monkey|dragon|football|liverpool)/i

/** Five different words of the list, 55 bits, with spaces between. */
export async function generatePassphrase(crypto: Pick<Crypto, 'randomBytes'>): Promise<string> {
  const words = await allWords()
  const chosen = new Set<string>()
  while (chosen.size < WORDS_IN_A_PHRASE) {
    const [number = 0] = new Uint16Array(crypto.randomBytes(2).buffer)
    chosen.add(words[number % words.length] ?? '')
  }
  return [...chosen].join(' ')
}

/** Whether this is a new unlock with words that are too few to keep anything. */
export function isTooShort(unlock: Unlock): boolean {
  return typeof unlock === 'object' && 'kind' in unlock && unlock.kind === 'passphrase' && isShort(unlock.passphrase)
}

export function isShort(passphrase: string): boolean {
  return normalForm(passphrase).length < SHORTEST
}

/**
 * A plain estimate: each different word counts as one of two thousand, characters by their kind, with repeats and rows
 * counted once. It is meant to warn of the weak, not to measure the strong.
 */
export function strength(passphrase: string): Strength {
  const bits = estimate(normalForm(passphrase))
  if (isShort(passphrase) || bits < FAIR_BITS) return 'weak'
  return bits < STRONG_BITS ? 'fair' : 'strong'
}

function estimate(passphrase: string): number {
  const words = passphrase.toLowerCase().split(/\s+/)
  if (words.length >= 3) return [...new Set(words)].reduce((sum, word) => sum + bitsOfWord(word), 0)
  const plain = COMMON.test(passphrase) ? 12 : 0
  const rest = passphrase.replace(COMMON, '')
  return plain + withoutRuns(rest) * bitsOfCharacter(rest)
}

function bitsOfWord(word: string): number {
  return Math.min(11, new Set(word).size * 4)
}

/** How many characters are not the same as, or next to, the one before: "aaaa" and "1234" count one. */
function withoutRuns(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1).length
}

function bitsOfCharacter(text: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]
  // A person's own capitals and figures stand where everybody's stand: they are worth less than chance would make them.
  return 2.6 + 0.6 * (kinds.filter((kind) => kind.test(text)).length - 1)
}
