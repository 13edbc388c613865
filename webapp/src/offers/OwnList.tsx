/** One's own contacts: what they could offer, whether they were asked, and which of them are shown here. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { KeptOfOwn } from '../own/KeptOfOwn.tsx'
import { OwnGoodThings } from '../strengths/OwnGoodThings.tsx'
import { words } from '../words/en.ts'
import { room } from '../working/attention.ts'
import { AddContact } from './AddContact.tsx'
import { bringBackOffer } from './actions.ts'
import { ContactPart, type ContactProps, called } from './ContactPart.tsx'
import { found, isLong } from './found.ts'
import { ownMapShown } from './own-board.ts'

interface OwnListProps {
  readonly own: OwnDocument
  readonly document: Document
}

export function OwnList({ own, document }: OwnListProps) {
  const { offers } = words
  const [sought, setSought] = useState('')
  const all = own.snapshot.value.offers
  const listed = all.filter(({ archived }) => !archived)
  const away = all.filter(({ archived }) => archived)
  const shown = isLong(listed) ? found(listed, sought) : listed
  return (
    <>
      <p>{offers.lead}</p>
      <p class="app-soft">{offers.leadNames}</p>
      <p class="app-soft">{offers.leadBounds}</p>
      <div>
        <Button
          onPress={() => {
            ownMapShown.value = true
            room.value = null
          }}
        >
          {offers.asMap}
        </Button>
      </div>
      {listed.length === 0 && <p class="app-soft">{offers.empty}</p>}
      {isLong(listed) && (
        <>
          <Field label={offers.find} hint={offers.findHint} value={sought} onInput={setSought} />
          <p class="app-soft" role="status">
            {sought.trim() === '' ? '' : offers.foundOf(shown.length, listed.length)}
          </p>
        </>
      )}
      <ul class="app-stack">
        {shown.map((offer) => (
          <Contact key={offer.id} offer={offer} own={own} document={document} />
        ))}
      </ul>
      <AddContact own={own} />
      <OwnGoodThings own={own} document={document} />
      {away.length > 0 && <KeptOfOwn own={own} of="offers" ids={away.map(({ id }) => id)} />}
      {away.length > 0 && (
        <details class="app-away">
          <summary class="app-away__head">{offers.awayTitle}</summary>
          <ul>
            {away.map((offer) => (
              <li class="app-away__row" key={offer.id}>
                <span>{called(offer)}</span>
                <Button
                  label={offers.back(called(offer))}
                  onPress={() => {
                    bringBackOffer(own, offer.id)
                    announce(offers.isBack(called(offer)))
                  }}
                >
                  {words.map.bringBack}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Contact(props: ContactProps) {
  const { offer } = props
  return (
    <li class="app-offer">
      <h3>{called(offer)}</h3>
      {offer.words !== '' && <p>{offer.words}</p>}
      <ContactPart {...props} />
    </li>
  )
}
