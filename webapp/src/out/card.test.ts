import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, archivePerson } from '../map/actions.ts'
import { words } from '../words/en.ts'
import { addOuting, linkToOuting } from './actions.ts'
import { linesOf } from './card.ts'
import { addSupport, setSupportAsked } from './support-actions.ts'

const open = openForEach()

test('who was put away or has died is on no card, neither as one of it nor as one who helps', () => {
  const outing = String(addOuting('Swimming'))
  const [ana = '', bo = '', cy = '', di = '', ed = ''] = ['Ana', 'Bo', 'Cy', 'Di', 'Ed'].map((name) =>
    String(addPerson({ name, kind: 'person' })),
  )
  for (const id of [ana, bo, cy]) linkToOuting(outing, id, true)
  for (const id of [bo, di, ed]) {
    setSupportAsked(String(addSupport({ outing, kind: 'lift', who: { kind: 'person', id } })), 'yes')
  }
  archivePerson(bo)
  open.document.change('set died', (draft) => {
    for (const id of [cy, di]) draft.set('people', id, 'died', true)
  })
  const [planned] = open.shown.outings
  if (planned === undefined) throw new Error('nothing planned')
  expect(linesOf(planned, open.shown)).toEqual([[words.out.cardWith, 'Ana, Ed']])
})
