/** Whom the one who helps knows: what of their list is shown here, and the way to the list itself, which is theirs alone. */

import { useState } from 'preact/hooks'
import type { Document, Offer } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { OwnPages } from '../own/OwnPages.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { takeOffer } from './actions.ts'
import { HELPER } from './asked.ts'
import { shownHere } from './copies.ts'

export function OffersSheet({ document, onClose }: RoomProps) {
  const [isListOpen, setListOpen] = useState(false)
  const { offers } = words
  const helper = callName(HELPER, document)
  const own = kith.own.stage.value
  const shown = shownHere(document)
  return (
    <Sheet title={offers.title} onClose={onClose}>
      <p>{offers.intro(helper)}</p>
      <p class="app-soft">{offers.never(helper)}</p>
      {shown.length === 0 ? (
        <p class="app-soft">{offers.none(helper)}</p>
      ) : (
        <ul class="app-stack">
          {shown.map((offer) => (
            <Shown key={offer.id} offer={offer} document={document} />
          ))}
        </ul>
      )}
      <div class="app-stack app-stack--close app-sheet__end">
        {own.name !== 'nowhere' && own.keeper === 'helper' ? (
          <>
            <div>
              <Button describedBy="own-list-hint" onPress={() => setListOpen(true)}>
                {offers.openList}
              </Button>
            </div>
            <p class="app-soft" id="own-list-hint">
              {offers.openHint(helper)}
            </p>
          </>
        ) : (
          <p class="app-soft">{offers.elsewhere(helper)}</p>
        )}
      </div>
      {isListOpen && <OwnPages first="list" document={document} onClose={() => setListOpen(false)} />}
    </Sheet>
  )
}

/** A copy: whose it is stands with it, and no name until they said yes. */
function Shown({ offer, document }: { readonly offer: Offer; readonly document: Document }) {
  const { offers } = words
  const whose = callName(offer.by, document)
  const isNamed = offer.asked === 'yes' && offer.name !== ''
  return (
    <li class="app-offer">
      <p class="app-offer__whose app-soft">
        <Hand by={offer.by} document={document} /> {isNamed ? offers.knows(whose) : offers.mayKnow(whose)}
      </p>
      {isNamed && <p class="app-offer__name">{offer.name}</p>}
      {offer.words !== '' && <p>{offer.words}</p>}
      {!isNamed && <p class="app-soft">{offers.notAsked}</p>}
      <KeptBeside
        document={document}
        entity={`offers/${offer.id}`}
        fields={['name', 'kind', 'place', 'asked', 'archived']}
      />
      <div>
        <Button
          label={offers.putAwayFor(isNamed ? offer.name : brief(offer.words, offers.nameless))}
          onPress={() => {
            takeOffer(offer)
            announce(offers.isAway)
          }}
        >
          {offers.putAway}
        </Button>
      </div>
    </li>
  )
}
