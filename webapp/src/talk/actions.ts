/** What the two say, feel and answer, each for themselves. Each is one undo step and one record, in the hand of whoever says it. */

import type {
  Agreed,
  Answer,
  Feeling,
  FeelingCode,
  Question,
  RoomName,
  Said,
  Saying,
  SayingKind,
} from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints } from '../document/well-formed.ts'

export interface NewSaying {
  readonly words: string
  readonly kind: SayingKind
  /** Who says it. Where both hold the pen, whose words they are is asked. */
  readonly by: number
  /** What it stands beside, as `sayings/<id>`. */
  readonly beside?: string
  /** Who read aloud, or wrote it for them. */
  readonly through?: string
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
export function addSaying({ words, kind, by, beside = '', through = '' }: NewSaying): string | Refused {
  if (words.trim() === '') return { refused: 'empty' }
  return add('add saying', by, words + through, (draft) => {
    const { sayings } = draft.document
    const order = keysFor('', sayings.length, sayings).get('') ?? ''
    return draft.create('sayings', { kind, by, beside, through, day: draft.today, order }, { words: words.trim() })
  })
}

/** What another heard is right, or not quite; '' for neither. The one it was heard from says so. */
export function answerHeard(id: string, agreed: Agreed, by: number): Outcome {
  const heard = find('sayings', id)
  if (heard !== undefined && (by === heard.by || !mayWriteAs(by))) return { refused: 'theirs to say' }
  const set = (draft: Draft): void => {
    // The same answer in a hand that may not give it is not read, and must not stand in the way of theirs.
    if (heard?.agreed !== agreed) draft.set('sayings', id, 'agreed', '')
    draft.set('sayings', id, 'agreed', agreed)
  }
  return changeThing('answer saying', heard, set, by)
}

/** A worry stands in the plan too, or no more. Only whoever has it can say so. */
export function showInPlan(id: string, shown: boolean): Outcome {
  return changeOwn('show saying', find('sayings', id), (draft) => draft.set('sayings', id, 'shown', shown))
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
  return changeOwn('archive feeling', find('feelings', id), (draft) => draft.set('feelings', id, 'archived', true))
}

export function bringBackFeeling(id: string): Outcome {
  return changeOwn('bring back feeling', find('feelings', id), (draft) => draft.set('feelings', id, 'archived', false))
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
  const given = find('answers', id)
  return changeOwn('take back answer', given, (draft) => {
    if (given !== undefined && isAskedOnce(given.question)) {
      for (const one of standing(draft.document.answers, given)) putAnswerAway(draft, one.id)
    } else putAnswerAway(draft, id)
  })
}

/** Puts a first thought on the map, not sure where yet, and takes it off the list. Gives the id of who or what stands there now. */
export function placeThought(id: string): string | Refused {
  const document = current.peek()
  const thought = find('sayings', id)
  if (document === null || thought === undefined) return { refused: 'gone' }
  if (document.snapshot.peek().people.length >= limits.people) return { refused: 'too many people' }
  let person = ''
  document.change('add person', (draft) => {
    person = draft.create('people', { name: thought.words, kind: 'person', place: ['tray', 0] })
    draft.set('sayings', id, 'beside', `people/${person}`)
    draft.set('sayings', id, 'archived', true)
  })
  return person
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

/** Of how a talk was, each answer stands beside those before it. */
const isAskedOnce = (question: Question): boolean =>
  question !== 'questions' && question !== 'helpful' && question !== 'know'

const putAnswerAway = (draft: Draft, id: string): void => draft.set('answers', id, 'archived', true)

function putSayingAway(what: ChangeName, id: string, archived: boolean): Outcome {
  const saying = find('sayings', id)
  const set = (draft: Draft): void => draft.set('sayings', id, 'archived', archived)
  return saying?.kind === 'together' ? changeThing(what, saying, set) : changeOwn(what, saying, set)
}

function add(what: ChangeName, by: number, text: string, create: (draft: Draft) => string): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (countCodePoints(text) > limits.text_code_points) return { refused: 'too long' }
  if (!mayWriteAs(by)) return { refused: 'theirs to say' }
  let id = ''
  document.change(
    what,
    (draft) => {
      id = create(draft)
    },
    by,
  )
  return id
}

/** Only whoever said it changes it. */
function changeOwn(
  what: ChangeName,
  thing: { readonly by: number } | undefined,
  edit: (draft: Draft) => void,
): Outcome {
  if (thing !== undefined && !mayWriteAs(thing.by)) return { refused: 'theirs to say' }
  return changeThing(what, thing, edit, thing?.by)
}

function changeThing(what: ChangeName, thing: object | undefined, edit: (draft: Draft) => void, by?: number): Outcome {
  if (current.peek() !== null && thing === undefined) return { refused: 'gone' }
  return change(what, edit, by)
}

interface Found {
  readonly sayings: Saying
  readonly feelings: Feeling
  readonly answers: Answer
}

function find<Name extends keyof Found>(name: Name, id: string): Found[Name] | undefined {
  const found: { readonly [Root in keyof Found]: readonly Found[Root][] } | undefined = current.peek()?.snapshot.peek()
  return found?.[name].find((one) => one.id === id)
}
