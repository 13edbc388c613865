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
