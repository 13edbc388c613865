import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { undo } from '../map/actions.ts'
import {
  addStrength,
  agreeStrength,
  archiveStrength,
  awaitsAnswer,
  bringBackStrength,
  counts,
  declineStrength,
  leaveStrengthOpen,
  setStrengthKind,
} from './actions.ts'

const open = openForEach()
const only = () => {
  const [strength] = open.shown.strengths
  if (strength === undefined) throw new Error('nothing said')
  return strength
}

test('what one says of oneself counts at once', () => {
  addStrength({ words: ' singing ', kind: 'good at', about: 0, by: 0 })
  expect(only()).toMatchObject({ words: 'singing', kind: 'good at', about: 0, by: 0, agreed: '' })
  expect([counts(only()), awaitsAnswer(only())]).toEqual([true, false])
  setStrengthKind(only().id, 'bring')
  expect(only().kind).toBe('bring')
})

test('what another says counts once the one it is about says yes, and stays out after a no', () => {
  const id = String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 }))
  expect([counts(only()), awaitsAnswer(only())]).toEqual([false, true])
  agreeStrength(id)
  expect([counts(only()), awaitsAnswer(only())]).toEqual([true, false])
  open.document.undo(0)
  declineStrength(id)
  expect([counts(only()), awaitsAnswer(only())]).toEqual([false, false])
  leaveStrengthOpen(id)
  expect(awaitsAnswer(only())).toBe(true)
})

test('nobody says or answers it in another’s place', () => {
  open.document.pen.value = 1
  const id = String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 }))
  expect(agreeStrength(id)).toEqual({ refused: 'theirs to say' })
  expect(addStrength({ words: 'kind', kind: 'said', about: 1, by: 0 })).toEqual({ refused: 'theirs to say' })
  open.document.change('answer strength', (draft) => draft.set('strengths', id, 'agreed', 'yes'))
  expect(only().agreed).toBe('')
  open.document.pen.value = 0
  expect(agreeStrength(id)).toBe('done')
  expect(only().agreed).toBe('yes')
})

test('it can be put away, brought back and undone; nothing without words', () => {
  const id = String(addStrength({ words: 'tea', kind: 'like', about: 1, by: 1 }))
  archiveStrength(id)
  expect(counts(only())).toBe(false)
  bringBackStrength(id)
  expect(counts(only())).toBe(true)
  undo()
  expect(only().archived).toBe(true)
  expect(addStrength({ words: ' ', kind: 'like', about: 1, by: 1 })).toEqual({ refused: 'empty' })
  expect(archiveStrength('none')).toEqual({ refused: 'gone' })
})

test('where both hold the pen, undo takes back what one of them has just said, and nothing from before', () => {
  const tea = String(addStrength({ words: 'tea', kind: 'like', about: 1, by: 1 }))
  archiveStrength(tea)
  const patient = String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 }))
  const away = () => open.shown.strengths.filter(({ archived }) => archived).map(({ id }) => id)
  expect(undo()).toBe('undone')
  expect(away()).toEqual([tea, patient])
  expect(undo()).toBe('undone')
  expect(away()).toEqual([patient])
})

test('an answer that is taken back leaves the one before it, in the hand that gave both', () => {
  const id = String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 }))
  agreeStrength(id)
  declineStrength(id)
  const hands: unknown[] = []
  const stop = open.document.onLocal((_, by) => hands.push(by))
  expect(undo()).toBe('undone')
  stop()
  expect([only().agreed, hands]).toEqual(['yes', [0]])
})
