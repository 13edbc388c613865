/** All about somebody on one's own map: each letter is kept at once, in the own place alone. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import { isRefused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'
import { putOnRing } from '../map/placing.ts'
import { words } from '../words/en.ts'
import { renameOffer, setOfferKind } from './actions.ts'
import { CONTACT_KINDS, CONTACT_PLACES } from './asked.ts'
import { ContactPart, type ContactProps, called } from './ContactPart.tsx'

interface ContactSheetProps extends ContactProps {
  readonly onClose: () => void
}

export function ContactSheet({ offer, own, document, onClose }: ContactSheetProps) {
  const { offers } = words
  const [name, setName] = useState(offer.name)
  const [error, setError] = useState<string | undefined>(undefined)
  const text = useMemo(() => own.textField('offers', offer.id, 'words'), [own, offer.id])
  useEffect(() => () => text.close(), [text])

  function rename(typed: string): void {
    setName(typed)
    const outcome = renameOffer(own, offer.id, typed)
    setError(isRefused(outcome) ? words.working.refusals[outcome.refused] : undefined)
  }

  return (
    <Sheet title={words.map.about(called(offer))} onClose={onClose}>
      <Field
        label={words.map.name}
        hint={offers.nameHint}
        value={name}
        error={error}
        onInput={rename}
        maxLength={NAME_LENGTH}
        capitals="words"
      />
      <Field
        label={offers.what}
        hint={offers.whatHint}
        value={offer.words}
        onInput={(typed) => text.edit(typed, typed.length)}
      />
      <ContactPart
        offer={offer}
        own={own}
        document={document}
        onPutAway={() => {
          announce(words.map.isAway(called(offer)))
          onClose()
        }}
      />
      <Choice
        label={words.map.kind}
        shape="tiles"
        value={offer.kind}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: words.map.kinds[kind] }))}
        onChoose={(kind) => setOfferKind(own, offer.id, kind)}
      />
      <Choice
        label={words.map.where}
        shape="tiles"
        value={offer.place.ring}
        options={CONTACT_PLACES.map((ring) => ({ value: ring, label: words.map.places[ring] }))}
        onChoose={(ring) => putOnRing(offer.id, ring)}
      />
    </Sheet>
  )
}
