/** When the two meet: the next time, how to reach each other, what they said the last time. All of it may stay empty. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { LineField } from '../out/LineField.tsx'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { Meeting } from '../working/NamesFields.tsx'
import { PocketCard } from '../working/PocketCard.tsx'
import type { RoomProps } from '../working/rooms.ts'
import { WhosePick } from '../working/WhosePick.tsx'
import { lastWords, setNextChosen, setNextPlace } from './actions.ts'
import { linesOf } from './card.ts'
import { LastWords } from './LastTime.tsx'
import { Reach } from './Reach.tsx'
import { TimesMet } from './TimesMet.tsx'

export function MeetSheet({ document, onClose }: RoomProps) {
  const { meet } = words
  const [hasCard, setCard] = useState(false)
  const hasLast = lastWords(document.meetings).length > 0
  return (
    <Sheet title={meet.title} onClose={onClose}>
      <LastWords document={document} />
      <NextTime document={document} />
      <Reach document={document} pen={current.value?.pen.value ?? 'both'} />
      <TimesMet document={document} />
      {!hasLast && <p class="app-soft">{meet.noLast}</p>}
      <div class="app-stack app-stack--close">
        <div>
          <Button onPress={() => setCard(true)}>{meet.card}</Button>
        </div>
        <p class="app-soft">{meet.cardHint}</p>
      </div>
      {hasCard && (
        <PocketCard
          title={meet.card}
          hint={meet.cardHint}
          heading={meet.cardTitle}
          lines={linesOf(document)}
          onClose={() => setCard(false)}
        />
      )}
    </Sheet>
  )
}

function NextTime({ document }: { readonly document: Document }) {
  const { meet } = words
  return (
    <section class="app-stack" aria-label={meet.next}>
      <h3>{meet.next}</h3>
      <Meeting document={document} />
      <LineField
        label={meet.place}
        hint={meet.placeHint}
        value={document.meeting_place}
        name="meta/meeting_place"
        onWrite={(text) => setNextPlace(text)}
      />
      {document.meeting_place !== '' && (
        <WhosePick
          label={meet.chosen}
          value={document.meeting_chosen}
          document={document}
          onPick={(whose) => setNextChosen(whose)}
        />
      )}
      <KeptBeside document={document} entity="meta" fields={['meeting_place', 'meeting_chosen']} />
    </section>
  )
}
