import { afterEach, describe, expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { differencesBetween } from '../document/differences.ts'
import { History, type Logged } from '../document/history.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, movePerson, setNames } from '../map/actions.ts'
import {
  setCloser,
  setContext,
  setHowOften,
  setPhone,
  setService,
  setTheyHelp,
  setTogether,
} from '../map/detail-actions.ts'
import { addSituation, answerSituation, linkHelper, putAwaySituation, setGives } from '../map/help-actions.ts'
import { archivePicture, renamePicture, setPictureDay, startBlank, takePicture } from '../map/picture-actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { setTieStrength, tie, untie } from '../map/tie-actions.ts'
import { showOffer } from '../offers/actions.ts'
import { addGoal, addStep, linkPerson, setStepWho } from '../plan/actions.ts'
import {
  addStrength,
  agreeStrength,
  declineStrength,
  leaveStrengthOpen,
  setStrengthKind,
} from '../strengths/actions.ts'
import { bringBack } from './actions.ts'
import { sentences } from './said.ts'

afterEach(() => {
  current.value = null
})

/** Sam and Jo with Ann and Bo on the map; `told` says what was done since, and `both` is who holds the pen. */
function begin() {
  const document = new SharedDocument({ now: () => Date.UTC(2026, 10, 23, 12) })
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: log.length, device: 0, shared: true }))
  current.value = document
  setNames(['Sam', 'Jo'])
  const [ann, bo] = ['Ann', 'Bo'].map((name) => String(addPerson({ name, kind: 'person', ring: 'close' })))
  document.pen.value = 0
  const first = log.length
  const told = async () => (await new History(log).moments(first, log.length)).flatMap(sentences)
  return { document, ann: ann ?? '', bo: bo ?? '', told }
}

describe('what belongs to the map, in plain words', () => {
  test('what was said about someone', async () => {
    const { ann, told } = begin()
    setService(ann, 'outside')
    setService(ann, 'unknown')
    setContext(ann, 'family', true)
    setContext(ann, 'family', false)
    setHowOften(ann, 'online', 'weekly')
    setTogether(ann, 'walk the dog')
    setTheyHelp(ann, 'forms')
    setTheyHelp(ann, '')
    setCloser(ann, true)
    setCloser(ann, false)
    setPhone(ann, '0113 496 0000')
    setPhone(ann, '')
    expect(await told()).toEqual([
      'Sam wrote about Ann. Services: Outside services',
      'Sam took something out about Ann: Services',
      'Sam said where Ann comes from: Family',
      'Sam took out where Ann comes from: Family',
      'Sam wrote about Ann. By message or video: Once a week',
      'Sam wrote about Ann. What we do together: walk the dog',
      'Sam wrote about Ann. What they help with: forms',
      'Sam took something out about Ann: What they help with',
      'Sam noted the wish to be closer to Ann',
      'Sam took back the wish to be closer to Ann',
      'Sam wrote down a phone number for Ann',
      'Sam took out the phone number of Ann',
    ])
  })

  test('ties, and who could help', async () => {
    const { ann, bo, told } = begin()
    tie(ann, bo)
    setTieStrength(ann, bo, 'strong')
    untie(bo, ann)
    linkHelper('lift', ann, true)
    linkHelper('lift', ann, false)
    answerSituation('lift', 'nobody')
    answerSituation('lift', '')
    setGives('lift', true)
    const bike = String(addSituation('mending my bike'))
    putAwaySituation(bike)
    expect(await told()).toEqual([
      'Sam tied Ann and Bo: they know each other',
      'Sam tied Ann and Bo: they know each other well',
      'Sam took the tie between Ann and Bo away',
      'Sam noted that Ann could help with a lift somewhere',
      'Sam took back that Ann could help with a lift somewhere',
      'Sam answered who could help with a lift somewhere. Nobody yet',
      'Sam took back about a lift somewhere: Nobody yet',
      'Sam answered who could help with a lift somewhere. I do this for others',
      'Sam asked who could help with mending my bike',
      'Sam put “mending my bike” away',
    ])
  })

  test('strengths, pictures and offers', async () => {
    const { document, told } = begin()
    document.pen.value = 'both'
    const patient = String(addStrength({ words: 'patient', kind: 'said', about: 0, by: 1 }))
    agreeStrength(patient)
    declineStrength(patient)
    leaveStrengthOpen(patient)
    document.pen.value = 1
    setStrengthKind(patient, 'bring')
    const picture = String(takePicture('Spring'))
    renamePicture(picture, 'May')
    setPictureDay(picture, '2026-05-01')
    archivePicture(picture)
    showOffer({ ...OFFER, words: 'knows the allotment' }, 1)
    showOffer({ ...OFFER, words: '', name: 'Joe', asked: 'yes' }, 1)
    expect(await told()).toEqual([
      'Jo wrote a strength: “patient”',
      'Sam said yes to “patient”',
      'Sam said no to “patient”',
      'Sam left “patient” open',
      'Jo put “patient” under: I bring',
      'Jo took a picture of the map: Spring',
      'Jo called a picture of the map: May',
      'Jo gave a picture another day: May',
      'Jo put “May” away',
      'Jo wrote of someone who may help: knows the allotment',
      'Jo gave someone who may help a name: Joe',
      'Jo wrote about knows the allotment. Asked: They said yes',
    ])
  })

  test('a map begun blank is one sentence, and so is someone taken out everywhere, without a name', async () => {
    const { ann, bo, told } = begin()
    tie(ann, bo)
    linkHelper('lift', ann, true)
    linkPerson('goals', String(addGoal('Swim')), ann, true)
    setStepWho(String(addStep({ what: 'Ask' })), { kind: 'person', id: ann })
    const before = (await told()).length
    startBlank('Before')
    movePerson(bo, 'life', 0)
    takeOutEverywhere(ann)
    expect((await told()).slice(before)).toEqual([
      'Sam began the map anew. How it was is kept: Before',
      'Sam moved Bo: In my life',
      'Sam took someone out everywhere',
    ])
  })
})

test('each of it can be put back as it was before', async () => {
  const { document, ann, bo } = begin()
  tie(ann, bo)
  setContext(ann, 'family', true)
  linkHelper('lift', ann, true)
  answerSituation('cooking', 'myself')
  setHowOften(ann, 'in_person', 'daily')
  const then = document.snapshot.peek()
  untie(ann, bo)
  setContext(ann, 'family', false)
  linkHelper('lift', ann, false)
  answerSituation('cooking', '')
  setHowOften(ann, 'in_person', 'less')
  expect(bringBack(differencesBetween(document.snapshot.peek(), then))).toBe('done')
  expect(document.snapshot.peek()).toEqual(then)
})

const OFFER = {
  id: 'o',
  name: '',
  kind: 'person',
  place: { ring: 'tray', angle: 0, by: 1 },
  words: '',
  asked: 'not yet',
  by: 1,
  of: '',
  archived: false,
  copied: '',
  was: '',
} as const
