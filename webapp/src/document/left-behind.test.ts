/** What could not come along when a place was begun afresh, thing by thing, and what keeping it does to the new place. */

import { afterEach, expect, test } from 'vitest'
import { sentences } from '../history/said.ts'
import { addPerson, archivePerson, setNames, setRelation } from '../map/actions.ts'
import { setContext } from '../map/detail-actions.ts'
import { linkHelper } from '../map/help-actions.ts'
import { takePicture } from '../map/picture-actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { tie } from '../map/tie-actions.ts'
import { addOuting } from '../out/actions.ts'
import { addWorry } from '../out/support-actions.ts'
import { addGoal, addStep, setStepWho } from '../plan/actions.ts'
import { addStrength } from '../strengths/actions.ts'
import { addSaying, placeThought } from '../talk/actions.ts'
import { copyInto } from './afresh.ts'
import { current } from './current.ts'
import { differencesBetween } from './differences.ts'
import { documentOf, keep, leftBehind, stillUnsaid } from './left-behind.ts'
import { SharedDocument } from './shared-document.ts'
import { silenceOf } from './updates.ts'

const now = () => Date.UTC(2026, 10, 28)

afterEach(() => {
  current.value = null
})

function writes(document: SharedDocument, id: string, field: string, text: string): void {
  const written = document.textField('steps', id, field)
  written.edit(text, text.length)
  written.close()
}

/** An old place in which Ana and a step came along, and what was written there afterwards and did not. */
function parted() {
  const old = new SharedDocument({ now, thisMember: 0 })
  current.value = old
  setNames(['Sam', 'Jo'])
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  const step = String(addStep({ what: 'Ask Ana' }))
  const before = old.snapshot.peek()
  const fresh = new SharedDocument({ now })
  copyInto(fresh, before, new Set())
  const bo = String(addPerson({ name: 'Bo', kind: 'person' }))
  const gone = String(addPerson({ name: 'Put away at once', kind: 'person' }))
  archivePerson(gone)
  setRelation(ana, 'sister')
  setStepWho(step, { kind: 'person', id: bo })
  writes(old, step, 'what', 'Ask Ana on Tuesday')
  const goal = String(addGoal('Paint again'))
  const left = leftBehind(before, old.snapshot.peek(), 0)
  const about = (id: string) => {
    const found = left.find(({ key }) => key.endsWith(id))
    if (found === undefined) throw new Error(`nothing about ${id}`)
    return found
  }
  return { fresh, left, about, ana, step, bo, goal }
}

test('each thing is one, in plain words; what came and went is none', () => {
  const { left, ana, bo, goal, step } = parted()
  expect(left.map(({ key }) => key).sort()).toEqual(
    [`people/${ana}`, `people/${bo}`, `goals/${goal}`, `steps/${step}`].sort(),
  )
  const said = left.flatMap((thing) => sentences({ ...thing, place: 0, at: 0, device: 0, shared: false }))
  expect(said).toContain('Sam put Bo on the map')
  expect(said).toContain('Sam wrote who Ana is: sister')
})

test('what is kept goes on the copy of the same thing, or becomes a copy of its own; what is left is nowhere', () => {
  const { fresh, about, ana, step, bo } = parted()
  for (const id of [bo, ana, step]) expect(keep(fresh, about(id))).toBe('done')
  const { people, goals, steps } = fresh.snapshot.peek()
  expect(people.map(({ name, relation, copied }) => [name, relation, copied]).sort()).toEqual([
    ['Ana', 'sister', '2026-11-28'],
    ['Bo', '', '2026-11-28'],
  ])
  const there = people.find(({ name }) => name === 'Bo')
  expect(steps[0]).toMatchObject({ what: 'Ask Ana on Tuesday', who: { kind: 'person', id: there?.id } })
  expect(goals).toEqual([])
})

test('what belongs to the map can be kept too: ties, help, strengths and pictures, on the copies of those they name', () => {
  const old = new SharedDocument({ now, thisMember: 0 })
  current.value = old
  const [ana = '', bo = ''] = ['Ana', 'Bo'].map((name) => String(addPerson({ name, kind: 'person' })))
  const before = old.snapshot.peek()
  const fresh = new SharedDocument({ now })
  copyInto(fresh, before, new Set())
  tie(ana, bo)
  linkHelper('lift', bo, true)
  setContext(ana, 'club', true)
  addStrength({ words: 'singing', kind: 'like', about: 0, by: 0 })
  takePicture('Spring')
  const left = leftBehind(before, old.snapshot.peek(), 0)
  expect(left.map(({ key }) => key.split('/')[0])).toEqual(['people', 'ties', 'help', 'strengths', 'pictures'])
  for (const thing of left) expect(keep(fresh, thing)).toBe('done')
  const { people, ties, help, strengths, pictures } = fresh.snapshot.peek()
  const [ana2, bo2] = ['Ana', 'Bo'].map((name) => people.find((one) => one.name === name)?.id)
  expect(ties).toEqual([{ a: ana2, b: bo2, strength: 'tie' }])
  expect(help).toMatchObject([{ id: 'lift', people: [bo2] }])
  expect(people[0]?.contexts).toEqual(['club'])
  expect(strengths).toMatchObject([{ words: 'singing' }])
  expect(pictures[0]?.rows.map(({ id }) => id)).toEqual([ana2, bo2])
})

test('who was taken out everywhere in the old place only is taken out of the copies of its pictures as well', () => {
  const old = new SharedDocument({ now, thisMember: 0 })
  current.value = old
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  takePicture('Spring')
  const before = old.snapshot.peek()
  const fresh = new SharedDocument({ now })
  copyInto(fresh, before, new Set())
  takeOutEverywhere(ana)
  for (const thing of leftBehind(before, old.snapshot.peek(), 0)) keep(fresh, thing)
  expect(fresh.snapshot.peek().people).toMatchObject([{ name: '', archived: true }])
  expect(fresh.snapshot.peek().pictures[0]?.rows).toEqual([])
})

test('words that were changed in the new place meanwhile stay, and these come behind them', () => {
  const { fresh, about, step } = parted()
  const [copy] = fresh.snapshot.peek().steps
  writes(fresh, copy?.id ?? '', 'what', 'Ask her')
  expect(keep(fresh, about(step))).toBe('done')
  // Whom it named did not come along.
  expect(fresh.snapshot.peek().steps[0]).toMatchObject({
    what: 'Ask her / Ask Ana on Tuesday',
    who: { kind: 'unknown' },
  })
})

test('history says of what came along that it was copied', () => {
  const { fresh } = parted()
  const [before, after] = [new SharedDocument({ now }).snapshot.peek(), fresh.snapshot.peek()]
  const moment = { place: 0, by: 0, at: 0, device: 0, shared: false, before, after } as const
  const said = sentences({ ...moment, differences: differencesBetween(before, after) })
  expect(said).toEqual(expect.arrayContaining(['Copied from before: Ana', 'Copied from before: \u201cAsk Ana\u201d']))
  expect(said.join()).not.toContain('put Ana on the map')
})

test('in the place where it was written it is kept on the same thing, with the same people, and else as one of its own', () => {
  const here = new SharedDocument({ now, thisMember: 0 })
  current.value = here
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  const step = String(addStep({ what: 'Ask Ana' }))
  const upon = here.snapshot.peek()
  const apart = new SharedDocument({ now, state: here.encodeState() })
  current.value = apart
  setRelation(ana, 'sister')
  setStepWho(step, { kind: 'person', id: ana })
  addPerson({ name: 'Bo', kind: 'person' })
  for (const thing of leftBehind(upon, apart.snapshot.peek(), 0)) expect(keep(here, thing)).toBe('done')
  const { people, steps } = here.snapshot.peek()
  expect(people.map(({ name, relation }) => [name, relation])).toEqual([
    ['Ana', 'sister'],
    ['Bo', ''],
  ])
  expect(steps.map(({ who }) => who)).toEqual([{ kind: 'person', id: ana }])
})

/** A document with every client id higher than all drawn for one with a lower `byte`: what it writes wins over those. */
function drawn(byte: number, state: Uint8Array): { document: SharedDocument; said: Uint8Array[] } {
  const document = new SharedDocument({
    now,
    thisMember: 0,
    state,
    randomness: (size) => new Uint8Array(size).fill(byte),
  })
  const said: Uint8Array[] = []
  document.onLocal((update) => said.push(update))
  return { document, said }
}

test('what was written twice in words that could not all be said, and was said, is not asked about when others wrote since', () => {
  const here = new SharedDocument({ now, thisMember: 0 })
  current.value = here
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  const base = here.encodeState()
  const lost = drawn(255, base)
  current.value = lost.document
  for (const relation of ['friend', 'sister']) setRelation(ana, relation)
  setContext(ana, 'club', true)
  const anew = drawn(1, base)
  current.value = anew.document
  for (const relation of ['friend', 'sister']) setRelation(ana, relation)
  const other = drawn(2, anew.document.encodeState())
  current.value = other.document
  setRelation(ana, 'aunt')
  const log = [base, ...anew.said, ...other.said]
  const before = documentOf([...log, ...lost.said.map(silenceOf)])
  const words = [...log, ...lost.said]
  const found = leftBehind(before, documentOf(words), 0)
  expect(found.flatMap(({ differences }) => differences.map(({ field }) => field))).toContain('relation')
  const asked = stillUnsaid(found, words, { log, own: anew.said })
  expect(asked.flatMap(({ differences }) => differences.map(({ field }) => field))).toEqual(['contexts/club'])
  const target = new SharedDocument({ now, thisMember: 0, state: other.document.encodeState() })
  for (const thing of asked) keep(target, thing)
  expect(target.snapshot.peek().people).toMatchObject([{ relation: 'aunt', contexts: ['club'] }])
})

test('what goes back to what was said before is asked about: that was not said since', () => {
  const here = drawn(1, new SharedDocument({ now }).encodeState())
  current.value = here.document
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  for (const relation of ['friend', 'cousin', 'sister']) setRelation(ana, relation)
  for (const on of [true, false]) setContext(ana, 'club', on)
  const lost = drawn(255, here.document.encodeState())
  current.value = lost.document
  setRelation(ana, 'friend')
  setContext(ana, 'club', true)
  const words = [...here.said, ...lost.said]
  const before = documentOf([...here.said, ...lost.said.map(silenceOf)])
  const found = leftBehind(before, documentOf(words), 0)
  const asked = stillUnsaid(found, words, { log: here.said, own: here.said })
  expect(asked.flatMap(({ differences }) => differences.map(({ field }) => field)).sort()).toEqual([
    'contexts/club',
    'relation',
  ])
})

test('whether a worry may stand in the plan is asked of whoever has it, and comes along with nobody else\u2019s yes', () => {
  const here = new SharedDocument({ now, thisMember: 1 })
  let id = ''
  here.change('bring back', (draft) => {
    id = draft.create('sayings', { kind: 'worry', by: 1 }, { words: 'the bus' })
  })
  const before = here.snapshot.peek()
  here.change('bring back', (draft) => draft.write(`sayings/${id}`, 'shown', true))
  const after = here.snapshot.peek()
  expect(differencesBetween(before, after).map(({ field }) => field)).toEqual(['shown'])
  expect(leftBehind(before, after, 0)).toEqual([])
})

test('what either may write about another\u2019s own word is kept in the hand that wrote it, and what only they may say is not', () => {
  const here = new SharedDocument({ now, thisMember: 'both' })
  current.value = here
  const worry = String(addWorry({ outing: String(addOuting('Swim')), words: 'the bus', by: 0 }))
  const thought = String(addSaying({ words: 'Ana', kind: 'thought', by: 0 }))
  const upon = here.snapshot.peek()
  const helpers = (state: Uint8Array) => new SharedDocument({ now, thisMember: 1, state })
  const apart = helpers(here.encodeState())
  const could = apart.textField('worries', worry, 'you_could')
  could.edit('come along', 10)
  could.close()
  current.value = apart
  placeThought(thought)
  const target = helpers(here.encodeState())
  const left = leftBehind(upon, apart.snapshot.peek(), 1)
  for (const thing of left) expect(keep(target, thing)).toBe('done')
  expect(target.snapshot.peek().worries).toMatchObject([{ by: 0, words: 'the bus', you_could: 'come along' }])
  expect(target.snapshot.peek().sayings[0]?.beside).toMatch(/^people\//)

  here.change('bring back', (draft) => draft.write(`worries/${worry}`, 'archived', true))
  const theirs = leftBehind(upon, here.snapshot.peek(), 1)
  expect(theirs.map((thing) => keep(target, thing))).toEqual([{ refused: 'theirs to say' }])
})
