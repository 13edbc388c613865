/** One of one's own contacts: whether they were asked, and whether they are shown in this pair. */

import type { Asked, Document, Offer } from '../../../sync/document.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { KeptOfOwn } from '../own/KeptOfOwn.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { archiveOffer, heedNo, setAsked, showOffer, takeOffer } from './actions.ts'
import { ASKED, HELPER } from './asked.ts'
import { isAsItIs, standingCopy } from './copies.ts'

export interface ContactProps {
  readonly offer: Offer
  readonly own: OwnDocument
  /** The pair's, where they may be shown. */
  readonly document: Document
  readonly onPutAway?: (() => void) | undefined
}

export const called = ({ name }: Offer): string => name || words.offers.nameless

export function ContactPart({ offer, own, document, onPutAway }: ContactProps) {
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
    <>
      <Choice
        label={offers.askedOf(name)}
        shape="tiles"
        value={offer.asked}
        options={ASKED.map((asked) => ({ value: asked, label: offers.answers[asked] }))}
        onChoose={answer}
      />
      <KeptOfOwn own={own} of="offers" ids={[offer.id]} />
      <HereOrNot offer={offer} copy={copy} />
      <div>
        <Button
          kind="quiet"
          onPress={() => {
            archiveOffer(own, offer.id)
            onPutAway?.()
          }}
        >
          {offers.away(name)}
        </Button>
      </div>
    </>
  )
}

/** Each on its own, by a press: nothing of the list is ever shown here otherwise. */
function HereOrNot({ offer, copy }: { readonly offer: Offer; readonly copy: Offer | undefined }) {
  const { offers } = words
  const name = called(offer)

  function show(): void {
    done(showOffer(offer, HELPER), offers.isShown(offer.asked === 'yes' ? offers.withName : offers.asSomeone))
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
        {copy !== undefined && (
          <Button
            onPress={() => {
              takeOffer(copy)
              announce(offers.isOff)
            }}
          >
            {offers.takeBack(name)}
          </Button>
        )}
      </div>
    </div>
  )
}
