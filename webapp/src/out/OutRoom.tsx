/** The room for going out: what is planned, a rest, what is off the list, and what is good to know about each of the two. */

import { useState } from 'preact/hooks'
import type { By, Document, Outing } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { brief, dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { enterRoom, lookingBack } from '../working/attention.ts'
import type { BesideProps } from '../working/beside.ts'
import { PutAway } from '../working/PutAway.tsx'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { addOuting, earlierNo, goOn, mayTakeUp, rest, startNow, takeOutingUp } from './actions.ts'
import { lastGoodThing } from './lasting.ts'
import { Needs } from './Needs.tsx'
import { OutingCard } from './OutingCard.tsx'
import { OutingSheet } from './OutingSheet.tsx'

export function OutRoom({ document }: BesideProps) {
  const { out } = words
  const [opened, setOpened] = useState('')
  const pen = current.value?.pen.value ?? 'both'
  const isEarlier = lookingBack.value !== null
  const shown = document.outings.filter(({ archived, state }) => !archived && state === 'open')
  const inSheet = document.outings.find(({ id }) => id === opened)
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{out.title}</RoomTitle>
      <Resting document={document} />
      <p class="app-soft">{out.intro}</p>
      {shown.length === 0 && <p>{out.none}</p>}
      <ul class="app-outings">
        {shown.map((outing) => (
          <OutingCard key={outing.id} outing={outing} document={document} onOpen={() => setOpened(outing.id)} />
        ))}
      </ul>
      {!isEarlier && <Add document={document} />}
      <OffTheList document={document} pen={pen} />
      <Needs document={document} pen={pen} />
      {!isEarlier && document.resting === '' && (
        <div class="app-stack app-stack--close">
          <p class="app-soft" id="rest-hint">
            {out.restHint}
          </p>
          <div>
            <Button
              describedBy="rest-hint"
              onPress={() => {
                rest()
                enterRoom('out') // what is said about it stands at the top
                announce(out.isResting)
              }}
            >
              {out.rest}
            </Button>
          </div>
        </div>
      )}
      {inSheet !== undefined && (
        <OutingSheet outing={inSheet} document={document} pen={pen} onClose={() => setOpened('')} />
      )}
    </section>
  )
}

/** Coming back begins with something good. */
function Resting({ document }: { readonly document: Document }) {
  const { out } = words
  if (document.resting === '') return null
  const good = brief(lastGoodThing(document), '')
  return (
    <Notice kind="both">
      {good !== '' && (
        <p>
          <b>{out.lastGood(good)}</b>
        </p>
      )}
      <p>{out.resting(dayWords(document.resting))}</p>
      {lookingBack.value === null && (
        <Button
          onPress={() => {
            goOn()
            announce(out.goesOn)
          }}
        >
          {out.goOn}
        </Button>
      )}
    </Notice>
  )
}

function Add({ document }: { readonly document: Document }) {
  const { out } = words
  /** A no of before is told softly, once, and stands in nobody's way. */
  function add(what: string): ReturnType<typeof addOuting> {
    const before = earlierNo(what, document)
    const outcome = addOuting(what)
    if (before !== undefined && !isRefused(outcome)) {
      const name = brief(before.what, out.untitled)
      tell(before.since === '' ? out.saidNoOnce(name) : out.saidNo(name, dayWords(before.since)))
    }
    return outcome
  }
  return (
    <div class="app-plan__add">
      <AddLine
        kind="main"
        open={out.add}
        label={out.add}
        name="add outing"
        hint={out.addHint}
        onAdd={add}
        said={out.added}
      />
      <AddLine
        open={out.startNow}
        label={out.startNowLabel}
        name="start outing"
        hint={out.startNowHint}
        onAdd={startNow}
        said={out.added}
      />
    </div>
  )
}

function OffTheList({ document, pen }: { readonly document: Document; readonly pen: By }) {
  const { out } = words
  const off = document.outings.filter(({ archived, state }) => archived || state !== 'open')
  return (
    <PutAway
      title={out.off}
      away={off.map((outing) => ({
        id: outing.id,
        what: brief(outing.what, out.untitled),
        note: whyOff(outing),
        back: mayTakeUp(outing, pen) ? () => takeOutingUp(outing.id) : undefined,
      }))}
      button={out.takeUp}
      called={out.takeUpFor}
      said={out.isBack}
    />
  )
}

function whyOff({ archived, state, since }: Outing): string {
  const { out } = words
  const day = state === 'resting' && since !== '' ? `, ${dayWords(since)}` : ''
  return `${archived ? out.putAway : out.states[state]}${day}`
}
