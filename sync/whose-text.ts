/**
 * Whose words a text is: in one's own nobody else writes, and once words were agreed on, nobody does in those. Which texts
 * these are, document.py says (P10).
 */

import { fields, type Stored } from './document.ts'
import type { By } from './envelope.ts'
import { LIMITS } from './limits.ts'

/** In whose hand a text is written, and of which kind of thing anybody may take the words out. */
export interface Rule {
  readonly isSettled: boolean
  readonly emptied: string
}

export type Rules = ReadonlyMap<string, Rule>

/** By the root that a thing stands in: of the texts that not everybody writes. */
export const RULES: ReadonlyMap<string, Rules> = new Map(
  Object.entries(fields).flatMap(([root, all]) => {
    const rules = rulesOf(all)
    return rules.size > 0 ? [[root, rules] as const] : []
  }),
)

function rulesOf(all: Readonly<Record<string, Stored>>): Rules {
  return new Map(
    Object.entries(all).flatMap(([name, field]) => {
      if (field.stored !== 'text' || field.hand === undefined) return []
      return [[name, { isSettled: field.hand === 'nobody', emptied: field.emptied ?? '' }] as const]
    }),
  )
}

/** A statement, or an agreed wording. */
export class Thing {
  readonly rules: Rules
  /** Those whose word it is; null where nothing says so. */
  hands: ReadonlySet<By> | null = null
  kind: string | null = null

  constructor(rules: Rules) {
    this.rules = rules
  }

  /** Whether it would be the same hands' word, with the same to take out, with this register there. */
  saysAsBefore(key: string, value: unknown): boolean {
    if (key === 'by') return isSame(handsOf(value), this.hands)
    const kind = kindIn(value)
    return [...this.rules.values()].every((rule) => isEmptied(rule, kind) === isEmptied(rule, this.kind))
  }

  /** Whether this register tells whose its texts are: whoever writes it again leaves that as it is. */
  isPinned(key: string): boolean {
    const rules = [...this.rules.values()]
    if (key === 'by') return !rules.every(({ isSettled }) => isSettled)
    return key === 'kind' && rules.some(({ emptied }) => emptied !== '')
  }

  /** What a register says of it that was made with it. */
  take(key: string, value: unknown): void {
    if (key === 'by') this.hands = handsOf(value)
    else this.kind = kindIn(value)
  }
}

/** One text of a thing. */
export class Words {
  readonly thing: Thing
  readonly rule: Rule
  length = 0

  constructor(thing: Thing, rule: Rule) {
    this.thing = thing
    this.rule = rule
  }

  /** Whether this hand may write letters there. Agreed words that are too long for one update come in several. */
  mayGrow(by: By): boolean {
    if (this.rule.isSettled) return this.length >= LIMITS.insert_code_points
    return this.thing.hands === null || this.thing.hands.has(by)
  }

  /** Whether this hand may rub out letters there. */
  mayShrink(by: By): boolean {
    if (this.rule.isSettled) return false
    return this.mayGrow(by) || isEmptied(this.rule, this.thing.kind)
  }
}

/** Where a register says whose a thing is. */
export class Pin {
  readonly thing: Thing
  readonly key: string

  constructor(thing: Thing, key: string) {
    this.thing = thing
    this.key = key
  }
}

/** Anywhere else: at a key, where registers stand, or in a list, where letters do. */
export const KEY = 'key'
export const LIST = 'list'

/** Where an item stands, as far as that matters. */
export type Spot = Words | Pin | typeof KEY | typeof LIST

export const isAtKey = (spot: Spot): boolean => spot === KEY || spot instanceof Pin

const OWNER = 0

const isEmptied = ({ emptied }: Rule, kind: string | null): boolean => emptied !== '' && emptied === kind

/** Whose word it is, as readers have it, and both; of a copy that the owner made, the owner's too. */
function handsOf(stored: unknown): ReadonlySet<By> | null {
  if (!Array.isArray(stored) || stored.length < 3) return null
  const [member, hand] = [memberIn(stored[0]), memberIn(stored[1])]
  if (stored[1] === 'both') return new Set<By>(['both', member ?? OWNER])
  if (hand === null) return null
  return new Set<By>(['both', hand, ...(hand === OWNER && member !== null ? [member] : [])])
}

function memberIn(value: unknown): number | null {
  const member = typeof value === 'bigint' ? Number(value) : value
  return typeof member === 'number' && Number.isSafeInteger(member) && member >= 0 ? member : null
}

const kindIn = (stored: unknown): string | null =>
  Array.isArray(stored) && stored.length >= 3 && typeof stored[0] === 'string' ? stored[0] : null

function isSame(left: ReadonlySet<By> | null, right: ReadonlySet<By> | null): boolean {
  if (left === null || right === null) return left === right
  return left.size === right.size && [...left].every((by) => right.has(by))
}
