/** Taking stock: what happened, what works and what does not yet, by both; a good look goes on to why, what helped, and each goal. */

import { useState } from 'preact/hooks'
import { addWish } from '../jar/actions.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { HowFar } from '../levels/HowFar.tsx'
import { OwnDoor } from '../own/OwnDoor.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { Feelings } from '../talk/Feelings.tsx'
import { NobodyWatches } from '../talk/NobodyWatches.tsx'
import { OverTime } from '../talk/OverTime.tsx'
import { Sayings } from '../talk/Sayings.tsx'
import { words } from '../words/en.ts'
import { lookingBack, room } from '../working/attention.ts'
import type { BesideProps } from '../working/beside.ts'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { Decisions } from './Decisions.tsx'
import { Helped } from './Helped.tsx'
import { happened } from './happened.ts'
import { Noticed } from './Noticed.tsx'
import { Stopped } from './Stopped.tsx'

type Size = keyof typeof words.going.sizes

export function GoingRoom({ document }: BesideProps) {
  const { going, talk } = words
  const [size, setSize] = useState<Size>('short')
  const told = happened(document)
  const said = (kind: string) => document.sayings.some((one) => one.kind === kind && !one.archived)
  const isNow = lookingBack.value === null
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{going.title}</RoomTitle>
      <p class="app-soft">{going.intro}</p>
      <Choice
        label={going.size}
        shape="tiles"
        value={size}
        options={[
          { value: 'short', label: going.sizes.short },
          { value: 'full', label: going.sizes.full },
        ]}
        onChoose={(value: Size) => setSize(value)}
      />
      <section class="app-stack app-stack--close" aria-labelledby="going-since">
        <h3 id="going-since">{going.since}</h3>
        {told.length === 0 && <p class="app-soft">{going.nothing}</p>}
        <ul>
          {told.map((one, at) => (
            <li key={`${at} ${one}`}>{one}</li>
          ))}
        </ul>
      </section>
      <section class="app-stack app-stack--close" aria-labelledby="going-works">
        <h3 id="going-works">{going.works}</h3>
        {said('not yet') && !said('works') && <p class="app-soft">{going.oneGood}</p>}
        <Sayings kind="works" document={document} add={going.addWorks} hint={going.worksHint} />
      </section>
      <section class="app-stack app-stack--close" aria-labelledby="going-not-yet">
        <h3 id="going-not-yet">{going.notYet}</h3>
        <Sayings kind="not yet" document={document} add={going.addNotYet} hint={going.notYetHint} />
      </section>
      {isNow && <OwnDoor page="column" label={going.column.door} hint={going.column.doorHint} document={document} />}
      {size === 'full' && (
        <div class="app-stack">
          {said('not yet') && (
            <Fold title={going.what} said="" hint={going.whatHint}>
              <Stopped document={document} />
            </Fold>
          )}
          <Fold title={talk.feel} said="" hint={talk.feelHint}>
            <p>{going.hard}</p>
            <NobodyWatches document={document} />
            <Feelings document={document} />
          </Fold>
          <Fold title={going.helped} said="" hint={going.helpedHint}>
            <Helped document={document} />
          </Fold>
          <Fold title={going.goals} said="" hint={going.goalsHint}>
            <Decisions document={document} />
          </Fold>
          <HowFar document={document} />
          <Fold title={talk.signs} said="" hint={talk.signsHint}>
            <Sayings kind="sign" document={document} add={talk.addSign} />
          </Fold>
          <Fold title={going.noticed.title} said="" hint={going.noticed.hint}>
            <Noticed document={document} />
          </Fold>
          <Fold title={talk.overTime.title} said="" hint={talk.overTime.hint}>
            <OverTime document={document} />
          </Fold>
          {isNow && (
            <Fold title={going.anew} said="" hint={going.anewHint}>
              <Button
                onPress={() => {
                  room.value = 'pictures'
                }}
              >
                {going.pictures}
              </Button>
              <AddLine
                open={going.fancy}
                label={going.addFancy}
                name="going fancy"
                onAdd={(text) => addWish({ words: text })}
                said={talk.written}
              />
            </Fold>
          )}
        </div>
      )}
    </section>
  )
}
