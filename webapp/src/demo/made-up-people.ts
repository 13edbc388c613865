/** A fictional pair, Ama and Jo, to look around with. In memory only, and written through the same actions as everything. */

import type { By, Offer } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, movePerson, type NewPerson, setDied, setMeeting, setNames } from '../map/actions.ts'
import { setContext, setHowOften, setService, setTogether } from '../map/detail-actions.ts'
import { linkHelper, setGives } from '../map/help-actions.ts'
import { setTieStrength } from '../map/tie-actions.ts'
import { showOffer } from '../offers/actions.ts'
import { addGoal, addStep, linkPerson, setStepDone, setStepWhen, setStepWho } from '../plan/actions.ts'
import { addStrength } from '../strengths/actions.ts'

const AMA: By = 0
const JO: By = 1

const PEOPLE = {
  sol: { name: 'Sol', kind: 'person', relation: 'friend from school', face: '🧑🏽', ring: 'closest', angle: 700 },
  nan: { name: 'Nan', kind: 'person', relation: 'my grandmother', face: '👵', ring: 'closest', angle: 3150 },
  hugo: { name: 'Hugo', kind: 'person', relation: 'my grandad', face: '🕊️', ring: 'closest', angle: 1950 },
  auntie: { name: 'Auntie B', kind: 'person', relation: 'aunt', face: '👩🏾', ring: 'close', angle: 2500 },
  cafe: { name: 'Corner café', kind: 'place', relation: 'they know my order', face: '☕', ring: 'close', angle: 1250 },
  biscuit: { name: 'Biscuit', kind: 'animal', relation: 'Auntie B’s dog', face: '🐕', ring: 'close', angle: 2150 },
  art: { name: 'Art group', kind: 'activity', relation: 'Tuesdays, upstairs', face: '🎨', ring: 'life', angle: 900 },
  dev: { name: 'Dev', kind: 'person', relation: 'next door', face: '🧔🏻', ring: 'life', angle: 2800 },
  team: { name: 'Wellbeing team', kind: 'service', relation: 'where Jo works', face: '💬', ring: 'life', angle: 1650 },
  rima: { name: 'Rima', kind: 'person', relation: 'we used to paint together', face: '🧕🏽', ring: 'life', angle: 100 },
  coach: { name: 'Swim coach', kind: 'person', relation: '', face: '', ring: 'tray' },
} as const satisfies Record<string, NewPerson>

/** Of Jo’s own map, as far as Jo shows it. One of them has not been asked yet. */
const SHOWN = {
  cafe: {
    name: 'Corner café',
    words: 'a quiet table at the back',
    kind: 'place',
    asked: 'yes',
    ring: 'close',
    angle: 3200,
  },
  gus: { name: 'Gus', words: 'could lend a bike', kind: 'person', asked: 'yes', ring: 'life', angle: 700 },
  swim: { name: 'Swim club', words: 'slow lane on Sundays', kind: 'activity', asked: 'yes', ring: 'life', angle: 2300 },
  potter: { name: '', words: 'has a potter’s wheel', kind: 'person', asked: 'not yet', ring: 'close', angle: 1500 },
} as const

type IdOf = (key: keyof typeof PEOPLE) => string

/** A document with the made-up pair in it. None of it can be undone: it is how it was found. */
export function makeUpPeople(now: () => number): SharedDocument {
  const before = current.peek()
  const written = new SharedDocument({ now })
  current.value = written
  setNames(['Ama', 'Jo'])
  setMeeting('Thursday at 2, Corner café')
  const idOf = drawTheMap(written)
  writeThePlan(idOf, written)
  sayGoodThings(idOf, written)
  showSomeOfJos(written)
  current.value = before
  const found = new SharedDocument({ now, state: written.encodeState() })
  written.close()
  return found
}

function drawTheMap(document: SharedDocument): IdOf {
  document.pen.value = AMA
  const ids = new Map(Object.entries(PEOPLE).map(([key, person]) => [key, String(addPerson(person))]))
  const idOf: IdOf = (key) => ids.get(key) ?? ''
  setDied(idOf('hugo'), true)
  sayMore(idOf)
  document.pen.value = JO
  movePerson(idOf('rima'), 'close', 250)
  document.pen.value = 'both'
  return idOf
}

/** A few details, and who knows whom: some of it, as people say it. */
function sayMore(idOf: IdOf): void {
  for (const context of ['friend', 'learning'] as const) setContext(idOf('sol'), context, true)
  setService(idOf('sol'), 'outside')
  setHowOften(idOf('sol'), 'in_person', 'few a month')
  setHowOften(idOf('sol'), 'online', 'few a week')
  setTogether(idOf('sol'), 'Films, and long walks')
  setContext(idOf('auntie'), 'family', true)
  setHowOften(idOf('auntie'), 'by_phone', 'weekly')
  setService(idOf('team'), 'inside')
  const known = [
    ['nan', 'auntie', 'strong'],
    ['nan', 'hugo', 'strong'],
    ['auntie', 'biscuit', 'strong'],
    ['nan', 'sol', 'tie'],
    ['sol', 'rima', 'tie'],
    ['rima', 'art', 'tie'],
    ['dev', 'cafe', 'tie'],
  ] as const
  for (const [one, other, strength] of known) setTieStrength(idOf(one), idOf(other), strength)
}

function writeThePlan(idOf: IdOf, document: SharedDocument): void {
  document.pen.value = AMA
  const paint = String(addGoal('Paint with other people again'))
  linkPerson('goals', paint, idOf('sol'), true)
  linkPerson('goals', paint, idOf('art'), true)

  const coffee = String(addStep({ goal: paint, what: 'Have a coffee where the art group meets' }))
  setStepWho(coffee, { kind: 'both' })
  setStepDone(coffee, 'done')
  const words = 'It was loud. The cake was good.'
  document.textField('steps', coffee, 'went').edit(words, words.length)
  linkPerson('steps', coffee, idOf('art'), true)

  const ask = String(addStep({ goal: paint, what: 'Ask Sol to come along the first time' }))
  setStepWho(ask, { kind: 'member', member: 0 })
  setStepWhen(ask, { kind: 'next' })
  linkPerson('steps', ask, idOf('sol'), true)

  document.pen.value = JO
  const ramp = String(addStep({ goal: paint, what: 'Find out if the ramp is open on Tuesdays' }))
  setStepWho(ramp, { kind: 'member', member: 1 })

  document.pen.value = AMA
  const rima = String(addGoal('Get back in touch with Rima'))
  linkPerson('goals', rima, idOf('rima'), true)
  const message = String(addStep({ goal: rima, what: 'Send one message, no pressure to meet' }))
  setStepWho(message, { kind: 'member', member: 0 })
  linkPerson('steps', message, idOf('rima'), true)
}

function sayGoodThings(idOf: IdOf, document: SharedDocument): void {
  document.pen.value = 'both'
  addStrength({ words: 'mixing colours', kind: 'like', about: 0, by: 0 })
  addStrength({ words: 'patient with a wet brush', kind: 'said', about: 0, by: 1 })
  addStrength({ words: 'a flask of tea', kind: 'bring', about: 1, by: 1 })
  linkHelper('lift', idOf('auntie'), true)
  linkHelper('laughing', idOf('sol'), true)
  setGives('pets', true)
}

function showSomeOfJos(document: SharedDocument): void {
  document.pen.value = JO
  for (const [id, { ring, angle, ...told }] of Object.entries(SHOWN)) {
    const contact: Offer = {
      ...told,
      id,
      place: { ring, angle, by: JO },
      by: 1,
      of: '',
      copied: '',
      was: '',
      archived: false,
    }
    showOffer(contact, 1)
  }
  document.pen.value = 'both'
}
