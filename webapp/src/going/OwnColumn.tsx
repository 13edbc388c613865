/** The own column of the one who helps: what works for them, what does not yet, and which lines of it are shown here. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Document, Nature, Saying, Topic } from '../../../sync/document.ts'
import type { OpenOwn } from '../device/own.ts'
import { isRefused, type Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { AddToOwn } from '../own/AddToOwn.tsx'
import { KeptOfOwn } from '../own/KeptOfOwn.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import {
  addLine,
  archiveLine,
  bringBackLine,
  COLUMNS,
  type ColumnKind,
  columnBeside,
  copyOf,
  isAsWritten,
  setLine,
  showLine,
  takeOff,
} from './column-actions.ts'
import { ToBoard } from './ToBoard.tsx'

const TOPICS: readonly Topic[] = ['chances', 'time', 'backing', 'means', 'ideas', '']
const NATURES: readonly Nature[] = ['', 'structural', 'skill', 'other']

interface OwnColumnProps {
  readonly open: OpenOwn
  /** The pair's, where a line may be shown. */
  readonly document: Document
}

export function OwnColumn({ open, document }: OwnColumnProps) {
  const { going } = words
  const { document: own, beside } = open
  const lines = columnBeside(own.snapshot.value, beside)
  const away = lines.filter(({ archived }) => archived)
  const listed = lines.filter(({ archived }) => !archived)
  return (
    <>
      <p>{going.column.lead}</p>
      <p class="app-soft">{going.column.bounds}</p>
      {listed.length > 0 && <p class="app-soft">{going.column.once}</p>}
      {COLUMNS.map((kind) => {
        const here = listed.filter((line) => line.kind === kind)
        if (here.length === 0) return null
        return (
          <section class="app-stack app-stack--close" key={kind} aria-labelledby={`column-${kind.replace(' ', '-')}`}>
            <h3 id={`column-${kind.replace(' ', '-')}`}>{titleOf(kind)}</h3>
            <ul class="app-stack">
              {here.map((line) => (
                <Line key={line.id} line={line} own={own} beside={beside} document={document} />
              ))}
            </ul>
          </section>
        )
      })}
      <AddToColumn own={own} beside={beside} />
      <PutAway
        title={going.column.awayTitle}
        away={away.map((line) => ({
          id: line.id,
          what: named(line),
          back: () => bringBackLine(own, line.id),
        }))}
        called={going.column.back}
        said={going.column.isBack}
      />
      <KeptOfOwn own={own} of="sayings" ids={lines.map(({ id }) => id)} />
    </>
  )
}

interface LineProps {
  readonly line: Saying
  readonly own: OwnDocument
  readonly beside: string
  readonly document: Document
}

function Line(props: LineProps) {
  const { topics, natures, column } = words.going
  const { topic, nature, beside, words: said } = props.line
  const told = [topic === '' ? '' : topics[topic], nature === '' ? '' : natures[nature]]
  if (beside === '') told.push(column.holdsAnywhere)
  return (
    <li class="app-offer">
      <p class="app-offer__name">{said}</p>
      {told.some(Boolean) && (
        <p class="app-row">
          {told.filter(Boolean).map((one) => (
            <span class="app-chip" key={one}>
              {one}
            </span>
          ))}
        </p>
      )}
      <HereOrNot {...props} />
      <Change {...props} />
    </li>
  )
}

/** Each on its own, by a press: nothing of the column is ever shown here otherwise. */
function HereOrNot({ line, document }: LineProps) {
  const { going } = words
  const { column } = going
  const what = named(line)
  const copy = copyOf(document, line.id)
  const isNew = copy !== undefined && !isAsWritten(copy, line)
  const reader = callName(0, document)

  function takeItOff(): void {
    const stays = document.barriers.some(({ archived, words: there }) => !archived && there === copy?.words)
    done(takeOff(line.id), stays ? `${column.isOff} ${going.offBoard}` : column.isOff)
  }

  return (
    <div class="app-stack app-stack--close">
      {copy !== undefined && <p class="app-soft">{column.isShown(reader)}</p>}
      <div class="app-row">
        {(copy === undefined || isNew) && (
          <Button
            label={(isNew ? column.again : column.show)(what)}
            onPress={() => done(showLine(line), column.isShown(reader))}
          >
            {isNew ? column.againShort : column.showShort}
          </Button>
        )}
        {copy !== undefined && !isNew && <ToBoard copy={copy} document={document} />}
        {copy !== undefined && (
          <Button kind="quiet" label={column.off(what)} onPress={takeItOff}>
            {column.offShort}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Folded away: each letter is kept at once, in the own place alone. */
function Change(props: LineProps) {
  const { column } = words.going
  return (
    <Fold title={column.change} said="" hint={column.changeHint}>
      <Changing {...props} />
    </Fold>
  )
}

function Changing({ line, own, beside }: LineProps) {
  const { topics, natures, column } = words.going
  const text = useMemo(() => own.textField('sayings', line.id, 'words'), [own, line.id])
  useEffect(() => () => text.close(), [text])
  const what = named(line)
  return (
    <>
      <Field label={column.words} value={line.words} onInput={(typed) => text.edit(typed, typed.length)} />
      <Pick
        label={column.topic}
        value={line.topic}
        options={TOPICS.map((value) => ({ value, label: topics[value] }))}
        onPick={(topic: Topic) => setLine(own, line.id, 'topic', topic)}
      />
      <Pick
        label={column.nature}
        value={line.nature}
        options={NATURES.map((value) => ({ value, label: natures[value] }))}
        onPick={(nature: Nature) => setLine(own, line.id, 'nature', nature)}
      />
      <Tick
        label={column.anywhere}
        hint={column.anywhereHint}
        checked={line.beside === ''}
        onChange={(anywhere) => setLine(own, line.id, 'beside', anywhere ? '' : beside)}
      />
      <div>
        <Button
          kind="quiet"
          label={column.away(what)}
          onPress={() => done(archiveLine(own, line.id), column.isAway(what))}
        >
          {column.awayShort}
        </Button>
      </div>
    </>
  )
}

function AddToColumn({ own, beside }: { readonly own: OwnDocument; readonly beside: string }) {
  const { topics, column } = words.going
  const [kind, setKind] = useState<ColumnKind>('not yet')
  const [topic, setTopic] = useState<Topic>('')

  function add(text: string): string | Refused {
    const made = addLine(own, { words: text, kind, topic, beside })
    if (!isRefused(made)) setTopic('')
    return made
  }

  return (
    <AddToOwn
      called={column.add}
      label={column.line}
      hint={column.lineHint}
      button={column.addButton}
      capitals="sentences"
      onAdd={add}
      said={(text) => column.added(brief(text, ''))}
    >
      <Choice
        label={column.which}
        shape="tiles"
        value={kind}
        options={COLUMNS.map((value) => ({ value, label: titleOf(value) }))}
        onChoose={setKind}
      />
      <Choice
        label={column.topic}
        shape="tiles"
        value={topic}
        options={TOPICS.map((value) => ({ value, label: topics[value] }))}
        onChoose={setTopic}
      />
    </AddToOwn>
  )
}

const titleOf = (kind: ColumnKind): string => (kind === 'works' ? words.going.works : words.going.notYet)

const named = (line: Saying): string => brief(line.words, words.history.nothing)
