/** Whose hand it is: both of us, or one name. A circle and a square, never colour alone. */

import { useState } from 'preact/hooks'
import type { By, Document } from '../../../sync/document.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { Hand } from './Hand.tsx'
import { seen } from './hidden-names.ts'
import { NamesFields } from './NamesFields.tsx'
import { callName, toneOf } from './names.ts'

interface PenProps {
  readonly shared: SharedDocument
  /** The hands that may write on this device, by member number. */
  readonly members: readonly number[]
  /** Who is in it, by number. */
  readonly people?: readonly number[] | undefined
}

export function Pen({ shared, members, people }: PenProps) {
  const [choosing, setChoosing] = useState(false)
  const document = seen(shared.snapshot.value)
  const pen = shared.pen.value
  const hands = handsOf(members)
  return (
    <>
      {hands.length > 1 && (
        <fieldset class="app-pen">
          <legend class="app-hidden">{words.working.pen}</legend>
          {hands.map((by) => (
            <label class={`app-pen__hand${by === pen ? ` app-pen__hand--${toneOf(by)}` : ''}`} key={by}>
              <input
                class="app-pen__radio"
                type="radio"
                autocomplete="off"
                name="pen"
                checked={by === pen}
                onChange={() => take(shared, by, document)}
              />
              <Hand by={by} document={document} />
              <span class="app-pen__name">{callName(by, document)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <button
        type="button"
        class={`app-pen__now app-pen__hand app-pen__hand--${toneOf(pen)}`}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        <Hand by={pen} document={document} />
        <span class="app-hidden">{words.working.penIs}</span>
        <span class="app-pen__name">{callName(pen, document)}</span>
      </button>
      {choosing && <PenSheet shared={shared} hands={hands} people={people} onClose={() => setChoosing(false)} />}
    </>
  )
}

interface PenSheetProps {
  readonly shared: SharedDocument
  readonly hands: readonly By[]
  readonly people: readonly number[] | undefined
  readonly onClose: () => void
}

function PenSheet({ shared, hands, people, onClose }: PenSheetProps) {
  const document = seen(shared.snapshot.value)
  return (
    <Sheet
      title={words.working.pen}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={onClose}>
          {words.map.done}
        </Button>
      }
    >
      {hands.length > 1 && (
        <Choice
          label={words.working.pen}
          labelHidden
          hint={words.working.penHint}
          value={nameOf(shared.pen.value)}
          options={hands.map((by) => ({
            value: nameOf(by),
            label: callName(by, document),
            picture: <Hand by={by} document={document} />,
          }))}
          onChoose={(value) => take(shared, value === 'both' ? 'both' : Number(value), document)}
        />
      )}
      <NamesFields document={shared.snapshot.value} people={people} />
    </Sheet>
  )
}

function take(shared: SharedDocument, by: By, document: Document): void {
  shared.pen.value = by
  announce(words.working.penNow(callName(by, document)))
}

function handsOf(members: readonly number[]): readonly By[] {
  return members.length > 1 ? ['both', ...members] : members
}

function nameOf(by: By): string {
  return String(by)
}
