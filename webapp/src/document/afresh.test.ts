/** What comes along into a document begun anew, and what stays behind. */

import { afterEach, expect, test } from 'vitest'
import { addPerson, archivePerson, setNames } from '../map/actions.ts'
import { addGoal, addStep, setStepWho } from '../plan/actions.ts'
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
