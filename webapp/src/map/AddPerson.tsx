/** Adding someone: a tap, a name, Enter; and the keyboard stays for the next. Kind and ring are there for whoever wants them. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Person, PersonKind, Ring } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { isRefused } from '../document/outcomes.ts'
import { isCalled } from '../help/names-given.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { useHalfTyped } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { words } from '../words/en.ts'
import { addPerson, archivePerson } from './actions.ts'
import { PersonToken } from './PersonMark.tsx'
import { personById } from './placing.ts'

const KINDS: readonly PersonKind[] = ['person', 'place', 'activity', 'service', 'animal']
const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray']

const KEY = 'add person'

/** The longest name that is kept. */
export const NAME_LENGTH = 120

/** Who has just been added. */
interface Added {
  readonly id: string
  /** Under a name that was there already. */
  readonly isTwin: boolean
  readonly isFirst: boolean
}

interface AddPersonProps {
  /** Whether the map lies above, to be tapped. */
  readonly onRings: boolean
  readonly onDone: () => void
}

export function AddPerson({ onRings, onDone }: AddPersonProps) {
  const [name, write] = useHalfTyped(KEY, words.map.add)
  const [kind, setKind] = useState<PersonKind>('person')
  const [ring, setRing] = useState<Ring>('tray')
  const [error, setError] = useState<string | undefined>(undefined)
  const [last, setLast] = useState<Added | null>(null)
  const field = useRef<HTMLInputElement>(null)

  function add(): void {
    const given = name.trim()
    field.current?.focus()
    if (given === '') return setError(words.map.needName)
    const isTwin = isCalled(given, current.peek()?.snapshot.peek().people ?? [])
    const outcome = addPerson({ name: given, kind, ring })
    if (isRefused(outcome)) return setError(words.working.refusals[outcome.refused])
    const added = words.map.added(given, words.map.places[ring])
    announce(isTwin ? `${added} ${words.map.twice(given)}` : added)
    setLast({ id: outcome, isTwin, isFirst: last === null })
    write('')
  }

  function putTwinAway(twin: Person): void {
    archivePerson(twin.id)
    announce(words.map.isAway(twin.name))
    setLast(null)
    field.current?.focus()
  }

  return (
    <form
      class="app-add"
      aria-label={words.map.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        write('')
        onDone()
      }}
    >
      <Field
        label={words.map.addTitle}
        value={name}
        onInput={(value) => {
          setError(undefined)
          write(value)
        }}
        error={error}
        maxLength={NAME_LENGTH}
        capitals="words"
        enterKey="next"
        fieldRef={(element) => {
          if (element !== null && field.current === null) element.focus()
          field.current = element
        }}
      />
      <Button kind="main" submits onPress={add}>
        {words.map.addButton}
      </Button>
      {last !== null && <Said last={last} onRings={onRings} onSame={putTwinAway} />}
      <Row
        label={words.map.where}
        options={PLACES}
        value={ring}
        onChoose={setRing}
        wordOf={(one) => words.map.places[one]}
        keep={field}
      />
      <Row
        label={words.map.kind}
        options={KINDS}
        value={kind}
        onChoose={setKind}
        wordOf={(one) => words.map.kinds[one]}
        pictured
        keep={field}
      />
      <span class="app-add__done">
        <Button kind="quiet" onPress={onDone}>
          {words.map.addDone}
        </Button>
      </span>
    </form>
  )
}

interface SaidProps {
  readonly last: Added
  readonly onRings: boolean
  readonly onSame: (twin: Person) => void
}

/** What was announced, for the eyes: on a phone the map and the tray may both be out of sight. */
function Said({ last: { id, isTwin, isFirst }, onRings, onSame }: SaidProps) {
  const { map } = words
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [id])
  const person = personById(id)
  if (person === undefined || person.archived) return null
  const { name, place } = person
  if (isTwin) {
    return (
      <p class="app-add__twin" ref={line}>
        <span>{map.twice(name)}</span>
        <Button onPress={() => onSame(person)}>{map.same}</Button>
      </p>
    )
  }
  return (
    <p class="app-add__said" ref={line}>
      {map.added(name, map.places[place.ring])}
      {isFirst && onRings && place.ring === 'tray' && ` ${map.toPlace}`}
    </p>
  )
}

interface RowProps<Value extends string> {
  readonly label: string
  readonly options: readonly Value[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  readonly wordOf: (value: Value) => string
  readonly pictured?: boolean
  readonly keep: { readonly current: HTMLInputElement | null }
}

/** A row of small choices. Touching one leaves the keyboard where it is. */
function Row<Value extends string>({
  label,
  options,
  value,
  onChoose,
  wordOf,
  pictured = false,
  keep,
}: RowProps<Value>) {
  return (
    <fieldset class={`app-add__row app-add__row--${pictured ? 'kinds' : 'places'}`}>
      <legend class="app-hidden">{label}</legend>
      {options.map((option) => (
        <label class={option === value ? 'app-add__choice app-add__choice--chosen' : 'app-add__choice'} key={option}>
          <input
            class="app-add__radio"
            type="radio"
            autocomplete="off"
            name={label}
            checked={option === value}
            onPointerUp={() => requestAnimationFrame(() => keep.current?.focus({ preventScroll: true }))}
            onChange={() => onChoose(option)}
          />
          {pictured && <KindToken kind={option} />}
          <span>{wordOf(option)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function KindToken({ kind }: { readonly kind: string }) {
  const known = KINDS.find((one) => one === kind)
  return known === undefined ? null : <PersonToken kind={known} name="" face="" size={26} blank />
}
