/** Everything that can be done to the plan. Each is one undo step and one record. */

import type { Agreed, GoalState, StepState, When, Who, Whose, Wish } from '../../../sync/document.ts'
import { addWords, changeAs, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { checkWho } from '../document/lengths.ts'
import { keyAtEnd, keysFor, type Ordered } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

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
  return addWords('add goal', title, (draft) => {
    const order = keyAtEnd(draft.document.goals)
    return draft.create('goals', { by: draft.by, order }, { title })
  })
}

/** A wish of the jar becomes a goal as well, in the same words and with the same people. Gives its id. */
export function addGoalOf(wish: Wish): string | Refused {
  return addWords('add goal', wish.words, (draft) => {
    const said = wish.idea === '' ? {} : { idea: wish.idea }
    const registers = { by: draft.by, origin: `wishes/${wish.id}`, ...said, order: keyAtEnd(draft.document.goals) }
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

/** Whose idea it was. Nobody has to say, and nothing follows from it. */
export function setGoalIdea(id: string, idea: Whose): Outcome {
  return changeThing('set goal', 'goals', id, (draft) => draft.set('goals', id, 'idea', idea))
}

export function setGoalState(id: string, state: GoalState): Outcome {
  return changeThing('set goal', 'goals', id, (draft) => draft.set('goals', id, 'state', state))
}

/** Writes a wish that somebody on the map belongs to: out of what was missing, too. Gives its id. */
export function addWishFor(person: string, title: string): string | Refused {
  return addWords('add goal', title, (draft) => {
    const id = draft.create('goals', { by: draft.by, order: keyAtEnd(draft.document.goals) }, { title })
    draft.link('goals', id, person, true)
    return id
  })
}

export function archiveGoal(id: string): Outcome {
  return changeThing('archive goal', 'goals', id, (draft) => draft.set('goals', id, 'archived', true))
}

export function bringBackGoal(id: string): Outcome {
  return changeThing('bring back goal', 'goals', id, (draft) => draft.set('goals', id, 'archived', false))
}

/** Moves a goal before or after another. */
export function moveGoal(id: string, beside: Beside): Outcome {
  return changeThing('move goal', 'goals', id, (draft) => move(draft, 'goals', draft.document.goals, id, beside))
}

/** Writes a step at the end of its goal, or of the steps without one, and gives its id. */
export function addStep({ goal = '', what, origin = '' }: NewStep): string | Refused {
  return addWords('add step', what, (draft) => {
    const order = keyAtEnd(draft.document.steps)
    return draft.create('steps', { goal, order, ...(origin === '' ? {} : { origin }) }, { what })
  })
}

export function setStepWho(id: string, who: Who): Outcome {
  const set = (draft: Draft): void => draft.set('steps', id, 'who', who)
  return checkWho(who) ?? changeThing('set step who', 'steps', id, set)
}

export function setStepWhen(id: string, when: When): Outcome {
  return changeThing('set step when', 'steps', id, (draft) => draft.set('steps', id, 'when', when))
}

export function setStepDone(id: string, done: StepState): Outcome {
  return changeThing('set step done', 'steps', id, (draft) => draft.set('steps', id, 'done', done))
}

/** Gives a step to a goal, or with '' to none. */
export function setStepGoal(id: string, goal: string): Outcome {
  return changeThing('set step goal', 'steps', id, (draft) => draft.set('steps', id, 'goal', goal))
}

export function archiveStep(id: string): Outcome {
  return changeThing('archive step', 'steps', id, (draft) => draft.set('steps', id, 'archived', true))
}

export function bringBackStep(id: string): Outcome {
  return changeThing('bring back step', 'steps', id, (draft) => draft.set('steps', id, 'archived', false))
}

/** Moves a step before or after another, and into that one's goal. */
export function moveStep(id: string, beside: Beside): Outcome {
  return changeThing('move step', 'steps', id, (draft) => {
    const neighbour = draft.document.steps.find((step) => step.id === neighbourIn(beside))
    move(draft, 'steps', draft.document.steps, id, beside)
    if (neighbour !== undefined) draft.set('steps', id, 'goal', neighbour.goal)
  })
}

/** Moves a step before or after another in the list of all: it stays with its goal. */
export function moveStepAmongAll(id: string, beside: Beside): Outcome {
  return changeThing('move step', 'steps', id, (draft) => move(draft, 'steps', draft.document.steps, id, beside))
}

/** Says that a person on the map belongs to a goal or a step, or no longer does. */
export function linkPerson(entity: 'goals' | 'steps', id: string, personId: string, on: boolean): Outcome {
  return changeThing('link person', entity, id, (draft) => draft.link(entity, id, personId, on))
}

function answerGoal(id: string, taken: Agreed): Outcome {
  return changeAs(OWNER, 'take goal', 'goals', id, (draft) => draft.set('goals', id, 'taken', taken))
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
