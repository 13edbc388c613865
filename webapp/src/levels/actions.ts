/** By what the two would know how far a goal has come: written together, agreed on, said of by each. Each is one undo step. */

import type { Word } from '../../../sync/attainment.ts'
import type { Aim, Baseline, Degree } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { addThing, addWords, changeAs, changeThing, found } from '../document/deeds.ts'
import { OWNER } from '../document/giving.ts'
import { checkText } from '../document/lengths.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { answer } from '../talk/actions.ts'
import { saidOf } from './number.ts'
import { isSameWording, LEVELS, standing } from './wordings.ts'

/** Begins it with what would be as hoped, and gives its id. */
export function beginYardstick(goal: string, hoped: string): string | Refused {
  return addWords('add yardstick', hoped, (draft) => draft.create('yardsticks', { goal }, { hoped: hoped.trim() }))
}

/**
 * Words to change, where only the agreed ones are left: those that were agreed on, with how much they matter, or the same anew
 * where they are no more. Gives its id.
 */
export function beginAgain({ goal, yardstick, start, by_day, ...aim }: Aim): string | Refused {
  if (found('yardsticks', yardstick) !== undefined) {
    const outcome = bringBackYardstick(yardstick)
    return outcome === 'done' ? yardstick : outcome
  }
  const texts = Object.fromEntries(LEVELS.map((level) => [level, aim[level]]))
  return addThing('add yardstick', (draft) => draft.create('yardsticks', { goal, start, by_day }, texts))
}

/** Where it is now, beside what would be hoped. */
export function setStart(id: string, start: Baseline): Outcome {
  return changeThing('set yardstick', 'yardsticks', id, (draft) => draft.set('yardsticks', id, 'start', start))
}

/** How much it matters to the owner of the map: nobody else says so. */
export function setImportance(id: string, importance: Degree): Outcome {
  return changeAs(OWNER, 'set yardstick', 'yardsticks', id, (draft) =>
    draft.set('yardsticks', id, 'importance', importance),
  )
}

export function setDifficulty(id: string, difficulty: Degree): Outcome {
  return changeThing('set yardstick', 'yardsticks', id, (draft) =>
    draft.set('yardsticks', id, 'difficulty', difficulty),
  )
}

/** By when they hope for it, or '' for no such day. Nothing is late because of it. */
export function setByDay(id: string, day: string): Outcome {
  return changeThing('set yardstick', 'yardsticks', id, (draft) => draft.set('yardsticks', id, 'by_day', day))
}

export function archiveYardstick(id: string): Outcome {
  return changeThing('archive yardstick', 'yardsticks', id, (draft) => draft.set('yardsticks', id, 'archived', true))
}

export function bringBackYardstick(id: string): Outcome {
  return changeThing('bring back yardstick', 'yardsticks', id, (draft) =>
    draft.set('yardsticks', id, 'archived', false),
  )
}

/**
 * The two agree on the words as they stand: they are written as a wording of their own, which takes the place of those that are
 * seen here. What is agreed elsewhere at the same time stands beside it. Gives its id.
 */
export function agree(id: string, why = ''): string | Refused {
  const yardstick = found('yardsticks', id)
  if (current.peek() !== null && yardstick === undefined) return { refused: 'gone' }
  if (yardstick === undefined || yardstick.hoped.trim() === '') return { refused: 'empty' }
  const { goal, start, by_day } = yardstick
  const texts = { ...Object.fromEntries(LEVELS.map((level) => [level, yardstick[level]])), why: why.trim() }
  const make = (): string | Refused =>
    addThing('agree aim', (draft) => {
      for (const aim of standing(draft.document.aims, goal)) draft.set('aims', aim.id, 'replaced', true)
      return draft.create('aims', { goal, yardstick: id, start, by_day, by: draft.by, day: draft.today }, texts)
    })
  return checkText(why) ?? make()
}

/** Of two that were agreed at once, or of earlier ones, this one is meant: all others are earlier ones from now on. */
export function keepAim(id: string): Outcome {
  return changeThing('settle aims', 'aims', id, (draft, kept) => {
    draft.set('aims', id, 'replaced', false)
    for (const aim of standing(draft.document.aims, kept.goal)) {
      if (!isSameWording(aim, kept)) draft.set('aims', aim.id, 'replaced', true)
    }
  })
}

/**
 * How far it has come, as one of the two sees it, in their own hand, of these very words. Where more than one has them, it takes
 * the place of what that one said of any.
 */
export function sayHowFar(aims: readonly [Aim, ...Aim[]], said: Word, by: number, through = ''): string | Refused {
  const known = saidOf(current.peek()?.snapshot.peek().answers ?? [], aims, by)
  return answer({ question: 'level', said, by, beside: known?.beside ?? `aims/${aims[0].id}`, through })
}

/** Neither here nor there again: nothing that this one said of any that has these words stands any more. */
export function unsayHowFar(aims: readonly Aim[], by: number): Outcome {
  const besides = aims.map(({ id }) => `aims/${id}`)
  const known = saidOf(current.peek()?.snapshot.peek().answers ?? [], aims, by)
  return changeAs(by, 'take back answer', 'answers', known?.id ?? '', (draft) => {
    for (const one of draft.document.answers) {
      const isOfThese = one.question === 'level' && one.by === by && besides.includes(one.beside)
      if (isOfThese) draft.set('answers', one.id, 'archived', true)
    }
  })
}
