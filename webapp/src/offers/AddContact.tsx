/** One more contact for one's own list: who, what they could offer, and whether they were asked. */

import { useRef, useState } from 'preact/hooks'
import type { Asked, PersonKind, Ring } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'
import { words } from '../words/en.ts'
import { addOffer } from './actions.ts'
import { ASKED, CONTACT_KINDS, CONTACT_PLACES } from './asked.ts'

interface AddContactProps {
  readonly own: OwnDocument
  /** Where it is asked what kind they are, and which ring they belong in. */
  readonly onMap?: boolean
}

/** What is half typed stays in this form alone: kept with the place of two, the other could come upon it. */
export function AddContact({ own, onMap = false }: AddContactProps) {
  const { offers } = words
  const [name, setName] = useState('')
  const [what, setWhat] = useState('')
  const [kind, setKind] = useState<PersonKind>('person')
  const [ring, setRing] = useState<Ring>('tray')
  const [asked, setAsked] = useState<Asked>('not yet')
  const [error, setError] = useState<string | undefined>(undefined)
  const first = useRef<HTMLInputElement>(null)

  function add(): void {
    const made = addOffer(own, { name, words: what, asked, kind, ring })
    first.current?.focus()
    if (isRefused(made)) return setError(words.working.refusals[made.refused])
    announce(offers.added(name.trim() || offers.nameless))
    setName('')
    setWhat('')
    setAsked('not yet')
    setKind('person')
  }

  return (
    <form
      class="app-offer app-stack"
      aria-label={onMap ? offers.addToMap : offers.add}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field
        label={offers.who}
        hint={offers.whoHint}
        value={name}
        error={error}
        onInput={(typed) => {
          setError(undefined)
          setName(typed)
        }}
        maxLength={NAME_LENGTH}
        capitals="words"
        fieldRef={first}
      />
      <Field label={offers.what} hint={offers.whatHint} value={what} onInput={setWhat} />
      <p class="app-soft">{offers.keepOut}</p>
      <Choice
        label={offers.asked}
        shape="tiles"
        value={asked}
        options={ASKED.map((one) => ({ value: one, label: offers.answers[one] }))}
        onChoose={setAsked}
      />
      {onMap && (
        <>
          <Choice
            label={words.map.kind}
            shape="tiles"
            value={kind}
            options={CONTACT_KINDS.map((one) => ({ value: one, label: words.map.kinds[one] }))}
            onChoose={setKind}
          />
          <Choice
            label={words.map.where}
            shape="tiles"
            value={ring}
            options={CONTACT_PLACES.map((one) => ({ value: one, label: words.map.places[one] }))}
            onChoose={setRing}
          />
        </>
      )}
      <div>
        <Button kind="main" submits onPress={add}>
          {onMap ? words.map.addButton : offers.add}
        </Button>
      </div>
    </form>
  )
}
