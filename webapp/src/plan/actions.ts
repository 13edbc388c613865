/** Everything that can be done to the plan. Each is one undo step and one record. */

import type { Agreed, Goal, GoalState, Step, StepState, When, Who, Wish } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { keysFor, type Ordered } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

export interface NewStep {
  /** The goal it belongs to, if any. */
  readonly goal?: string
  readonly what: string
  /** The path of what it came from, if anything: `outings/<id>`, `barriers/<id>`, `wishes/<id>`, `steps/<id>`. */
  readonly origin?: string
}

/** Which neighbour a row is to stand beside. */
export type Beside = { readonly before: string } | { readonly after: string }

/** Writes a goal at the end of the list, in the words of whoever holds the pen, and gives its id. */
export function addGoal(title: string): string | Refused {
  return add('add goal', title, (draft) => {
    const order = keyAtEnd(draft.document.goals)
    return draft.create('goals', { by: draft.by, order }, { title })
  })
}

/** A wish of the jar becomes a goal as well, in the same words and with the same people. Gives its id. */
export function addGoalOf(wish: Wish): string | Refused {
  return add('add goal', wish.words, (draft) => {
    const registers = { by: draft.by, origin: `wishes/${wish.id}`, order: keyAtEnd(draft.document.goals) }
    const id = draft.create('goals', registers, { title: wish.words })
    for (const person of wish.people) draft.link('goals', id, person, true)
    return id
  })
}

/** Yes, I would like that: from now on it is a goal of both. Only the owner of the map can say so. */
export function takeGoal(id: string): Outcome {
  return answerGoal(id, 'yes')
}

/** Not for me, or not any more: it needs no reason. */
export function declineGoal(id: string): Outcome {
  return answerGoal(id, 'no')
}

/** Neither yes nor no, again. */
export function leaveGoalOpen(id: string): Outcome {
  return answerGoal(id, '')
}

export function setGoalState(id: string, state: GoalState): Outcome {
  return changeEntity('set goal', 'goals', id, (draft) => draft.set('goals', id, 'state', state))
}

/** Writes a wish that somebody on the map belongs to: out of what was missing, too. Gives its id. */
export function addWishFor(person: string, title: string): string | Refused {
  return add('add goal', title, (draft) => {
    const id = draft.create('goals', { by: draft.by, order: keyAtEnd(draft.document.goals) }, { title })
    draft.link('goals', id, person, true)
    return id
  })
}

export function archiveGoal(id: string): Outcome {
  return changeEntity('archive goal', 'goals', id, (draft) => draft.set('goals', id, 'archived', true))
}

export function bringBackGoal(id: string): Outcome {
  return changeEntity('bring back goal', 'goals', id, (draft) => draft.set('goals', id, 'archived', false))
}

/** Moves a goal before or after another. */
export function moveGoal(id: string, beside: Beside): Outcome {
  return changeEntity('move goal', 'goals', id, (draft) => move(draft, 'goals', draft.document.goals, id, beside))
}

/** Writes a step at the end of its goal, or of the steps without one, and gives its id. */
export function addStep({ goal = '', what, origin = '' }: NewStep): string | Refused {
  return add('add step', what, (draft) => {
    const order = keyAtEnd(draft.document.steps)
    return draft.create('steps', { goal, order, ...(origin === '' ? {} : { origin }) }, { what })
  })
}

export function setStepWho(id: string, who: Who): Outcome {
  if (who.kind === 'other' && countCodePoints(who.name) > NAME_CODE_POINTS) return { refused: 'too long' }
  return changeStep('set step who', id, (draft) => draft.set('steps', id, 'who', who))
}

export function setStepWhen(id: string, when: When): Outcome {
  return changeStep('set step when', id, (draft) => draft.set('steps', id, 'when', when))
}

export function setStepDone(id: string, done: StepState): Outcome {
  return changeStep('set step done', id, (draft) => draft.set('steps', id, 'done', done))
}

/** Gives a step to a goal, or with '' to none. */
export function setStepGoal(id: string, goal: string): Outcome {
  return changeStep('set step goal', id, (draft) => draft.set('steps', id, 'goal', goal))
}

export function archiveStep(id: string): Outcome {
  return changeStep('archive step', id, (draft) => draft.set('steps', id, 'archived', true))
}

export function bringBackStep(id: string): Outcome {
  return changeStep('bring back step', id, (draft) => draft.set('steps', id, 'archived', false))
}

/** Moves a step before or after another, and into that one's goal. */
export function moveStep(id: string, beside: Beside): Outcome {
  return changeStep('move step', id, (draft) => {
    const neighbour = draft.document.steps.find((step) => step.id === neighbourIn(beside))
    move(draft, 'steps', draft.document.steps, id, beside)
    if (neighbour !== undefined) draft.set('steps', id, 'goal', neighbour.goal)
  })
}

/** Moves a step before or after another in the list of all: it stays with its goal. */
export function moveStepAmongAll(id: string, beside: Beside): Outcome {
  return changeStep('move step', id, (draft) => move(draft, 'steps', draft.document.steps, id, beside))
}

/** Says that a person on the map belongs to a goal or a step, or no longer does. */
export function linkPerson(entity: 'goals' | 'steps', id: string, personId: string, on: boolean): Outcome {
  return changeEntity('link person', entity, id, (draft) => draft.link(entity, id, personId, on))
}

function add(what: ChangeName, words: string, create: (draft: Draft) => string): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  let id = ''
  document.change(what, (draft) => {
    id = create(draft)
  })
  return id
}

function answerGoal(id: string, taken: Agreed): Outcome {
  if (current.peek() !== null && !mayWriteAs(OWNER)) return { refused: 'theirs to say' }
  const goal = current
    .peek()
    ?.snapshot.peek()
    .goals.find((one) => one.id === id)
  const set = (draft: Draft) => {
    // The same answer in a hand that may not give it is not read, and must not stand in the way of theirs.
    if (goal?.taken !== taken) draft.set('goals', id, 'taken', '')
    draft.set('goals', id, 'taken', taken)
  }
  return changeEntity('take goal', 'goals', id, set, OWNER)
}

function changeStep(what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  return changeEntity(what, 'steps', id, edit)
}

function changeEntity(
  what: ChangeName,
  entity: 'goals' | 'steps',
  id: string,
  edit: (draft: Draft) => void,
  by?: number,
): Outcome {
  const known: readonly (Goal | Step)[] | undefined = current.peek()?.snapshot.peek()[entity]
  if (known !== undefined && !known.some((each) => each.id === id)) return { refused: 'gone' }
  return change(what, edit, by)
}

function keyAtEnd(all: readonly Ordered[]): string {
  return keysFor('', all.length, all).get('') ?? ''
}

function move(draft: Draft, entity: 'goals' | 'steps', all: readonly Ordered[], id: string, beside: Beside): void {
  const others = all.filter((each) => each.id !== id)
  const at = others.findIndex((each) => each.id === neighbourIn(beside))
  if (at < 0) return
  for (const [moved, order] of keysFor(id, 'before' in beside ? at : at + 1, others)) {
    draft.set(entity, moved, 'order', order)
  }
}

function neighbourIn(beside: Beside): string {
  return 'before' in beside ? beside.before : beside.after
}
