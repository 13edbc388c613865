/** The map of the two, and beside it what the one who helps shows of their own; under both, what has one name on each. */

import { useState } from 'preact/hooks'
import type { Document, Offer } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { HELPER } from '../offers/asked.ts'
import { shownHere } from '../offers/copies.ts'
import { OneMap, type OnIt } from '../pictures/OneMap.tsx'
import { namesOf } from '../pictures/said.ts'
import { words } from '../words/en.ts'
import { room } from '../working/attention.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { isNamed, onBoth } from './on-both.ts'

export function TwoMapsSheet({ document, onClose }: RoomProps) {
  const { twoMaps, map } = words
  const helper = callName(HELPER, document)
  const theirs = shownHere(document).map(ofOffer)
  return (
    <Sheet title={twoMaps.title} onClose={onClose} wide>
      <p>{twoMaps.lead}</p>
      <div class="app-stills">
        <OneMap
          title={map.title(document.names[0]?.trim() ?? '')}
          middle={document.names[0]?.trim() || map.me}
          onIt={ofPeople(document)}
          nobody={twoMaps.nobody}
        />
        <OneMap
          title={map.title(helper)}
          middle={document.names[HELPER]?.trim() ?? ''}
          onIt={theirs}
          nobody={twoMaps.nothing(helper)}
          note={twoMaps.all(helper)}
          isTheirs
        />
      </div>
      {theirs.length > 0 && <OnBoth document={document} />}
      <div>
        <Button onPress={() => (room.value = 'offers')}>{twoMaps.oneByOne}</Button>
      </div>
    </Sheet>
  )
}

/** Found by nobody alone: it is looked for once both have said yes, on one tablet. Closed, the sheet forgets both answers. */
function OnBoth({ document }: { readonly document: Document }) {
  const { twoMaps } = words
  const [yes, setYes] = useState<readonly number[]>([])
  const here = membersHere()
  const [waitingFor] = here.filter((one) => !yes.includes(one))
  const [away] = [0, HELPER].filter((one) => !here.includes(one))
  return (
    <section class="app-stack app-stack--close" aria-labelledby="on-both">
      <h3 id="on-both">{twoMaps.both}</h3>
      {namesHidden.value ? (
        <>
          <p>{twoMaps.hidden}</p>
          <NamesAreHidden />
        </>
      ) : away !== undefined ? (
        <p>{twoMaps.alone(callName(away, document))}</p>
      ) : (
        <>
          {waitingFor !== undefined && (
            <p>{yes.length === 0 ? twoMaps.ask : twoMaps.waits(callName(waitingFor, document))}</p>
          )}
          <div class="app-row">
            {here.map((one) => (
              <Button
                key={one}
                pressed={yes.includes(one)}
                onPress={() => setYes(yes.includes(one) ? yes.filter((other) => other !== one) : [...yes, one])}
              >
                {twoMaps.yes(callName(one, document))}
              </Button>
            ))}
          </div>
          {waitingFor === undefined && <Found names={onBoth(document)} />}
        </>
      )}
    </section>
  )
}

function Found({ names }: { readonly names: readonly string[] }) {
  const { twoMaps } = words
  return (
    <Notice kind="both" live>
      {names.length === 0 ? (
        <p>{twoMaps.none}</p>
      ) : (
        <p>
          <b>{twoMaps.onBoth(namesOf(names.map((name) => ({ name }))))}</b>
        </p>
      )}
      <p>{twoMaps.byName}</p>
      <p>{twoMaps.notKept}</p>
    </Notice>
  )
}

/** Whose hands this device has; before anything is kept, both sit at it. */
function membersHere(): readonly number[] {
  const stage = kith.stage.value
  return stage.name === 'open' ? stage.space.members : [0, HELPER]
}

function ofPeople({ people }: Document): readonly OnIt[] {
  return people
    .filter(({ archived }) => !archived)
    .map(({ id, name, face, kind, died, place, relation }) => ({
      ...{ id, name, face, kind, died, ring: place.ring, angle: place.angle },
      words: [relation, died ? words.map.diedNote : ''].filter(Boolean).join(', '),
    }))
}

/** Whoever has not said yes to it has no name here, and what they could offer says what is known. */
function ofOffer(offer: Offer): OnIt {
  const { id, kind, place } = offer
  const name = isNamed(offer) ? offer.name : words.twoMaps.someone
  return { id, name, face: '', kind, died: false, ring: place.ring, angle: place.angle, words: offer.words }
}
