/**
 * The three questions about a talk, answered by each for themselves: held in memory and nowhere else until whoever answered wants
 * them shown, or lets them go. They are never added up.
 */

import { effect, signal } from '@preact/signals'
import type { Question, Said } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { isRefused, type Outcome } from '../document/outcomes.ts'
import { answer } from './actions.ts'

export const QUESTIONS = ['questions', 'helpful', 'know'] as const satisfies readonly Question[]

export type Answers = Readonly<Partial<Record<(typeof QUESTIONS)[number], Said>>>

export interface Check {
  /** Who answers, in this order. */
  readonly voices: readonly number[]
  /** How many have answered. */
  readonly turn: number
  /** The tablet is on its way to the next one. */
  readonly handing: boolean
  readonly answers: Readonly<Record<number, Answers>>
  /** Who wants them shown. */
  readonly wanted: readonly number[]
}

/** Nothing of it is written anywhere. */
export const check = signal<Check | null>(null)

/** Whoever locks the place, or goes to another, lets them go. */
effect(() => {
  if (current.value !== null || check.peek() !== null) check.value = null
})

export function beginCheck(voices: readonly number[]): void {
  check.value = { voices, turn: 0, handing: false, answers: {}, wanted: [] }
}

export function tapAnswer(question: (typeof QUESTIONS)[number], said: Said): void {
  const now = check.peek()
  const who = now?.voices[now.turn]
  if (!now || who === undefined) return
  check.value = { ...now, answers: { ...now.answers, [who]: { ...now.answers[who], [question]: said } } }
}

/** Done with one's own: they are hidden, and the next one's turn comes when they have the tablet. */
export function hideOwn(): void {
  const now = check.peek()
  if (now) check.value = { ...now, turn: now.turn + 1, handing: now.turn + 1 < now.voices.length }
}

export function takeTablet(): void {
  const now = check.peek()
  if (now) check.value = { ...now, handing: false }
}

/** One of them wants to show; all have to. */
export function wantShown(who: number): void {
  const now = check.peek()
  if (now && !now.wanted.includes(who)) check.value = { ...now, wanted: [...now.wanted, who] }
}

export function isShown({ voices, wanted }: Check): boolean {
  return voices.every((who) => wanted.includes(who))
}

export function letGoOfCheck(): void {
  check.value = null
}

/** Once shown, and only then, they can be kept: each as an answer of whoever gave it. */
export function keepCheck(through: string): Outcome {
  const now = check.peek()
  if (!now || !isShown(now)) return { refused: 'gone' }
  for (const by of now.voices) {
    for (const question of QUESTIONS) {
      const said = now.answers[by]?.[question]
      if (said === undefined) continue
      const outcome = answer({ question, said, by, through })
      if (isRefused(outcome)) return outcome
    }
  }
  check.value = null
  return 'done'
}
