/** One edge of the table: whose it is, whom they have picked up or the trays, their own undo, and the ways out. */

import type { Document, Person } from '../../../sync/document.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { announce, told } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { facesAcross } from '../kit/Sheet.tsx'
import { Told } from '../kit/Told.tsx'
import { words } from '../words/en.ts'
import { lifted, opened } from '../working/attention.ts'
import { Hand } from '../working/Hand.tsx'
import { seen } from '../working/hidden-names.ts'
import { callName, toneOf } from '../working/names.ts'
import { undoLast } from '../working/undoing.ts'
import { Idea } from './ChosenBar.tsx'
import { PersonToken } from './PersonMark.tsx'
import type { Standings } from './standing.ts'
import { Tray } from './Tray.tsx'
import { backToOneSide, type Half, pickAt, pickedAt, type Seats, swapSeats } from './table.ts'
import { pickedWords } from './told-of-person.ts'

export interface TableHalfProps {
  readonly half: Half
  readonly seats: Seats
  readonly shared: SharedDocument
  readonly standing: Standings
  readonly onLeave: () => void
  readonly onUrgentHelp: () => void
}

export function TableHalf({ half, seats, shared, standing, onLeave, onUrgentHelp }: TableHalfProps) {
  const document = seen(shared.snapshot.value)
  const by = seats[half]
  const name = callName(by, document)
  const picked = document.people.find((person) => person.id === pickedAt.value[half] && !person.archived)
  return (
    <section
      class={`app-table__half app-table__half--${half}`}
      aria-label={words.table.side(name)}
      onClickCapture={({ detail }) => {
        // Keys are at the near edge.
        facesAcross.value = half === 'far' && detail > 0
      }}
    >
      <div class="app-table__corner app-map__over">
        <div class={`app-table__plate app-table__plate--${toneOf(by)}`}>
          <Hand by={by} document={document} />
          <p>{words.table.side(name)}</p>
          <Button kind="link" onPress={onLeave}>
            {words.working.leave}
          </Button>
        </div>
        {told.value !== '' && half === 'near' && <Told />}
        {picked !== undefined ? (
          <Picked half={half} by={by} person={picked} document={document} />
        ) : (
          <>
            <p class="app-table__what">{words.table.what}</p>
            <Tray place="tray" stood={standing.tray} document={document} half={half} />
            {standing.past.length > 0 && <Tray place="past" stood={standing.past} document={document} half={half} />}
          </>
        )}
      </div>
      <div class="app-table__corner app-table__corner--ways app-map__over">
        <Button off={shared.lastStepOf(by) === null} label={words.table.undoOf(name)} onPress={() => undoLast(by)}>
          {words.working.undo}
        </Button>
        <Button onPress={() => swap(seats, document)}>{words.table.swap}</Button>
        <Button onPress={onUrgentHelp}>{words.working.urgent}</Button>
        <Button onPress={goBack}>{words.table.back}</Button>
      </div>
    </section>
  )
}

interface PickedProps {
  readonly half: Half
  readonly by: number
  readonly person: Person
  readonly document: Document
}

/** Whoever this half has picked up: where a tap puts them, an idea to answer, and where there is more. */
function Picked({ half, by, person, document }: PickedProps) {
  return (
    <div class={`app-chosen app-table__picked app-table__picked--${toneOf(by)}`}>
      {person.wonder === null ? (
        <p class="app-chosen__who">
          <PersonToken {...person} size={36} />
          <span>{pickedWords(person)}</span>
        </p>
      ) : (
        <Idea person={person} document={document} by={by} />
      )}
      <div class="app-chosen__ways">
        <Button kind="quiet" onPress={() => pickAt(half, '')}>
          {words.map.done}
        </Button>
        <Button onPress={() => writeAbout(person.id)}>{words.table.writeAbout(person.name)}</Button>
      </div>
    </div>
  )
}

function writeAbout(id: string): void {
  goBack()
  lifted.value = { kind: 'person', id }
  opened.value = { kind: 'person', id }
}

function goBack(): void {
  facesAcross.value = false
  backToOneSide()
  announce(words.table.isBack)
}

function swap({ near, far }: Seats, document: Document): void {
  swapSeats()
  announce(words.table.swapped(callName(far, document), callName(near, document)))
}
