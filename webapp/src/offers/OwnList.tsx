/** One's own contacts: what they could offer, whether they were asked, and which of them are shown here. */

import { useState } from 'preact/hooks'
import type { Asked, Document, Offer } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { words } from '../words/en.ts'
import { AddContact } from './AddContact.tsx'
import { archiveOffer, bringBackOffer, heedNo, setAsked, showOffer, takeOffer } from './actions.ts'
import { ASKED, HELPER } from './asked.ts'
import { isAsItIs, standingCopy } from './copies.ts'
import { found, isLong } from './found.ts'

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

const called = ({ name }: Offer): string => name || words.offers.nameless

function Contact({ offer, own, document }: OwnListProps & { readonly offer: Offer }) {
  const { offers } = words
  const name = called(offer)
  const copy = standingCopy(document, offer.id)

  /** Whoever would rather not be named is taken off here at once. */
  function answer(asked: Asked): void {
    setAsked(own, offer.id, asked)
    if (asked !== 'no' || copy === undefined) return
    heedNo(own.snapshot.peek().offers)
    announce(offers.isOff)
  }

  return (
    <li class="app-offer">
      <h3>{name}</h3>
      {offer.words !== '' && <p>{offer.words}</p>}
      <Choice
        label={offers.askedOf(name)}
        shape="tiles"
        value={offer.asked}
        options={ASKED.map((asked) => ({ value: asked, label: offers.answers[asked] }))}
        onChoose={answer}
      />
      <HereOrNot offer={offer} copy={copy} />
      <div>
        <Button kind="quiet" onPress={() => archiveOffer(own, offer.id)}>
          {offers.away(name)}
        </Button>
      </div>
    </li>
  )
}

/** Each on its own, by a press: nothing of the list is ever shown here otherwise. */
function HereOrNot({ offer, copy }: { readonly offer: Offer; readonly copy: Offer | undefined }) {
  const { offers } = words
  const name = called(offer)
  const isNamed = offer.asked === 'yes'

  function show(): void {
    const made = showOffer(offer, HELPER)
    if (isRefused(made)) tell(words.working.refusals[made.refused])
    else announce(offers.isShown(isNamed ? offers.withName : offers.asSomeone))
  }

  return (
    <div class="app-stack app-stack--close">
      {copy !== undefined && (
        <p class="app-soft">{offers.isShown(copy.name === '' ? offers.asSomeone : offers.withName)}</p>
      )}
      {offer.asked === 'no' && <p class="app-soft">{offers.stays}</p>}
      <div class="app-row">
        {offer.asked !== 'no' && !(copy && isAsItIs(copy, offer)) && (
          <Button onPress={show}>{copy === undefined ? offers.showHere(name) : offers.showAgain(name)}</Button>
        )}
        {copy !== undefined && <Button onPress={() => takeOff(copy)}>{offers.takeBack(name)}</Button>}
      </div>
    </div>
  )
}

function takeOff(copy: Offer): void {
  takeOffer(copy)
  announce(words.offers.isOff)
}
