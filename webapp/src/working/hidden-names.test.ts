import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Kept } from '../../../sync/document.ts'
import { addDisclosure, sayYes, setTellTo, standingOf } from '../barriers/telling-actions.ts'
import { current } from '../document/current.ts'
import { differencesBetween } from '../document/differences.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { sentences } from '../history/said.ts'
import { addPerson, movePerson, renamePerson, setNames, setRelation } from '../map/actions.ts'
import { personById } from '../map/placing.ts'
import { spokenFor } from '../map/spoken.ts'
import { addMeeting, lastWords, setPhone } from '../meet/actions.ts'
import { addStep, setStepWho } from '../plan/actions.ts'
import { addSaying } from '../talk/actions.ts'
import { namesHidden, seen, seenMoment } from './hidden-names.ts'
import { sentence as keptWords } from './kept-words.ts'

const NAMES = ['Nanette', 'Corner', 'Ama', 'Jo Brook', 'Solomon', 'grandmother', 'Rosalind']

let document: SharedDocument

beforeEach(() => {
  document = new SharedDocument({ now: () => Date.UTC(2026, 10, 23) })
  current.value = document
  setNames(['Ama', 'Jo Brook'])
  const nan = String(addPerson({ name: 'Nanette', kind: 'person', relation: 'my grandmother', ring: 'closest' }))
  addPerson({ name: 'Corner café', kind: 'place' })
  movePerson(nan, 'close', 100, 1)
  setStepWho(String(addStep({ what: 'Call' })), { kind: 'other', name: 'Solomon' })
})

afterEach(() => {
  namesHidden.value = false
  document.close()
  current.value = null
})

function expectNoName(text: string): void {
  for (const name of NAMES) expect(text.includes(name), `${name} in ${text}`).toBe(false)
}

test('what screens are given holds no name while they are hidden, and all of them again after', () => {
  const shown = document.snapshot.peek()
  expect(seen(shown)).toBe(shown)
  namesHidden.value = true
  expectNoName(JSON.stringify(seen(shown)))
  expect(seen(shown)).toBe(seen(shown))
  expect(seen(shown).people.map(({ name }) => name)).toEqual(['N.', 'C. C.'])
  namesHidden.value = false
  expect(seen(shown)).toBe(shown)
})

test('whoever came to mind first, and whoever read aloud, is named nowhere either', () => {
  const before = document.snapshot.peek()
  const id = String(addSaying({ words: 'Rosalind', kind: 'thought', by: 0, through: 'Solomon' }))
  const after = document.snapshot.peek()
  const reworded = {
    what: 'changed',
    entity: 'sayings',
    id,
    field: 'words',
    before: 'Nanette',
    after: 'Rosalind',
  } as const
  const differences = [...differencesBetween(before, after), reworded]
  const moment = { by: 0, before, after, differences, place: 0, at: 0, device: 0, shared: false } as const
  expect(sentences(moment).join()).toContain('Rosalind')
  namesHidden.value = true
  expectNoName(JSON.stringify(seen(after)))
  expectNoName(JSON.stringify(seenMoment(moment)))
  expectNoName(sentences(seenMoment(moment)).join())
})

test('what both said the last time is not read while names are hidden, and nothing says that there was nothing', () => {
  addMeeting({ kind: 'chat', by: 'both', words: 'We rang Nanette, and Rosalind comes along' })
  addMeeting({ kind: 'chat' })
  const shown = document.snapshot.peek()
  namesHidden.value = true
  expectNoName(JSON.stringify(seen(shown)))
  expect(lastWords(seen(shown).meetings)).toHaveLength(1)
  expect(
    seen(shown)
      .meetings.map((one) => one.words === '')
      .sort(),
  ).toEqual([false, true])
  namesHidden.value = false
  expect(lastWords(seen(shown).meetings)[0]?.words).toContain('Rosalind')
})

test('a yes is one still while names are hidden, and names nobody', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: 'Rosalind Park' }))
  expect(sayYes(id)).toBe('done')
  namesHidden.value = true
  const [shown] = seen(document.snapshot.peek()).disclosures
  expect(shown && standingOf(shown, '2026-11-23')).toBe('yes')
  expectNoName(JSON.stringify(shown))
  namesHidden.value = false
  setTellTo(id, 'Ruth Pike')
  namesHidden.value = true
  const [other] = seen(document.snapshot.peek()).disclosures
  expect(other && standingOf(other, '2026-11-23')).toBe('changed')
})

test('nothing is said aloud by name either', () => {
  namesHidden.value = true
  const shown = seen(document.snapshot.peek())
  for (const person of shown.people) expectNoName(spokenFor(person, shown))
  expectNoName(personById(shown.people[0]?.id ?? '')?.name ?? 'Nanette')
})

test('nor told of what was done', () => {
  const before = document.snapshot.peek()
  const [nan] = before.people
  renamePerson(nan?.id ?? '', 'Rosalind')
  setRelation(nan?.id ?? '', 'grandmother of Solomon')
  setNames(['Rosalind', 'Jo Brook'])
  setStepWho(before.steps[0]?.id ?? '', { kind: 'other', name: 'Rosalind' })
  const after = document.snapshot.peek()
  const differences = differencesBetween(before, after)
  const moment = { by: 0, before, after, differences, place: 0, at: 0, device: 0, shared: false } as const
  expect(sentences(moment).join()).toContain('Rosalind')
  namesHidden.value = true
  expect(sentences(seenMoment(moment)).length).toBeGreaterThan(1)
  expectNoName(sentences(seenMoment(moment)).join())
})

test('nor told of what somebody else wrote at the same time', () => {
  const [step] = document.snapshot.peek().steps
  const kept: Kept = {
    id: 'k',
    entity: `steps/${step?.id}`,
    field: 'who',
    value: { kind: 'other', name: 'Rosalind' },
    by: 1,
    at: 0,
    instead_by: 0,
  }
  const shown = { ...document.snapshot.peek(), kept: [kept] }
  expect(keptWords(kept, shown)).toContain('Rosalind')
  namesHidden.value = true
  const [hidden = kept] = seen(shown).kept
  expectNoName(keptWords(hidden, seen(shown)))
})

test('nor is a number shown, or told of', () => {
  setPhone(1, '07700 900123')
  const before = document.snapshot.peek()
  setPhone(1, '')
  const after = document.snapshot.peek()
  const kept = {
    id: 'k',
    entity: 'meta',
    field: 'phone/1',
    value: '07700 900123',
    by: 1,
    at: 0,
    instead_by: 0,
  } as const
  namesHidden.value = true
  const shown = seen({ ...before, kept: [kept] })
  expect(JSON.stringify(shown)).not.toContain('07700')
  expect(shown.kept.map((one) => keptWords(one, shown)).join()).toContain('wrote')
  const moment = { by: 0, before, after, differences: differencesBetween(before, after) } as const
  expect(JSON.stringify(seenMoment({ ...moment, place: 0, at: 0, device: 0, shared: false }))).not.toContain('07700')
})

test('every screen is given what may be shown, but for where names themselves are written and one’s own list is kept', () => {
  const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })
  const past = Object.entries(sources).flatMap(([path, source]) =>
    source
      .split('\n')
      .filter((line) => line.includes('.snapshot.value') && !line.includes('seen('))
      .filter((line) => !MAY_KNOW.some((known) => line.includes(known)))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(Object.keys(sources).length).toBeGreaterThan(50)
  expect(past).toEqual([])
})

/** What edits names, what brings back as it was, and what is one person's alone. */
const MAY_KNOW = [
  ...['<NamesFields document={', 'now={', 'const real = '],
  ...[
    ' = own.snapshot.value.',
    '(own.snapshot.value.',
    '(own.document.snapshot.',
    'const document = own.snapshot.value',
  ],
  ...['ownMap(own.snapshot.value', 'columnBeside(own.snapshot.value', ' = open.document.snapshot.value.offers'],
]
