import { afterEach, expect, test } from 'vitest'
import type { By, Document } from '../../../sync/document.ts'
import { isDocument } from '../../../sync/document.ts'
import { addBarrier, setBarrierState, splitBarrier } from '../barriers/actions.ts'
import { addGuess, addWish, declineWish, linkWish, setWishOver, takeWish } from '../jar/actions.ts'
import {
  addPerson,
  agreeWonder,
  archivePerson,
  bringBackPerson,
  declineWonder,
  moveCloser,
  moveFurther,
  movePerson,
  renamePerson,
  setDied,
  setKind,
  setMeeting,
  setNames,
  undo,
} from '../map/actions.ts'
import { setContext, setHowOften, setService, setTogether } from '../map/detail-actions.ts'
import { addSituation, answerSituation, linkHelper } from '../map/help-actions.ts'
import { letGo, putBack } from '../map/kept-actions.ts'
import { renamePicture, startBlank, takePicture } from '../map/picture-actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { setTieStrength, tieOrUntie } from '../map/tie-actions.ts'
import { addOuting, linkToOuting, restOuting, setOutingLine, takeOutingUp } from '../out/actions.ts'
import { addSupport, setSupportAsked } from '../out/support-actions.ts'
import {
  addGoal,
  addStep,
  archiveStep,
  declineGoal,
  linkPerson,
  moveGoal,
  moveStep,
  setGoalState,
  setStepDone,
  setStepWhen,
  setStepWho,
  takeGoal,
} from '../plan/actions.ts'
import { addStrength, agreeStrength, archiveStrength, declineStrength } from '../strengths/actions.ts'
import { addFeeling, addSaying, answer, answerHeard, archiveSaying, bringBackSaying } from '../talk/actions.ts'
import { current } from './current.ts'
import { Chance, type Device, meet, startTogether } from './devices-for-tests.ts'

const SEEDS = 300
const MEMBERS: readonly By[] = ['both', 1, 0]
const RINGS = ['closest', 'close', 'life', 'tray', 'past'] as const
const LETTERS = ['a', 'é', '👋', '👩🏾', ' ', 'ß', '𝄞']

afterEach(() => {
  current.value = null
})

test(`${SEEDS} seeds of three devices that act, part and meet end alike`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const chance = new Chance(seed)
    const devices = startTogether(seed, MEMBERS)
    devices[0]?.do(begin)
    meet(...devices)
    for (let turn = 0; turn < 40; turn++) {
      const device = chance.pick(devices)
      device.do(() => act(device, chance))
      if (chance.next() < 0.3) device.push(chance.below(4))
      if (chance.next() < 0.3 && device.pull(chance.below(6))) device.document.caughtUp()
    }
    meet(...devices)
    const [first, ...others] = devices.map((device) => device.document.snapshot.peek())
    for (const other of others) expect(other, `seed ${seed}`).toEqual(first)
    expect(isDocument(first), `seed ${seed}`).toBe(true)
    expect(JSON.stringify(first), `seed ${seed}`).not.toMatch(/\\ud[89a-f]|\uFFFD/)
    for (const device of devices) expect(device.document.hasGaps, `seed ${seed}`).toBe(false)
  }
})

test(`${SEEDS} seeds of names written at once: each stands, was replaced by someone who saw it, or is kept`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const chance = new Chance(seed)
    const devices = startTogether(seed, MEMBERS)
    const [first] = devices as [Device]
    const id = String(first.do(() => addPerson({ name: 'start', kind: 'person' })))
    meet(...devices)
    const standing = new Set(['start'])
    for (let turn = 0; turn < 25; turn++) {
      const device = chance.pick(devices)
      standing.delete(device.document.snapshot.peek().people[0]?.name ?? '')
      device.do(() => renamePerson(id, `name ${turn}`))
      standing.add(`name ${turn}`)
      if (chance.next() < 0.4) device.push(chance.below(3))
      if (chance.next() < 0.4 && device.pull(chance.below(4))) device.document.caughtUp()
    }
    meet(...devices)
    for (const device of devices) {
      const { people, kept } = device.document.snapshot.peek()
      const found = new Set([people[0]?.name, ...kept.map(({ value }) => value)])
      for (const name of standing) expect(found.has(name), `seed ${seed}: ${name}`).toBe(true)
    }
  }
})

function begin(): void {
  for (const name of ['Nan', 'Sol']) addPerson({ name, kind: 'person', ring: 'close' })
  for (const title of ['Paint', 'Swim']) addStep({ goal: String(addGoal(title)), what: 'Ask 👋' })
}

function act(device: Device, chance: Chance): unknown {
  const { people, goals, steps, kept } = device.document.snapshot.peek()
  const person = people.length > 0 ? chance.pick(people).id : ''
  const goal = goals.length > 0 ? chance.pick(goals).id : ''
  const step = steps.length > 0 ? chance.pick(steps).id : ''
  const note = kept.length > 0 ? chance.pick(kept).id : ''
  const angle = chance.below(3600)
  const word = `${chance.pick(LETTERS)}${chance.below(9)}`
  return chance.pick([
    () => addPerson({ name: word, kind: 'person', ring: chance.pick(RINGS) }),
    () => movePerson(person, chance.pick(RINGS), angle),
    () => movePerson(person, chance.pick(RINGS), angle),
    () => moveCloser(person),
    () => moveFurther(person),
    () => renamePerson(person, word),
    () => renamePerson(person, word),
    () => setKind(person, chance.pick(['person', 'place', 'animal'])),
    () => setDied(person, chance.next() < 0.5),
    () => archivePerson(person),
    () => bringBackPerson(person),
    () => agreeWonder(person),
    () => declineWonder(person),
    () => setNames(['Ama', word]),
    () => setMeeting(word),
    () => putBack(note),
    () => letGo(note),
    () => addGoal(word),
    () => addStep({ goal, what: word }),
    () => goal && moveGoal(goal, { before: chance.pick(goals).id }),
    () => step && moveStep(step, { after: chance.pick(steps).id }),
    () =>
      setStepWho(step, chance.pick([{ kind: 'both' }, { kind: 'person', id: person }, { kind: 'member', member: 1 }])),
    () => setStepWhen(step, chance.pick([{ kind: 'next' }, { kind: 'day', day: '2026-11-30' }])),
    () => setStepDone(step, chance.pick(['open', 'done', 'let go'])),
    () => archiveStep(step),
    () => linkPerson('goals', goal, person, chance.next() < 0.7),
    () => linkPerson('steps', step, person, chance.next() < 0.7),
    () => write(device, 'goals', goal, 'title', chance),
    () => write(device, 'steps', step, 'what', chance),
    () => write(device, 'steps', step, 'went', chance),
    () => write(device, 'steps', step, 'went', chance),
    () => undo(),
    () => undo(),
    ...Array.from({ length: 12 }, () => () => people.length > 0 && actBesideTheMap(device, chance)),
    ...Array.from({ length: 6 }, () => () => people.length > 0 && actOutside(device, chance)),
  ])()
}

/** What is in the way, and going out. */
function actOutside(device: Device, chance: Chance): unknown {
  const { people, barriers, outings, supports } = device.document.snapshot.peek()
  const outing = outings.length > 0 ? chance.pick(outings).id : ''
  const barrier = barriers.length > 0 ? chance.pick(barriers).id : ''
  const support = supports.length > 0 ? chance.pick(supports).id : ''
  const word = `${chance.pick(LETTERS)}${chance.below(9)}`
  return chance.pick([
    () => addBarrier({ words: word, side: 'elsewhere', by: device.document.pen.peek() }),
    () => splitBarrier(barrier, word, device.document.pen.peek()),
    () => setBarrierState(barrier, chance.pick(['open', 'worked around', 'left'])),
    () => barrier && write(device, 'barriers', barrier, 'words', chance),
    () => addOuting(word),
    () => setOutingLine(outing, 'where', word),
    () => (chance.next() < 0.5 ? restOuting : takeOutingUp)(outing),
    () => linkToOuting(outing, chance.pick(people).id, chance.next() < 0.7),
    () => outing && write(device, 'outings', outing, 'plan_b', chance),
    () => addSupport({ outing, kind: 'lift', words: word }),
    () => setSupportAsked(support, chance.pick(['yes', 'no', 'not yet'])),
  ])()
}

function actBesideTheMap(device: Device, chance: Chance): unknown {
  const { people, strengths, sayings, pictures, goals, wishes } = device.document.snapshot.peek()
  const [one, other] = [chance.pick(people).id, chance.pick(people).id]
  const strength = strengths.length > 0 ? chance.pick(strengths).id : ''
  const saying = sayings.length > 0 ? chance.pick(sayings).id : ''
  const picture = pictures.length > 0 ? chance.pick(pictures).id : ''
  const wish = wishes.length > 0 ? chance.pick(wishes).id : ''
  const goal = goals.length > 0 ? chance.pick(goals).id : ''
  const situation = chance.pick(['lift', 'cooking'])
  const word = `${chance.pick(LETTERS)}${chance.below(9)}`
  return chance.pick([
    () => tieOrUntie(one, other),
    () => setTieStrength(one, other, 'strong'),
    () => setService(one, chance.pick(['outside', 'linked'])),
    () => setContext(one, chance.pick(['family', 'club']), chance.next() < 0.6),
    () => setHowOften(one, 'online', chance.pick(['daily', 'lost touch', ''])),
    () => setTogether(one, word),
    () => linkHelper(situation, one, chance.next() < 0.7),
    () => answerSituation(situation, chance.pick(['nobody', 'myself', ''])),
    () => addSituation(word),
    () => addStrength({ words: word, kind: 'said', about: chance.below(2), by: chance.below(2) }),
    () => strength && chance.pick([agreeStrength, declineStrength, archiveStrength])(strength),
    () => strength && write(device, 'strengths', strength, 'words', chance),
    () => chance.pick([() => addWish({ words: word, like: wish }), () => addGuess(word, 1)])(),
    () => wish && chance.pick([takeWish, declineWish])(wish),
    () => wish && setWishOver(wish, chance.next() < 0.5),
    () => wish && linkWish(wish, one, chance.next() < 0.7),
    () => wish && write(device, 'wishes', wish, chance.pick(['words', 'seen']), chance),
    () => goal && chance.pick([takeGoal, declineGoal])(goal),
    () => goal && setGoalState(goal, chance.pick(['open', 'resting', 'done', 'let go'])),
    () => addSaying({ words: word, kind: chance.pick(['hope', 'together', 'heard']), by: chance.below(2) }),
    () => saying && chance.pick([archiveSaying, bringBackSaying])(saying),
    () => saying && answerHeard(saying, chance.pick(['yes', 'no', '']), chance.below(2)),
    () => addFeeling({ feels: chance.pick([['calm'], ['sad', 'mixed']] as const), words: word, by: chance.below(2) }),
    () => answer({ question: 'go on', said: chance.pick(['yes', 'not now']), by: chance.below(2) }),
    () => takePicture(word),
    () => picture && renamePicture(picture, word),
    () => chance.next() < 0.2 && startBlank(word),
    () => chance.next() < 0.2 && takeOutEverywhere(one),
    () => undo(),
  ])()
}

function write(
  device: Device,
  entity: keyof Pick<Document, 'goals' | 'steps' | 'strengths' | 'wishes' | 'barriers' | 'outings'>,
  id: string,
  field: string,
  chance: Chance,
) {
  const text = device.document.textField(entity, id, field)
  const letters = [...text.value.peek()]
  const at = chance.below(letters.length + 1)
  const gone = chance.next() < 0.4 ? chance.below(3) : 0
  letters.splice(at, gone, ...Array.from({ length: chance.below(3) }, () => chance.pick(LETTERS)))
  const caret = letters.slice(0, at).join('').length
  text.edit(letters.join(''), caret)
  text.close()
}
