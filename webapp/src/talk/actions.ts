/** What the two say, feel and answer, each for themselves. Each is one undo step and one record, in the hand of whoever says it. */

import type { Agreed, Answer, FeelingCode, Question, RoomName, Said, SayingKind } from '../../../sync/document.ts'
import { addThing, changeAs, changeOwn, changeThing, found } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkName, checkText } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { isFull } from '../map/actions.ts'

export interface NewSaying {
  readonly words: string
  readonly kind: SayingKind
  /** Who says it. Where both hold the pen, whose words they are is asked. */
  readonly by: number
  /** What it stands beside, as `sayings/<id>`. */
  readonly beside?: string
  /** Who read aloud, or wrote it for them. */
  readonly through?: string
  /** It stands in the plan too. */
  readonly shown?: boolean
}

export interface NewFeeling {
  readonly feels: readonly FeelingCode[]
  readonly words: string
  readonly by: number
  readonly beside?: string
  readonly through?: string
}

export interface NewAnswer {
  readonly question: Question
  readonly said: Said
  readonly by: number
  readonly words?: string
  readonly rooms?: readonly RoomName[]
  /** In so many days they may be asked again; without it they never are. */
  readonly againIn_days?: number
  readonly beside?: string
  readonly through?: string
}

/** Writes what somebody says at the end of the list, and gives its id. */
export function addSaying(given: NewSaying): string | Refused {
  const { words, kind, by, beside = '', through = '', shown = false } = given
  if (words.trim() === '') return { refused: 'empty' }
  return add('add saying', by, words + through, (draft) => {
    const order = keyAtEnd(draft.document.sayings)
    const registers = { kind, by, beside, through, day: draft.today, order, ...(shown && { shown }) }
    return draft.create('sayings', registers, { words: words.trim() })
  })
}

/** What another heard is right, or not quite; '' for neither. The one it was heard from says so. */
export function answerHeard(id: string, agreed: Agreed, by: number): Outcome {
  if (found('sayings', id)?.by === by) return { refused: 'theirs to say' }
  return changeAs(by, 'answer saying', 'sayings', id, (draft) => draft.set('sayings', id, 'agreed', agreed))
}

/** A worry or a hope stands in the plan too, or no more. Only whoever has it can say so. */
export function showInPlan(id: string, shown: boolean): Outcome {
  return changeOwn('show saying', 'sayings', id, (draft) => draft.set('sayings', id, 'shown', shown))
}

/** Puts it away. How the two work together may be struck by either; all else only by whoever said it. */
export function archiveSaying(id: string): Outcome {
  return putSayingAway('archive saying', id, true)
}

export function bringBackSaying(id: string): Outcome {
  return putSayingAway('bring back saying', id, false)
}

/** Writes how somebody feels today, and gives its id. */
export function addFeeling({ feels, words, by, beside = '', through = '' }: NewFeeling): string | Refused {
  if (feels.length === 0 && words.trim() === '') return { refused: 'empty' }
  return add('add feeling', by, words + through, (draft) => {
    const codes = Object.fromEntries(feels.map((code) => [`feels/${code}`, true]))
    return draft.create('feelings', { ...codes, by, beside, through, day: draft.today }, { words: words.trim() })
  })
}

export function archiveFeeling(id: string): Outcome {
  return changeOwn('archive feeling', 'feelings', id, (draft) => draft.set('feelings', id, 'archived', true))
}

export function bringBackFeeling(id: string): Outcome {
  return changeOwn('bring back feeling', 'feelings', id, (draft) => draft.set('feelings', id, 'archived', false))
}

/** Writes an answer, and gives its id. What the same one answered to it before is put away: they may always say otherwise. */
export function answer(given: NewAnswer): string | Refused {
  const { question, said, by, words = '', rooms = [], againIn_days, beside = '', through = '' } = given
  return add('answer', by, words + through, (draft) => {
    if (isAskedOnce(question)) {
      for (const { id } of standing(draft.document.answers, { question, by, beside })) putAnswerAway(draft, id)
    }
    const codes = Object.fromEntries(rooms.map((room) => [`rooms/${room}`, true]))
    const again = againIn_days === undefined ? '' : dayAfter(draft.today, againIn_days)
    const registers = { ...codes, question, said, again, beside, by, through, day: draft.today }
    return draft.create('answers', registers, { words: words.trim() })
  })
}

/** Nor does an earlier answer of theirs to the same question stand any more: one of another tablet's may. */
export function takeBackAnswer(id: string): Outcome {
  return changeOwn('take back answer', 'answers', id, (draft, given) => {
    const all = isAskedOnce(given.question) ? standing(draft.document.answers, given) : [given]
    for (const one of all) putAnswerAway(draft, one.id)
  })
}

/** Puts a first thought on the map, not sure where yet, and takes it off the list. Gives the id of who or what stands there now. */
export function placeThought(id: string): string | Refused {
  const thought = found('sayings', id)
  if (thought === undefined) return { refused: 'gone' }
  if (isFull()) return { refused: 'too many people' }
  const refused = checkName(thought.words)
  if (refused !== null) return refused
  return addThing('add person', (draft) => {
    const person = draft.create('people', { name: thought.words, kind: 'person', place: ['tray', 0] })
    draft.set('sayings', id, 'beside', `people/${person}`)
    draft.set('sayings', id, 'archived', true)
    return person
  })
}

/** What somebody answered last to a question, if it still stands. */
export function answerOf(answers: readonly Answer[], question: Question, by: number, beside = ''): Answer | undefined {
  const found = standing(answers, { question, by, beside })
  return found[found.length - 1]
}

/** `2026-11-30` and so many days. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** All that somebody answered to one question, and did not take back. */
function standing(
  answers: readonly Answer[],
  { question, by, beside }: Pick<Answer, 'question' | 'by' | 'beside'>,
): readonly Answer[] {
  return answers.filter((one) => !one.archived && one.question === question && one.by === by && one.beside === beside)
}

/** Of how a talk was, and of a sign that is noticed, each answer stands beside those before it. */
const isAskedOnce = (question: Question): boolean => !['questions', 'helpful', 'know', 'sign'].includes(question)

const putAnswerAway = (draft: Draft, id: string): void => draft.set('answers', id, 'archived', true)

function putSayingAway(what: ChangeName, id: string, archived: boolean): Outcome {
  const set = (draft: Draft): void => draft.set('sayings', id, 'archived', archived)
  return found('sayings', id)?.kind === 'together'
    ? changeThing(what, 'sayings', id, set)
    : changeOwn(what, 'sayings', id, set)
}

function add(what: ChangeName, by: number, text: string, make: (draft: Draft) => string): string | Refused {
  return checkText(text) ?? addThing(what, make, by)
}
