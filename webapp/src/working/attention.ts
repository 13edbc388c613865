/**
 * What the two are looking at: who or what is lifted on both sides, which sheet is open, which room is beside the map, and which
 * of the two a phone shows.
 */

import { batch, signal } from '@preact/signals'
import type { Document, Goal, Step } from '../../../sync/document.ts'

export interface Focus {
  readonly kind: 'person' | 'goal' | 'step'
  readonly id: string
}

/** Lifted on the map and in the plan. A lifted person is also the one that a tap on a ring moves. */
export const lifted = signal<Focus | null>(null)

/** Whose sheet is open. */
export const opened = signal<Focus | null>(null)

/** What else there is to do with the map: each a sheet of its own, in `rooms.ts`. `more` leads to all others. */
export type Room =
  | 'more'
  | 'questions'
  | 'strengths'
  | 'help'
  | 'missing'
  | 'offers'
  | 'two maps'
  | 'example'
  | 'photographs'
  | 'pictures'
  | 'on paper'
  | 'jar'
  | 'today'
  | 'meet'

/** Which of them is open. A sheet about somebody may open over it. */
export const room = signal<Room | null>(null)

/** Whether the sheet with the two names is open. */
export const naming = signal(false)

/** How everything was at an earlier moment. */
export interface Earlier {
  readonly document: Document
  /** Unix seconds; for the day only. */
  readonly at: number
}

/** What is looked at instead of now: the screen shows it, and nothing there can be moved or written. */
export const lookingBack = signal<Earlier | null>(null)

/** The rooms beside the map, one at a time: see `beside.ts`. */
export type Beside = 'talk' | 'plan' | 'out' | 'going' | 'barriers'

/** Which of them is beside the map. */
export const beside = signal<Beside>('plan')

/** The photograph that stands beside the map instead, where there is room for both; null for none. */
export const paper = signal<string | null>(null)

/** Which half a phone shows. */
export const side = signal<'map' | 'beside'>('map')

/** Counts how often somebody went into a room: its title takes the focus. */
export const arrivals = signal(0)

/** While somebody ties who knows whom: the one who is chosen, '' for nobody yet; null while nobody does. */
export const tying = signal<string | null>(null)

/** Back to nothing lifted, nothing open: when another document is shown. */
export function lookAfresh(): void {
  lifted.value = null
  opened.value = null
  room.value = null
  naming.value = false
  tying.value = null
  lookingBack.value = null
  side.value = 'map'
  beside.value = 'plan'
  paper.value = null
}

/** Puts a room beside the map, where a phone shows it. */
export function showRoom(name: Beside): void {
  batch(() => {
    beside.value = name
    paper.value = null
    side.value = 'beside'
  })
}

/** The same for somebody who goes there: they arrive at its title. */
export function enterRoom(name: Beside): void {
  showRoom(name)
  arrivals.value += 1
}

/** The people who belong to what is lifted: those who could help with a goal, those a step is with. */
export function peopleWith(document: Document, focus: Focus | null): ReadonlySet<string> {
  if (focus === null) return new Set()
  if (focus.kind === 'person') return new Set([focus.id])
  const steps = document.steps.filter((step) => (focus.kind === 'step' ? step.id : step.goal) === focus.id)
  const goals = focus.kind === 'goal' ? document.goals.filter((goal) => goal.id === focus.id) : []
  return new Set([...goals.flatMap((goal) => goal.people), ...steps.flatMap(peopleOfStep)])
}

/** The goals and steps that are with a person, and the goals that such a step belongs to. */
export function workWith(document: Document, person: string): { goals: readonly Goal[]; steps: readonly Step[] } {
  const steps = document.steps.filter((step) => !step.archived && peopleOfStep(step).includes(person))
  const goals = document.goals.filter(
    (goal) => !goal.archived && (goal.people.includes(person) || steps.some((step) => step.goal === goal.id)),
  )
  return { goals, steps }
}

export function peopleOfStep(step: Step): readonly string[] {
  return step.who.kind === 'person' ? [...new Set([...step.people, step.who.id])] : step.people
}
