/** What comes along into a document begun anew, and what stays behind. */

import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Offer } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { addDisclosure, sayYes } from '../barriers/telling-actions.ts'
import { addGuess, addWish, linkWish, setWishOver } from '../jar/actions.ts'
import { addPerson, archivePerson, setNames } from '../map/actions.ts'
import { setContext, setHowOften, setTogether } from '../map/detail-actions.ts'
import { answerSituation, linkHelper } from '../map/help-actions.ts'
import { takePicture } from '../map/picture-actions.ts'
import { setTieStrength, tie } from '../map/tie-actions.ts'
import { showOffer } from '../offers/actions.ts'
import { addGoal, addGoalOf, addStep, moveStep, setGoalState, setStepWho, takeGoal } from '../plan/actions.ts'
import { addStrength, agreeStrength } from '../strengths/actions.ts'
import { copyInto } from './afresh.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'

const now = () => Date.UTC(2026, 10, 28)

afterEach(() => {
  current.value = null
})

test('all comes along but what was left out or put away, and nothing of it is in the bytes', () => {
  const before = new SharedDocument({ now })
  current.value = before
  setNames(['Sam', 'Jo'])
  const ids = ['Ana', 'Bo the Unwanted', 'Cem put away'].map((name) => String(addPerson({ name, kind: 'person' })))
  archivePerson(ids[2] ?? '')
  const goal = String(addGoal('Paint again'))
  const step = String(addStep({ goal, what: 'Ask Bo' }))
  setStepWho(step, { kind: 'person', id: ids[1] ?? '' })

  const after = new SharedDocument({ now })
  copyInto(after, before.snapshot.value, new Set([ids[1] ?? '']))
  const { names, people, goals, steps } = after.snapshot.value
  expect(names).toEqual(['Sam', 'Jo'])
  expect(people.map(({ name }) => name)).toEqual(['Ana'])
  expect(people[0]?.place).toEqual(before.snapshot.value.people.find(({ name }) => name === 'Ana')?.place)
  expect(goals.map(({ title }) => title)).toEqual(['Paint again'])
  expect(steps[0]).toMatchObject({ what: 'Ask Bo', goal: goals[0]?.id, who: { kind: 'unknown' } })
  expect(people[0]).toMatchObject({ copied: '2026-11-28', was: ids[0] })
  const bytes = new TextDecoder('latin1').decode(after.encodeState())
  expect(bytes).toContain('Ana')
  expect(bytes).not.toContain('Unwanted')
  expect(bytes).not.toContain('put away')
})

test('what belongs to the map comes along under the new ids; who stays behind is in no tie, answer or picture', () => {
  const before = new SharedDocument({ now })
  current.value = before
  setNames(['Sam', 'Jo'])
  const [ana = '', bo = '', cy = ''] = ['Ana', 'Bo the Unwanted', 'Cy'].map((name) =>
    String(addPerson({ name, kind: 'person', ring: 'close' })),
  )
  setContext(ana, 'family', true)
  setHowOften(ana, 'in_person', 'daily')
  setTogether(cy, 'we sing')
  for (const [one, other] of [
    [ana, bo],
    [ana, cy],
    [bo, cy],
  ] as const)
    tie(one, other)
  setTieStrength(ana, cy, 'strong')
  for (const id of [ana, bo]) linkHelper('lift', id, true)
  answerSituation('cooking', 'myself')
  agreeStrength(String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 })))
  const first = String(takePicture('First'))
  takePicture('Second')
  showOffer(offer, 1)

  const after = new SharedDocument({ now })
  copyInto(after, before.snapshot.value, new Set([bo]))
  const { people, ties, help, strengths, pictures, offers } = after.snapshot.value
  const [ana2, cy2] = ['Ana', 'Cy'].map((name) => people.find((one) => one.name === name)?.id ?? '')
  expect(people[0]).toMatchObject({ contexts: ['family'], in_person: 'daily' })
  expect(people[1]).toMatchObject({ together: 'we sing' })
  expect(ties).toEqual([{ a: ana2, b: cy2, strength: 'strong' }])
  expect(help).toMatchObject([
    { id: 'cooking', answer: 'myself' },
    { id: 'lift', people: [ana2] },
  ])
  expect(strengths).toMatchObject([{ words: 'patient', by: 1, agreed: 'yes', copied: '2026-11-28' }])
  expect(pictures.map(({ name, was }) => [name, was === first])).toEqual([
    ['First', true],
    ['Second', false],
  ])
  expect(pictures[1]?.after).toBe(pictures[0]?.id)
  expect(pictures[0]?.rows.map(({ id, ties: tied }) => [id, tied])).toEqual([
    [ana2, [cy2]],
    [cy2, []],
  ])
  expect(offers).toMatchObject([{ words: 'knows the allotment', of: 'o', by: 1 }])
  const bytes = new TextDecoder('latin1').decode(after.encodeState())
  expect(bytes).not.toContain('Unwanted')
  expect(bytes).not.toContain(bo)
})

test('wishes, and what came from them, come along under the new ids; what stays behind leaves no trace', () => {
  const before = new SharedDocument({ now })
  current.value = before
  const sea = String(addPerson({ name: 'The sea', kind: 'place' }))
  const [boats = '', secret = ''] = ['Boats', 'Secret'].map((words) => String(addWish({ words, card: 'dream' })))
  linkWish(boats, sea, true)
  setWishOver(boats, true)
  addWish({ words: 'A harbour', like: boats })
  addWish({ words: 'An island', like: secret })
  addGuess('Fishing', 1)
  const goals = before.snapshot.value.wishes.slice(0, 2).map((wish) => String(addGoalOf(wish)))
  takeGoal(goals[0] ?? '')
  setGoalState(goals[0] ?? '', 'resting')
  addStep({ what: 'Look at one', goal: goals[0] ?? '', origin: `wishes/${boats}` })

  const after = new SharedDocument({ now })
  copyInto(after, before.snapshot.value, new Set([secret]))
  const { people, wishes, goals: copied, steps } = after.snapshot.value
  const here = wishes[0]?.id ?? ''
  expect(wishes).toMatchObject([
    { words: 'Boats', card: 'dream', over: true, people: [people[0]?.id], was: boats },
    { words: 'A harbour', like: here },
    { words: 'An island', like: '' },
    { words: 'Fishing', by: 1, guess: true },
  ])
  expect(copied).toMatchObject([
    { title: 'Boats', taken: 'yes', state: 'resting', origin: `wishes/${here}` },
    { title: 'Secret', origin: '' },
  ])
  expect(steps).toMatchObject([{ goal: copied[0]?.id, origin: `wishes/${here}` }])
  expect(new TextDecoder('latin1').decode(after.encodeState())).not.toContain(secret)
})

test.each([
  [0, { consent: true, taken: true, agreed: true }],
  [1, { consent: false, taken: false, agreed: false }],
  ['both', { consent: false, taken: true, agreed: true }],
] as const)('in hand %s an answer comes along only where that hand may give it', (by, comes) => {
  const before = new SharedDocument({ now, thisMember: 0 })
  current.value = before
  sayYes(String(addDisclosure({ words: 'that I may leave', to: 'the tutor' })))
  takeGoal(String(addGoal('Paint')))
  agreeStrength(String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 0 })))
  const after = new SharedDocument({ now, thisMember: by })
  copyInto(after, before.snapshot.value, new Set())
  const stored = new Y.Doc()
  Y.applyUpdate(stored, after.encodeState())
  const has = (root: string, field: string) =>
    [...stored.getMap(root).values()].map((thing) => thing instanceof Y.Map && thing.has(field))
  expect(has('disclosures', 'consent')).toEqual([comes.consent])
  expect(has('goals', 'taken')).toEqual([comes.taken])
  expect(has('strengths', 'agreed')).toEqual([comes.agreed])
})

test('five hundred ties come along in changes that fit into records', () => {
  const before = new SharedDocument({ now })
  current.value = before
  const ids = Array.from({ length: 60 }, (_, at) => String(addPerson({ name: `P${at}`, kind: 'person' })))
  for (const [at, id] of ids.entries()) for (const other of ids.slice(at + 1, at + 10)) tie(id, other)
  const after = new SharedDocument({ now })
  const sizes: number[] = []
  after.onLocal((update) => sizes.push(update.length))
  copyInto(after, before.snapshot.value, new Set())
  expect(after.snapshot.value.ties).toHaveLength(before.snapshot.value.ties.length)
  expect(after.snapshot.value.ties.length).toBeGreaterThan(450)
  expect(Math.max(...sizes)).toBeLessThan(limits.record_bytes / 2)
})

const offer: Offer = {
  ...{ id: 'o', name: 'Joe', words: 'knows the allotment', by: 1, of: '', archived: false },
  ...{ asked: 'yes', copied: '', was: '', kind: 'place', place: { ring: 'close', angle: 700, by: 1 } },
}

test('what came from something that stands behind it in the list still says so', () => {
  const before = new SharedDocument({ now })
  current.value = before
  const last = String(addStep({ what: 'Ring' }))
  const first = String(addStep({ what: 'Find the number', origin: `steps/${last}` }))
  moveStep(first, { before: last })
  const [sea, boats] = ['The sea', 'Boats'].map((words) => String(addWish({ words })))
  before.change('set wish', (draft) => draft.set('wishes', sea ?? '', 'like', boats ?? ''))
  const after = new SharedDocument({ now })
  copyInto(after, before.snapshot.value, new Set())
  const { steps, wishes } = after.snapshot.value
  expect(steps.map(({ what }) => what)).toEqual(['Find the number', 'Ring'])
  expect(steps[0]?.origin).toBe(`steps/${steps[1]?.id}`)
  expect(wishes[0]).toMatchObject({ words: 'The sea', like: wishes[1]?.id })
})
