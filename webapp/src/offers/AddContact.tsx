/** One more contact for one's own list: who, what they could offer, and whether they were asked. */

import { useState } from 'preact/hooks'
import type { Asked, PersonKind, Ring } from '../../../sync/document.ts'
import { isRefused, type Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'
import { AddToOwn } from '../own/AddToOwn.tsx'
import { words } from '../words/en.ts'
import { addOffer } from './actions.ts'
import { ASKED, CONTACT_KINDS, CONTACT_PLACES } from './asked.ts'

interface AddContactProps {
  readonly own: OwnDocument
  /** Where it is asked what kind they are, and which ring they belong in. */
  readonly onMap?: boolean
}

export function AddContact({ own, onMap = false }: AddContactProps) {
  const { offers } = words
  const [what, setWhat] = useState('')
  const [kind, setKind] = useState<PersonKind>('person')
  const [ring, setRing] = useState<Ring>('tray')
  const [asked, setAsked] = useState<Asked>('not yet')

  function add(name: string): string | Refused {
    const made = addOffer(own, { name, words: what, asked, kind, ring })
    if (isRefused(made)) return made
    setWhat('')
    setAsked('not yet')
    setKind('person')
    return made
  }

  return (
    <AddToOwn
      called={onMap ? offers.addToMap : offers.add}
      label={offers.who}
      hint={offers.whoHint}
      button={onMap ? words.map.addButton : offers.add}
      capitals="words"
      maxLength={NAME_LENGTH}
      onAdd={add}
      said={(name) => offers.added(name || offers.nameless)}
      after={
        <>
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
        </>
      }
    />
  )
}
