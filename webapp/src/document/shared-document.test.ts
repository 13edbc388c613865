import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isDocument } from '../../../sync/document.ts'
import { addPerson, movePerson, renamePerson, undo } from '../map/actions.ts'
import { addGoal, addStep, linkPerson, moveStep } from '../plan/actions.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'

const NOW = Date.UTC(2026, 10, 23)

beforeEach(() => {
  current.value = new SharedDocument({ now: () => NOW })
})

afterEach(() => {
  current.value?.close()
  current.value = null
})

function shown() {
  const document = current.peek()?.snapshot.peek()
  if (document === undefined) throw new Error('no document is open')
  return document
}

describe('two hands at once on one tablet', () => {
  test('each writes, hears and takes back under its own name, whoever holds the pen', () => {
    const document = current.peek()
    const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'life', angle: 0 }))
    const sol = String(addPerson({ name: 'Sol', kind: 'person', ring: 'life', angle: 900 }))
    const heard: unknown[] = []
    document?.onLocal((_, by) => heard.push(by))
    movePerson(nan, 'closest', 100, 0)
    movePerson(sol, 'close', 200, 1)
    expect(heard).toEqual([0, 1])
    expect(shown().people).toMatchObject([
      { place: { ring: 'closest', by: 0 }, wonder: null },
      { place: { ring: 'life', by: 'both' }, wonder: { ring: 'close', by: 1 } },
    ])
    expect(document?.pen.peek()).toBe('both')
    expect(document?.lastStepOf(1)?.what).toBe('move person')
    expect(undo(1)).toBe('undone')
    expect(undo(1)).toBe('nothing to undo')
    expect(heard).toEqual([0, 1, 1])
    expect(shown().people).toMatchObject([{ place: { ring: 'closest' } }, { place: { ring: 'life' }, wonder: null }])
    expect(document?.lastStepOf(0)?.what).toBe('move person')
  })
})

describe('what an action does', () => {
  test('shows at once, in a document of the agreed shape', () => {
    const nan = String(addPerson({ name: ' Nan ', kind: 'person', ring: 'close' }))
    const goal = String(addGoal('Paint with other people'))
    const first = String(addStep({ goal, what: 'Have a coffee there' }))
    const second = String(addStep({ goal, what: 'Ask Sol' }))
    linkPerson('goals', goal, nan, true)
    moveStep(second, { before: first })
    expect(shown().people).toMatchObject([{ name: 'Nan', place: { ring: 'close', by: 'both' }, wonder: null }])
    expect(shown().goals).toMatchObject([{ title: 'Paint with other people', by: 'both', people: [nan] }])
    expect(shown().steps.map(({ what }) => what)).toEqual(['Ask Sol', 'Have a coffee there'])
    expect(isDocument(shown())).toBe(true)
    movePerson(nan, 'closest', 3700)
    renamePerson(nan, 'Nana')
    expect(shown().people[0]).toMatchObject({ name: 'Nana', place: { ring: 'closest', angle: 100 } })
    expect(undo()).toBe('undone')
    expect(undo()).toBe('undone')
    expect(shown().people[0]).toMatchObject({ name: 'Nan', place: { ring: 'close' } })
  })
})
