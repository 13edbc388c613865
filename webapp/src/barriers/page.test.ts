import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addGoal, addStep, archiveGoal, setGoalState, setStepDone, takeGoal } from '../plan/actions.ts'
import { addSaying } from '../talk/actions.ts'
import { asText, goalsForPage, NOTHING, pageWords, sayingsForPage } from './page.ts'
import { addDisclosure, sayYes, setTellUntil, standingOf, takeYesBack } from './telling-actions.ts'

const open = openForEach()

test('nothing is on it but what was chosen, and nothing can be that got no yes or is not theirs', () => {
  const [swim, rest, gone] = ['Swim', 'Rest', 'Gone'].map((title) => String(addGoal(title)))
  setGoalState(rest ?? '', 'resting')
  archiveGoal(gone ?? '')
  open.document.pen.value = 1
  const choir = String(addGoal('Join the choir'))
  addSaying({ words: 'A lift', kind: 'easier', by: 1 })
  open.document.pen.value = 0
  const easier = String(addSaying({ words: 'A seat by the door', kind: 'easier', by: 0 }))
  addSaying({ words: 'The bus', kind: 'worry', by: 0 })
  addStep({ goal: swim ?? '', what: 'Look up the times' })
  setStepDone(String(addStep({ goal: swim ?? '', what: 'Find the towel' })), 'done')
  expect(goalsForPage(open.shown).map(({ title }) => title)).toEqual(['Swim'])
  expect(sayingsForPage(open.shown).map(({ words }) => words)).toEqual(['A seat by the door'])
  expect(pageWords(NOTHING, open.shown)).toBe('')
  expect(pageWords({ ...NOTHING, steps: true, goals: [choir, rest ?? ''] }, open.shown)).toBe('')
  takeGoal(choir)
  const chosen = { goals: [swim ?? ''], steps: true, sayings: [easier], meeting: true, own: ' Come along on Friday ' }
  expect(pageWords(chosen, open.shown).split('\n')).toEqual([
    'What I would like: Swim',
    'A next step: Look up the times',
    'What helps: A seat by the door',
    'Come along on Friday',
  ])
})

test('a page waits for the yes of the one it is about, and ends with its last day', () => {
  open.document.pen.value = 1
  const id = String(addDisclosure({ words: 'What I would like: Swim', to: ' Mum ', until: '2026-12-31' }))
  const standing = (today: string) => open.shown.disclosures.map((one) => standingOf(one, today))
  expect(open.shown.disclosures[0]).toMatchObject({ to: 'Mum', until: '2026-12-31', told: false })
  expect(standing('2026-12-01')).toEqual(['open'])
  expect(sayYes(id)).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 0
  expect(sayYes(id)).toBe('done')
  expect([...standing('2026-12-31'), ...standing('2027-01-01')]).toEqual(['yes', 'over'])
  setTellUntil(id, '2027-12-31')
  expect(standing('2026-12-01')).toEqual(['changed'])
  sayYes(id)
  takeYesBack(id)
  expect(standing('2026-12-01')).toEqual(['back'])
})

test('on paper or in a file it says for whom, until when, and where there is room to write back', () => {
  const page = { to: 'Mum', until: 'Thursday 31 December', words: 'What I would like: Swim' }
  const read = asText(page, false)
  expect(read).toMatch(/^For Mum\n\nWhat I would like: Swim\n\n.*31 December/)
  expect(read).not.toContain('What I could do')
  expect(asText({ ...page, until: '' }, true)).toMatch(/What I could do\n\n_+\n/)
  for (const text of [read, asText(page, true)]) expect(text).not.toMatch(/kith/i)
})
