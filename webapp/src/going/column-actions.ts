/**
 * The own column of the one who helps: what works for them, and what does not yet. It is in a space of their own; what they choose
 * of it, line by line, goes into a pair's document as a copy that says whose it is.
 */

import type { Document, Nature, Saying, Topic } from '../../../sync/document.ts'
import { current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { checkText } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import type { ChangeName } from '../document/undo.ts'
import { HELPER } from '../offers/asked.ts'

export const COLUMNS = ['works', 'not yet'] as const

export type ColumnKind = (typeof COLUMNS)[number]

export interface NewLine {
  readonly words: string
  readonly kind: ColumnKind
  readonly topic: Topic
  /** The pair's space that it is about, by its id in hex; '' for any. */
  readonly beside: string
}

interface LineFields {
  readonly topic: Topic
  readonly nature: Nature
  readonly beside: string
}

/** What is to be seen beside this place: what is about it, and what holds anywhere. Never what is about another. */
export function columnBeside({ sayings }: Pick<Document, 'sayings'>, place: string): readonly Saying[] {
  return sayings.filter(({ kind, beside }) => isColumn(kind) && (beside === place || beside === ''))
}

/** Writes a line into one's own column, and gives its id. */
export function addLine(own: OwnDocument, { words, kind, topic, beside }: NewLine): string | Refused {
  if (words.trim() === '') return { refused: 'empty' }
  const wrong = checkText(words)
  if (wrong !== null) return wrong
  let id = ''
  own.change('add saying', (draft) => {
    const by = draft.by === 'both' ? 0 : draft.by
    const order = keyAtEnd(draft.document.sayings)
    const registers = { kind, topic, beside, by, day: draft.today, order }
    id = draft.create('sayings', registers, { words: words.trim() })
  })
  return id
}

export function setLine<Field extends keyof LineFields>(
  own: OwnDocument,
  id: string,
  field: Field,
  value: LineFields[Field],
): Outcome {
  return changeLine(own, 'set saying', id, (draft) => draft.write(`sayings/${id}`, field, value))
}

export function archiveLine(own: OwnDocument, id: string): Outcome {
  return changeLine(own, 'archive saying', id, (draft) => draft.set('sayings', id, 'archived', true))
}

export function bringBackLine(own: OwnDocument, id: string): Outcome {
  return changeLine(own, 'bring back saying', id, (draft) => draft.set('sayings', id, 'archived', false))
}

/** What was about the place before this one is about this one from now on. */
export function bringColumnAlong(own: OwnDocument, before: string, place: string): void {
  const left = own.snapshot.peek().sayings.filter(({ beside }) => before !== '' && beside === before)
  if (left.length === 0) return
  own.change('set saying', (draft) => {
    for (const { id } of left) draft.set('sayings', id, 'beside', place)
  })
}

/** The copy of a line that the two see. */
export function copyOf({ sayings }: Pick<Document, 'sayings'>, line: string): Saying | undefined {
  return sayings.find((one) => isCopy(one, line) && !one.archived)
}

/** Nobody is told the same line twice, where two devices showed it at once. */
export function toldOnce(sayings: readonly Saying[]): readonly Saying[] {
  return sayings.filter(
    ({ of, by }, at) => of === '' || sayings.findIndex((one) => one.of === of && one.by === by) === at,
  )
}

/** Whether the copy says what the line says now. */
export function isAsWritten(copy: Saying, line: Saying): boolean {
  return (
    copy.words === line.words && copy.topic === line.topic && copy.nature === line.nature && copy.kind === line.kind
  )
}

/**
 * Shows one line in the open pair. It stands there once: shown again, it says what is written now. Words written anew in one
 * text by two devices at once would stand there twice, so other words are another copy, and the one before goes; what was said
 * beside that is beside the new one. No undo step takes a copy off with its words left
 * behind: `takeOff` does, words and all. Gives the copy's id.
 */
export function showLine({ id: of, words, kind, topic, nature }: Saying): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (!mayWriteAs(HELPER)) return { refused: 'theirs to say' }
  if (words.trim() === '') return { refused: 'empty' }
  let id = ''
  document.changeForGood((draft) => {
    const all = copiesIn(draft.document, of)
    const first = all.find((one) => one.words === words)
    const others = all.filter((one) => one !== first)
    const registers = { kind, topic, nature, by: HELPER, day: draft.today }
    if (first === undefined) {
      const order = others.find(({ archived }) => !archived)?.order ?? keyAtEnd(draft.document.sayings)
      id = draft.create('sayings', { ...registers, of, order }, { words })
    } else {
      id = first.id
      for (const [field, value] of Object.entries({ ...registers, archived: false })) {
        draft.write(`sayings/${id}`, field, value)
      }
    }
    for (const other of others) takeOut(draft, other)
  }, HELPER)
  return id
}

/** A line is not shown in the open pair any more: every copy is put away, and has no words. What was read was read. */
export function takeOff(line: string): Outcome {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (!mayWriteAs(HELPER)) return { refused: 'theirs to say' }
  const copies = copiesIn(document.snapshot.peek(), line)
  if (line === '' || copies.length === 0) return { refused: 'gone' }
  document.changeForGood((draft) => {
    for (const copy of copies) takeOut(draft, copy)
  }, HELPER)
  return 'done'
}

/** The standing one first, then the same one on every device. */
function copiesIn({ sayings }: Pick<Document, 'sayings'>, line: string): readonly Saying[] {
  const copies = sayings.filter((one) => one.of !== '' && isCopy(one, line))
  return [...copies.filter(({ archived }) => !archived), ...copies.filter(({ archived }) => archived)]
}

/** What another said is no copy of it, whatever it says of itself: it would be written in, and those are their words. */
const isCopy = ({ of, by }: Saying, line: string): boolean => of === line && by === HELPER

function takeOut(draft: Draft, { id }: Saying): void {
  draft.set('sayings', id, 'archived', true)
  draft.rewrite('sayings', id, 'words', '')
}

const isColumn = (kind: Saying['kind']): boolean => COLUMNS.some((one) => one === kind)

function changeLine(own: OwnDocument, what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  if (!own.snapshot.peek().sayings.some((one) => one.id === id)) return { refused: 'gone' }
  own.change(what, edit)
  return 'done'
}
