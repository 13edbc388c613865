/** Several names given at once, and whether somebody of that name may be on the map already. */

import type { Person } from '../../../sync/document.ts'

/** Names from a line or a pasted list, in order: parted by lines, commas, semicolons or tabs, without what a list begins with. */
export function namesGiven(text: string): readonly string[] {
  return text
    .split(/[\n\r,;\t]+/)
    .map((part) => part.replace(/^\s*(?:[-*\u2022\u00b7]|\d{1,3}[.)])\s+/, '').trim())
    .filter((name) => name !== '')
}

/**
 * Whoever may be meant: the same name but for capitals and accents, one that begins with the other ("Dave", "Dave from work"),
 * or a longer one that differs by a letter. Who has died is never asked about, and what is missing is nobody.
 */
export function maybeTheSame(name: string, people: readonly Person[]): Person | undefined {
  const given = plain(name)
  if (given === '') return undefined
  const found = people.filter((person) => canBeMeant(person) && isLike(given, plainNameOf(person)))
  return found.find(({ archived }) => !archived) ?? found[0]
}

/** Whether somebody on the map is called just this, but for capitals, accents and signs. */
export function isCalled(name: string, people: readonly Person[]): boolean {
  const given = plain(name)
  return people.some(
    (person) => !person.archived && canBeMeant(person) && plainNameOf(person) === given && given !== '',
  )
}

/** The same but for capitals, accents and signs. */
export function isSameName(one: string, other: string): boolean {
  const name = plain(one)
  return name !== '' && name === plain(other)
}

function canBeMeant({ died, kind }: Person): boolean {
  return !died && kind !== 'missing'
}

function isLike(given: string, known: string): boolean {
  if (given === known) return true
  if (`${known} `.startsWith(`${given} `) || `${given} `.startsWith(`${known} `)) return true
  return Math.min(given.length, known.length) >= LONG_ENOUGH && isOneLetterOff(given, known)
}

/** Shorter names a letter apart (Ana, Ann) are mostly two people. */
const LONG_ENOUGH = 5

const known = new WeakMap<Person, string>()

/** Worked out once for each person as they are: whoever is added is held against everybody. */
function plainNameOf(person: Person): string {
  const before = known.get(person)
  if (before !== undefined) return before
  const name = plain(person.name)
  known.set(person, name)
  return name
}

/** Without accents, capitals, and signs between words. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim()
}

function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}
