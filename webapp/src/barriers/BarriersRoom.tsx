/** The room where things in the way are said, by both, and looked at from all sides; with what may be told, and a page on paper. */

import { useState } from 'preact/hooks'
import type { Barrier, Document, Side } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { sideWords } from '../history/values.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { brief } from '../plan/said.ts'
import { GoodThingsLine } from '../strengths/GoodThingsLine.tsx'
import { words } from '../words/en.ts'
import { lookingBack, room } from '../working/attention.ts'
import type { BesideProps } from '../working/beside.ts'
import { PutAway } from '../working/PutAway.tsx'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { AddBarrier } from './AddBarrier.tsx'
import { boardOnce, bringBackBarrier } from './actions.ts'
import { BarrierCard } from './BarrierCard.tsx'
import { BarrierSheet } from './BarrierSheet.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { ToTell } from './ToTell.tsx'

const InTheWaySheet = later(async () => (await import('../own/InTheWaySheet.tsx')).InTheWaySheet)

export function BarriersRoom({ document }: BesideProps) {
  const { barriers } = words
  const [opened, setOpened] = useState('')
  const [isPrinting, setPrinting] = useState(false)
  const pen = current.value?.pen.value ?? 'both'
  const isEarlier = lookingBack.value !== null
  const board = boardOnce(document)
  const shown = board.filter(({ archived }) => !archived)
  const inSheet = document.barriers.find(({ id }) => id === opened)
  const sides: readonly Side[] = [...document.names.keys(), 'service', 'elsewhere']
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{barriers.title}</RoomTitle>
      <p class="app-soft">{barriers.intro}</p>
      <GoodThingsLine document={document} />
      <CouldHelp document={document} />
      {!isEarlier && <AddBarrier document={document} pen={pen} />}
      {shown.length === 0 && <p class="app-soft">{barriers.none}</p>}
      {sides.map((side) => (
        <OneSide key={side} side={side} shown={shown} document={document} onOpen={setOpened} />
      ))}
      {!isEarlier && (
        <div class="app-row">
          <Button onPress={() => setPrinting(true)}>{barriers.paper}</Button>
          <Button
            onPress={() => {
              room.value = 'pictures'
            }}
          >
            {barriers.mapChanged}
          </Button>
        </div>
      )}
      <ToTell document={document} pen={pen} />
      <details class="app-away">
        <summary class="app-away__head">{barriers.hard}</summary>
        <p class="app-barriers__hard">{barriers.hardWords}</p>
        <PrivateDoor document={document} />
      </details>
      <PutAway
        title={barriers.away}
        away={board
          .filter(({ archived }) => archived)
          .map(({ id, words: stops }) => ({
            id,
            what: brief(stops, barriers.untitled),
            back: () => bringBackBarrier(id),
          }))}
        called={barriers.bringBack}
        said={barriers.isBack}
      />
      {inSheet !== undefined && (
        <BarrierSheet barrier={inSheet} document={document} pen={pen} onClose={() => setOpened('')} />
      )}
      {isPrinting && <PaperSheet document={document} onClose={() => setPrinting(false)} />}
    </section>
  )
}

/** To one's own words about what is in the way: on a device that somebody else keeps it says why they are not there. */
function PrivateDoor({ document }: { readonly document: Document }) {
  const [isOpen, setOpen] = useState(false)
  if (lookingBack.value !== null) return null
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{words.own.inTheWay.open}</Button>
      {isOpen && <InTheWaySheet document={document} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface OneSideProps {
  readonly side: Side
  readonly shown: readonly Barrier[]
  readonly document: Document
  readonly onOpen: (id: string) => void
}

/** Mine, yours, the service's, somewhere else: a side of which nothing was said is not there. */
function OneSide({ side, shown, document, onOpen }: OneSideProps) {
  const here = shown.filter((one) => one.side === side || (side === 'elsewhere' && !isSide(one.side, document)))
  if (here.length === 0) return null
  const title = sideWords(side, document)
  return (
    <section class="app-stack app-stack--close" aria-label={words.barriers.board(title)}>
      <h3>{typeof side === 'number' ? words.barriers.sideOf(title) : title}</h3>
      <ul class="app-barriers">
        {here.map((barrier) => (
          <BarrierCard key={barrier.id} barrier={barrier} document={document} onOpen={() => onOpen(barrier.id)} />
        ))}
      </ul>
    </section>
  )
}

const isSide = (side: Side, { names }: Document): boolean => side === 'service' || Number(side) < names.length

/** Who was named as somebody who could help with anything: in sight while looking for a way round. */
function CouldHelp({ document }: { readonly document: Document }) {
  const ids = new Set([
    ...document.help.flatMap(({ people, away }) => (away ? [] : people)),
    ...document.goals.flatMap(({ people, archived }) => (archived ? [] : people)),
  ])
  const people = document.people.filter(({ id, archived, died }) => ids.has(id) && !archived && !died)
  const known = document.offers.filter(({ archived, asked, name }) => !archived && asked === 'yes' && name !== '')
  const names = [...people, ...known].map(({ name }) => name)
  if (names.length === 0) return null
  return <p class="app-soft">{words.barriers.couldHelp(names.join(', '))}</p>
}
