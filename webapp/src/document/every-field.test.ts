/**
 * Two hands at once on every field there is: whatever sync/document.py has is looked at here, because the list of fields and the
 * values to write are read from what is made of it. A field of a kind that is not known here fails.
 */

import { describe, expect, test } from 'vitest'
import { type By, type Document, type EntityName, fields, isConsent, type Stored } from '../../../sync/document.ts'
import { isFlatRoot } from '../../../sync/making.ts'
import schema from '../../../sync/schema.json'
import { letGo, putBack, whoAnswers } from '../map/kept-actions.ts'
import { sentence } from '../working/kept-words.ts'
import { type Device, meet, startTogether } from './devices-for-tests.ts'
import { isThingRoot, type Thing } from './differences.ts'
import type { Draft } from './draft.ts'
import { mayGive } from './giving.ts'
import { SILENT } from './kept.ts'
import { isOwn } from './own-things.ts'
import { initialOf } from './read.ts'
import { isSameValue } from './register.ts'

/** What either could do about a worry, either writes. */
const OF_EITHER: readonly string[] = ['worries/i_could', 'worries/you_could']

/** Yjs lets chance decide who wins: several seeds, so that both do. */
const SEEDS = [1, 2, 3]

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
}

const PARTS: Readonly<Record<string, Schema>> = schema.$defs
const OF_THE_DOCUMENT: Readonly<Record<string, Schema>> = schema.properties

/** Values that a field may have, a few of each kind that it may be. */
function samples(of: Schema): readonly unknown[] {
  if (of.$ref !== undefined) return samples(PARTS[of.$ref.slice('#/$defs/'.length)] ?? {})
  if (of.const !== undefined) return [of.const]
  if (of.enum !== undefined) return of.enum
  const kinds = of.anyOf ?? of.oneOf
  if (kinds !== undefined) return kinds.flatMap(samples)
  if (of.type === 'string') return ['here', 'there']
  if (of.type === 'integer') return [0, 1, 2]
  if (of.type === 'boolean') return [true, false]
  if (of.type === 'array') return samples(of.items ?? {}).map((one) => [one])
  if (of.type !== 'object' || of.properties === undefined) throw new Error('a kind of value that nobody thought of')
  return Object.entries(of.properties).reduce<readonly object[]>(
    (made, [name, part]) => made.flatMap((one) => samples(part).map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

const ROOTS = Object.keys(fields) as EntityName[]
const FIELDS = ROOTS.flatMap((root) =>
  Object.entries(fields[root] as Readonly<Record<string, Stored>>).map(([field, how]) => ({ root, field, how })),
)
/** Rounds are gathered anew, and let go of they leave nothing. */
const isSilent = ({ root, field }: { readonly root: EntityName; readonly field: string }) =>
  root === 'rounds' || SILENT.includes(field)
/** Words that were agreed on are written with their thing, and never after. */
const isSettled = ({ how }: { readonly how: Stored }) => how.stored === 'text' && how.hand === 'nobody'
const stored = (...kinds: readonly Stored['stored'][]) => FIELDS.filter(({ how }) => kinds.includes(how.stored))

/** The definition of the things of a root. */
function partOf(root: EntityName): Schema {
  const name = OF_THE_DOCUMENT[root]?.items?.$ref?.slice('#/$defs/'.length) ?? ''
  const part = PARTS[name]
  if (part === undefined) throw new Error(`nothing is said of ${root}`)
  return part
}

/** Two values for a register, neither of which is what it begins with where there are enough of them. */
function twoFor(root: EntityName, field: string, how: Stored): readonly [unknown, unknown] {
  const all = samples(partOf(root).properties?.[field] ?? {})
  if (how.stored === 'register') expect(all.every(how.fits)).toBe(true)
  const initial = initialOf(root, field)
  // Whether a thing is of a kind of which anybody may take the words out is said once, when it is made.
  const isForGood = (value: unknown): boolean =>
    field === 'kind' &&
    stored('text').some((each) => each.root === root && 'emptied' in each.how && each.how.emptied === value)
  const others = all.filter((value) => !isSameValue(value, initial) && !isForGood(value))
  const [one, other = initial] = others
  return [one, other]
}

/** Whose hands may write a field of what member 0 said. */
function handsFor(root: EntityName, field: string, begun: Readonly<Record<string, unknown>>): readonly [By, By] {
  const whose = (name: string): unknown => begun[name] ?? initialOf(root, name)
  const [first, second = first] = [0, 1].filter((by) => mayGive(by, root, field, whose))
  if (first === undefined || second === undefined) throw new Error(`nobody may write ${root} ${field}`)
  return [first, second]
}

/** Two devices at which both may write, with one thing of this root on both, said by member 0. */
function apart(seed: number, root: EntityName) {
  const [one, other] = startTogether(seed, ['both', 'both']) as [Device, Device]
  const begun: Readonly<Record<string, unknown>> = 'by' in fields[root] ? { by: 0 } : {}
  let id = ''
  one.document.change(
    'copy',
    (draft) => {
      // Whatever has no field but texts is said by some hand all the same.
      id = draft.create(root, { was: 'it', ...begun })
    },
    0,
  )
  meet(one, other)
  const shown = (): Document => {
    meet(one, other)
    const [here, there] = [one.document.snapshot.peek(), other.document.snapshot.peek()]
    expect(here).toEqual(there)
    return here
  }
  const write = (device: Device, field: string, values: readonly unknown[], by: By) => {
    for (const value of values) {
      device.document.change('bring back', (draft) => draft.write(`${root}/${id}`, field, value), by)
    }
  }
  return { one, other, id, begun, shown, write }
}

function valueIn(document: Document, root: EntityName, id: string, field: string): unknown {
  const things: readonly Thing[] = document[root]
  const thing: object | undefined = things.find((each) => each.id === id)
  if (thing === undefined) throw new Error('it is gone')
  const [name = '', inside] = field.split('/')
  const value: unknown = Reflect.get(thing, name)
  return inside === undefined ? value : Array.isArray(value) && value.includes(inside)
}

/** What lost is told in words, and put back in one tap by whoever may; nothing waits any more. */
function putsBack(device: Device, shown: () => Document, standsNow: () => unknown): void {
  const [lost] = shown().kept
  if (lost === undefined) throw new Error('what lost was not kept')
  expect(shown().kept).toHaveLength(1)
  expect(sentence(lost, shown())).toMatch(/^At the same time /)
  expect(device.do(() => putBack(lost.id, undefined, whoAnswers(lost, shown())))).toBe('done')
  // A yes to what may be told is asked for again.
  const isYes = isConsent(lost.value) && (lost.value.kind === 'yes' || lost.value.kind === 'exactly')
  expect(standsNow()).toEqual(isYes ? { kind: 'open' } : lost.value)
  expect(shown().kept).toEqual([])
}

/** Registers that stand by themselves, with two values for each. */
const FLAT: readonly (readonly [root: string, field: string, here: unknown, there: unknown])[] = [
  ...['name/0', 'name/1', 'phone/0', 'phone/1', 'meeting', 'meeting_place', 'late', 'resting'].map(
    (field) => ['meta', field, 'here', 'there'] as const,
  ),
  ['meta', 'meeting_chosen', ...firstTwo('meeting_chosen')],
  ['ties', 'ann/bo', 'tie', 'strong'],
  ['help', 'lift/words', 'a lift', 'a ride'],
  ['help', 'lift/answer', 'myself', 'rather not'],
]

function firstTwo(name: string): readonly [unknown, unknown] {
  const [here, there] = samples(OF_THE_DOCUMENT[name] ?? {}).filter((value) => value !== '')
  return [here, there]
}

test('every part of the document is looked at here', () => {
  const flat = FLAT.map(([root, field]) => (root === 'meta' ? field.replace(/\/\d$/, 's') : root))
  // Written once with the document, and what lost itself.
  const looked = new Set([...ROOTS, ...flat, 'schema', 'kind', 'kept'])
  expect(Object.keys(OF_THE_DOCUMENT).filter((name) => !looked.has(name))).toEqual([])
  expect(ROOTS.every(isThingRoot)).toBe(true)
  for (const root of ROOTS) {
    const all = Object.keys(partOf(root).properties ?? {}).filter((name) => name !== 'id' && name !== 'rows')
    expect(
      all.filter((name) => !(name in fields[root])),
      root,
    ).toEqual([])
  }
  expect(stored('register', 'text', 'links', 'flags', 'spot', 'rows')).toHaveLength(FIELDS.length)
})

describe.each(SEEDS)('with seed %i, of two hands at once', (seed) => {
  test.each(
    stored('register')
      .filter((each) => !isSilent(each))
      .map((each) => [each.root, each.field, each.how] as const),
  )('%s %s: one stands, and the other is kept beside it', (root, field, how) => {
    const { one, other, id, begun, shown, write } = apart(seed, root)
    const [first, second] = handsFor(root, field, begun)
    // Whose word it is, each says of themselves.
    const [here, there] = field === 'by' ? [first, second] : twoFor(root, field, how)
    if (isSameValue(here, there)) return expect(shown().kept).toEqual([])
    const isInitial = isSameValue(there, initialOf(root, field))
    write(one, field, field === 'by' ? [second, here] : [here], first)
    write(other, field, isInitial || field === 'by' ? [here, there] : [there], second)
    const stands = valueIn(shown(), root, id, field)
    expect([here, there]).toContainEqual(stands)
    if (field === 'by' && isOwn(root)) return undefined
    return putsBack(other, shown, () => valueIn(shown(), root, id, field))
  })

  test.each(
    stored('register')
      .filter(isSilent)
      .map((each) => [each.root, each.field] as const),
  )('%s %s: nobody need be told', (root, field) => {
    const { one, other, shown, write } = apart(seed, root)
    write(one, field, ['a1'], 0)
    write(other, field, ['a2'], isOwn(root) ? 0 : 1)
    expect(shown().kept).toEqual([])
  })

  test.each(
    stored('text')
      .filter(isSettled)
      .map(({ root, field }) => [root, field] as const),
  )('%s %s: nobody writes in them any more', (root, field) => {
    const { one, id, shown } = apart(seed, root)
    for (const by of [0, 1, 'both'] as const) {
      const text = one.document.textField(root, id, field, by)
      expect(text.edit('here', 0)).toEqual({ refused: 'theirs to say' })
      text.close()
    }
    expect(valueIn(shown(), root, id, field)).toBe('')
  })

  test.each(
    stored('text')
      .filter((each) => !isSettled(each))
      .map(({ root, field }) => [root, field] as const),
  )('%s %s: the words of both are in', (root, field) => {
    const { one, other, id, shown } = apart(seed, root)
    const add = (device: Device, words: string, by: By) => {
      const text = device.document.textField(root, id, field, by)
      const outcome = text.edit(text.value.peek() + words, 0)
      text.close()
      return outcome
    }
    const another = isOwn(root) ? 0 : 1
    expect([add(one, ' here', 0), add(other, ' there', another)]).toEqual(['done', 'done'])
    const words = valueIn(shown(), root, id, field)
    expect(words).toContain(' here')
    expect(words).toContain(' there')
    // What is one person's own word takes no other hand's, nor both.
    if (isOwn(root) && !OF_EITHER.includes(`${root}/${field}`)) {
      for (const by of [1, 'both'] as const) expect(add(other, ' elsewhere', by)).toEqual({ refused: 'theirs to say' })
      expect(valueIn(shown(), root, id, field)).toBe(words)
    }
    expect(shown().kept).toEqual([])
  })

  test.each(stored('links').map(({ root, field }) => [root, field] as const))(
    '%s %s: both are joined',
    (root, field) => {
      const { one, other, id, shown, write } = apart(seed, root)
      write(one, `${field}/ann`, [true], 0)
      write(other, `${field}/bo`, [true], 1)
      expect(valueIn(shown(), root, id, field)).toEqual(['ann', 'bo'])
      expect(shown().kept).toEqual([])
      write(one, `${field}/bo`, [false], 0)
      write(other, `${field}/bo`, [false, true], 1)
      shown()
      putsBack(one, shown, () => valueIn(shown(), root, id, `${field}/bo`))
    },
  )

  test.each(stored('flags').map(({ root, field }) => [root, field] as const))(
    '%s %s: both are ticked',
    (root, field) => {
      const { one, other, id, begun, shown, write } = apart(seed, root)
      const [first, second] = handsFor(root, field, begun)
      const [here, there] = samples(partOf(root).properties?.[field]?.items ?? {}).map(String)
      write(one, `${field}/${here}`, [true], first)
      write(other, `${field}/${there}`, [true], second)
      expect(valueIn(shown(), root, id, field)).toEqual([here, there].sort())
      expect(shown().kept).toEqual([])
      write(one, `${field}/${here}`, [false], first)
      write(other, `${field}/${here}`, [false, true], second)
      shown()
      putsBack(one, shown, () => valueIn(shown(), root, id, `${field}/${here}`))
    },
  )

  test.each(stored('spot').map(({ root, field }) => [root, field] as const))(
    '%s %s: one stands, and the other waits',
    (root, field) => {
      const { one, other, id, shown, write } = apart(seed, root)
      write(one, field, [['close', 900]], 0)
      write(other, field, [['life', 1800]], 1)
      const document = shown()
      const thing: object | undefined = (document[root] as readonly Thing[]).find((each) => each.id === id)
      // The owner's own placing stands, whoever comes first; the other's is a wonder, or is kept beside.
      expect(JSON.stringify([thing, document.kept])).toContain('"close"')
      expect(JSON.stringify([thing, document.kept])).toContain('"life"')
    },
  )

  test.each(stored('rows').map(({ root, field }) => [root, field] as const))(
    '%s %s: one stands, and the other is kept',
    (root, field) => {
      const { one, other, id, shown, write } = apart(seed, root)
      const row = (ring: string) => [ring, 0, 'person', 'unknown', false, [], []]
      write(one, `${field}/ann`, [row('close')], 0)
      write(other, `${field}/ann`, [row('life')], 1)
      expect(shown().kept).toHaveLength(1)
      expect(other.do(() => letGo(shown().kept[0]?.id ?? ''))).toBe('done')
      expect(valueIn(shown(), root, id, field)).toHaveLength(1)
    },
  )

  test('whatever stands by itself: one stands, and the other is kept beside it', () => {
    const situation = Object.keys(PARTS['Situation']?.properties ?? {})
    const ticks = ['gives', 'away', 'people/ann'].map((field) => ['help', `lift/${field}`] as const)
    for (const [root, field, here, there] of FLAT) {
      const { one, other, shown } = apart(seed, 'goals')
      one.document.change('bring back', (draft) => draft.write(root, field, here), 0)
      other.document.change('bring back', (draft) => draft.write(root, field, there), 1)
      const text = JSON.stringify(shown())
      for (const value of [here, there]) expect(text).toContain(JSON.stringify(value))
      putsBack(one, shown, () => shown() && there && shown().kept.length === 0 && kept(shown, one, root, field))
    }
    for (const [root, field] of ticks) {
      const { one, other, shown } = apart(seed, 'goals')
      one.document.change('bring back', (draft) => draft.write(root, field, true), 0)
      for (const value of [true, false]) {
        other.document.change('bring back', (draft) => draft.write(root, field, value), 1)
      }
      expect(shown().kept).toHaveLength(1)
    }
    const looked = [...FLAT, ...ticks].flatMap(([root, field]) => (root === 'help' ? [field.split('/')[1]] : []))
    expect(situation.filter((name) => ![...looked, 'id', 'order'].includes(name))).toEqual([])
    expect([...new Set(FLAT.map(([root]) => root))].every(isFlatRoot)).toBe(true)
  })

  test.each(ROOTS.filter(isOwn).map((root) => [root]))(
    '%s of each: both voices stand, and neither is in the other',
    (root) => {
      const { one, other, id, shown, write } = apart(seed, root)
      let theirs = ''
      const begin = (draft: Draft): void => {
        theirs = draft.create(root, { was: 'theirs', by: 1 })
      }
      other.document.change('copy', begin, 1)
      const before = shown()
      expect([id, theirs].map((each) => valueIn(before, root, each, 'by'))).toEqual([0, 1])
      for (const { field, how } of FIELDS.filter((each) => each.root === root && each.how.stored === 'register')) {
        if (field === 'by' || `${root}/${field}` === 'sayings/agreed') continue
        // A hand that has no right to it writes all the same, as no app does: nobody reads it as the other's word.
        const [value] = twoFor(root, field, how)
        write(other, field, [value], 1)
        expect(valueIn(shown(), root, id, field), field).toEqual(initialOf(root, field))
      }
      expect(one.document.snapshot.peek()[root]).toHaveLength(2)
    },
  )
})

function kept(shown: () => Document, device: Device, root: string, field: string): unknown {
  shown()
  let value: unknown
  device.document.change('bring back', (draft) => {
    value = root === 'ties' ? draft.document.ties[0]?.strength : undefined
    if (root === 'meta') {
      const [name = '', member] = field.split('/')
      const all: unknown = Reflect.get(draft.document, member === undefined ? name : `${name}s`)
      value = Array.isArray(all) ? all[Number(member)] : all
    }
    if (root === 'help') value = Reflect.get(draft.document.help[0] ?? {}, field.split('/')[1] ?? '')
  })
  return value
}
