/** What each of the two said of how far the goals have come, and the one number that some ask for: see sync/attainment.ts. */

import { type Rated, scoreOf, tScore, type Weight, type Word, weightOf } from '../../../sync/attainment.ts'
import type { Aim, Answer, Degree, Document, Goal } from '../../../sync/document.ts'
import { isTaken } from '../plan/taking.ts'
import { answerOf } from '../talk/actions.ts'
import { wordingsOf } from './wordings.ts'

/** From the furthest, in the order in which they are offered. */
export const WORDS = ['a lot better', 'a bit better', 'as hoped', 'partly', 'no change', 'worse'] as const

/** The latest that somebody said of one of these: all agree on the same words. */
export function saidOf(answers: readonly Answer[], aims: readonly Aim[], by: number): Answer | undefined {
  const found = aims.flatMap(({ id }) => answerOf(answers, 'level', by, `aims/${id}`) ?? [])
  return found.reduce<Answer | undefined>(
    (last, one) => (last === undefined || one.day >= last.day ? one : last),
    undefined,
  )
}

/** Those goals for which the two agreed how they would know; none of what was put away, is not wanted, or waits for a yes. */
export function goalsWithWords({ goals, aims }: Pick<Document, 'goals' | 'aims'>): readonly Goal[] {
  return goals.filter((goal) => !goal.archived && isTaken(goal) && wordingsOf(aims, goal.id).length > 0)
}

/** One goal as the two said it, by member number; null for who did not say. */
export interface SaidOfGoal {
  readonly goal: Goal
  readonly words: readonly (Word | null)[]
}

export interface Numbers {
  /** By member number; null for who said nothing. */
  readonly numbers: readonly (number | null)[]
  /** Whether they said the same of each goal, and of the same words: then there is one number. */
  readonly areOne: boolean
  /** Where both said something, and not the same. */
  readonly apart: readonly SaidOfGoal[]
  /** What was let go is in no number. */
  readonly leftOut: readonly Goal[]
}

/** As each sees it, side by side: never in the middle between the two. */
export function numbersOf(document: Document): Numbers {
  const all = goalsWithWords(document)
  const counted = all.filter(({ state }) => state !== 'let go')
  const rated = document.names.map((_, by) => counted.map(({ id }) => ratedBy(by, id, document)))
  const said = counted.map((goal, at) => ({ goal, words: rated.map((of) => of[at]?.word ?? null) }))
  return {
    numbers: rated.map((of) => tScore(of.flatMap((one) => one?.rated ?? []))),
    areOne: counted.every((_, at) => rated.every((of) => isSameSaid(of[at], rated[0]?.[at]))),
    apart: said.filter(({ words }) => new Set(words).size > 1 && !words.includes(null)),
    leftOut: all.filter(({ state }) => state === 'let go'),
  }
}

/** The latest wording of a goal of which this one said something. */
function ratedBy(by: number, goal: string, { aims, answers, yardsticks }: Document) {
  for (const wording of [...wordingsOf(aims, goal)].reverse()) {
    const word = wordOf(saidOf(answers, wording, by))
    if (word === null) continue
    const [{ start, yardstick }] = wording
    const beside = yardsticks.find(({ id }) => id === yardstick)
    const weight = weightOf(weightIn(beside?.importance ?? ''), weightIn(beside?.difficulty ?? ''))
    const rated: Rated = { score: scoreOf(word, start), weight }
    return { word, wording: wording[0].id, rated }
  }
  return null
}

type SaidBy = ReturnType<typeof ratedBy> | undefined

const isSameSaid = (one: SaidBy, other: SaidBy): boolean => one?.word === other?.word && one?.wording === other?.wording

const wordOf = (answer: Answer | undefined): Word | null => WORDS.find((word) => word === answer?.said) ?? null

const DEGREES: Readonly<Record<Degree, Weight | null>> = { '': null, none: 0, some: 1, much: 2, most: 3 }

const weightIn = (degree: Degree): Weight | null => DEGREES[degree]
