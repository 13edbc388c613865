/** What people do to the map and the plan, picked by chance: for tests only. */

import type { Chance } from '../../document/devices-for-tests.ts'
import type { SharedDocument } from '../../document/shared-document.ts'
import * as map from '../../map/actions.ts'
import * as beside from '../../map/kept-actions.ts'
import * as plan from '../../plan/actions.ts'

const RINGS = ['closest', 'close', 'life', 'tray', 'past'] as const
const LETTERS = ['a', 'é', '👋', '👩🏾‍🌾', ' ', 'ß', '𝄞', '🇬🇭']
const TEXTS = [
  ['goals', 'title'],
  ['steps', 'what'],
  ['steps', 'went'],
] as const

/** One action on the document that the screens show. The name of `kept` is left alone. Gives back what was done. */
export function actOn(document: SharedDocument, chance: Chance, kept: string): string {
  const { people, goals, steps, kept: notes } = document.snapshot.value
  const id = (of: readonly { readonly id: string }[]): string => (of.length > 0 ? chance.pick(of).id : '')
  const person = id(people)
  const goal = id(goals)
  const step = id(steps)
  const note = id(notes.filter(({ entity, field }) => entity !== `people/${kept}` || field !== 'name'))
  const word = `${chance.pick(LETTERS)}${chance.below(9)}`
  const angle = chance.below(3600)
  const ring = chance.pick(RINGS)
  const acts: Record<string, () => unknown> = {
    addPerson: () => map.addPerson({ name: word, kind: 'person', ring }),
    move: () => map.movePerson(person, ring, angle),
    'move Nan': () => map.movePerson(kept, ring, angle),
    closer: () => map.moveCloser(person),
    further: () => map.moveFurther(person),
    relation: () => map.setRelation(kept, word),
    kind: () => map.setKind(person, chance.pick(['person', 'place', 'animal'])),
    face: () => map.setFace(person, '🙂'),
    died: () => map.setDied(person, angle % 2 === 0),
    archive: () => map.archivePerson(person),
    'bring back': () => map.bringBackPerson(person),
    agree: () => map.agreeWonder(person),
    decline: () => map.declineWonder(person),
    names: () => map.setNames(['Ama', word]),
    meeting: () => map.setMeeting(word),
    'put back': () => beside.putBack(note),
    'let go': () => beside.letGo(note),
    'add goal': () => plan.addGoal(word),
    'add step': () => plan.addStep({ goal, what: word }),
    'move goal': () => plan.moveGoal(goal, { before: id(goals) }),
    'move step': () => plan.moveStep(step, { after: id(steps) }),
    who: () => plan.setStepWho(step, angle % 2 === 0 ? { kind: 'person', id: person } : { kind: 'both' }),
    when: () => plan.setStepWhen(step, angle % 2 === 0 ? { kind: 'next' } : { kind: 'day', day: '2026-11-30' }),
    done: () => plan.setStepDone(step, chance.pick(['open', 'done', 'let go'])),
    'archive step': () => plan.archiveStep(step),
    'goal and person': () => plan.linkPerson('goals', goal, person, angle % 3 > 0),
    'step and person': () => plan.linkPerson('steps', step, person, angle % 3 > 0),
    undo: () => (document.canUndo.value?.what === 'rename person' ? 'not this' : map.undo()),
  }
  const name = chance.pick(Object.keys(acts))
  acts[name]?.()
  return name
}

/** Some letters into one of the texts, one after the other, with time between them for what others do. */
export async function typesOn(device: { document: SharedDocument; isOff: boolean }, chance: Chance): Promise<void> {
  const [entity, name] = chance.pick(TEXTS)
  const all = device.document.snapshot.value[entity]
  if (all.length === 0) return
  const field = device.document.textField(entity, chance.pick<{ readonly id: string }>(all).id, name)
  const before = [...field.value.value].slice(0, chance.below(12)).join('').length
  field.select(before, before)
  for (let letters = 2 + chance.below(8); letters > 0 && !device.isOff; letters--) {
    const letter = chance.pick(LETTERS)
    const isRubbedOut = chance.next() < 0.2
    const { start } = field.selection.value
    const left = [...field.value.value.slice(0, start)]
    if (isRubbedOut) left.pop()
    else left.push(letter)
    const typed = left.join('')
    field.edit(typed + field.value.value.slice(start), typed.length)
    if (chance.next() < 0.3) await new Promise((resolve) => setTimeout(resolve))
  }
  field.close()
}
