/** The line for whoever comes to mind. Each name that may be here already is asked about, one after the other. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { takeUp, typing } from '../kit/half-typed.ts'
import { addPerson, bringBackPerson } from '../map/actions.ts'
import { words } from '../words/en.ts'
import type { QuestionCode } from '../words/help.ts'
import { AlreadyHere } from './AlreadyHere.tsx'
import { maybeTheSame, namesGiven } from './names-given.ts'
import { kindFor, ringFor } from './questions.ts'

interface ComesToMindProps {
  readonly code: QuestionCode
  readonly document: Document
  /** Whether a name waits for an answer. */
  readonly onAsking: (isAsking: boolean) => void
}

interface Asked {
  readonly name: string
  readonly person: Person
  /** Names that come after it. */
  readonly rest: readonly string[]
}

export function ComesToMind({ code, document, onAsking }: ComesToMindProps) {
  const { asking } = words.help
  const key = `comes to mind ${code}`
  const [text, setText] = useState(() => takeUp(key))
  const [asked, setAsked] = useState<Asked | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const wasAsked = useRef(false)

  // Once the last question about a name is answered, the line is there for the next.
  useEffect(() => {
    if (asked === null && wasAsked.current) field.current?.focus()
    wasAsked.current = asked !== null
  }, [asked])

  function write(typed: string): void {
    setText(typed)
    typing(key, asking.title, typed)
  }

  /** Adds whoever is new, up to a name that may be here already. */
  function take(names: readonly string[]): void {
    const added: string[] = []
    let open: Asked | null = null
    for (const [at, name] of names.entries()) {
      const person = maybeTheSame(name, current.peek()?.snapshot.peek().people ?? [])
      if (person !== undefined) {
        open = { name, person, rest: names.slice(at + 1) }
        break
      }
      if (!add(name)) break
      added.push(name)
    }
    const [first] = added
    if (first !== undefined) announce(added.length === 1 ? asking.added(first) : asking.addedMany(added.join(', ')))
    // Left now, they are in the line again when this question comes back.
    typing(key, asking.title, open === null ? '' : [open.name, ...open.rest].join(', '))
    setAsked(open)
    onAsking(open !== null)
  }

  function add(name: string): boolean {
    const made = addPerson({ name, kind: kindFor(code), ring: ringFor(code), question: code })
    if (isRefused(made)) tell(words.working.refusals[made.refused])
    return !isRefused(made)
  }

  function submit(): void {
    const names = namesGiven(text)
    field.current?.focus()
    if (names.length === 0) return
    write('')
    take(names)
  }

  if (asked !== null) {
    const { name, rest } = asked
    const person = document.people.find(({ id }) => id === asked.person.id) ?? asked.person
    return (
      <AlreadyHere
        key={`${name} ${rest.length}`}
        person={person}
        onSame={() => {
          if (person.archived) bringBackPerson(person.id)
          announce(person.archived ? words.map.isBack(person.name) : asking.isSame(person.name))
          take(rest)
        }}
        onOther={() => {
          if (add(name)) announce(asking.added(name))
          take(rest)
        }}
      />
    )
  }
  return (
    <form
      class="app-stack app-stack--close"
      aria-label={asking.label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onPaste={(event) => {
        // A line would swallow the ends of lines, and make one name of a list.
        const pasted = event.clipboardData?.getData('text/plain') ?? ''
        const names = namesGiven(pasted)
        if (names.length < 2 || !/[\n\r\t]/.test(pasted.trim())) return
        event.preventDefault()
        write([text.trim(), ...names].filter(Boolean).join(', '))
      }}
    >
      <Field
        label={asking.label}
        hint={asking.hint}
        value={text}
        onInput={write}
        capitals="words"
        enterKey="next"
        fieldRef={field}
      />
      <div>
        <Button kind="main" submits onPress={submit}>
          {words.map.addButton}
        </Button>
      </div>
    </form>
  )
}
