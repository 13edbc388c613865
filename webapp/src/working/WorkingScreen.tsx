/** The working screen: whose hand, the map and the plan side by side (one at a time on a phone), and where the words are. */

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { SharedDocument } from '../document/shared-document.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { backToOneSide, couldSit, seats } from '../map/table.ts'
import { LastTimeStrip } from '../meet/LastTime.tsx'
import { words } from '../words/en.ts'
import { enterRoom, naming, opened, room } from './attention.ts'
import { useBothDid } from './both-did.ts'
import { Footer } from './Footer.tsx'
import { namesHidden, seen } from './hidden-names.ts'
import { KeptStrip } from './KeptStrip.tsx'
import { useMedia } from './media.ts'
import { HiddenSheet } from './NamesAreHidden.tsx'
import { NamesFields } from './NamesFields.tsx'
import { Pen } from './Pen.tsx'
import { ROOMS } from './rooms.ts'
import { SideBySide } from './SideBySide.tsx'
import { undoKey, undoLast } from './undoing.ts'
import type { WhereWordsAre } from './where-words.ts'

const TableScreen = later(async () => (await import('../map/TableScreen.tsx')).TableScreen)
const PersonSheet = later(async () => (await import('../map/PersonSheet.tsx')).PersonSheet)
const GoalSheet = later(async () => (await import('../plan/GoalSheet.tsx')).GoalSheet)
const StepSheet = later(async () => (await import('../plan/StepSheet.tsx')).StepSheet)

/** So large that it can lie between two people. */
const TABLE = '(min-width: 48em) and (min-height: 36em)'

/** One line of the "More" sheet. */
export interface MenuEntry {
  readonly label: string
  readonly hint?: string | undefined
  readonly onChoose: () => void
}

export interface WorkingScreenProps {
  readonly shared: SharedDocument
  /** Whose hands may write on this device. */
  readonly members: readonly number[]
  /** Who is in it, by number. */
  readonly people?: readonly number[] | undefined
  /** Where the words are; null while nothing is kept. */
  readonly state: WhereWordsAre | null
  /** A strip under the header: the demo, or what is not kept yet. */
  readonly strip?: ComponentChildren
  /** More strips, each its own section: things to know. */
  readonly notices?: ComponentChildren
  readonly menu: readonly MenuEntry[]
  readonly onLeave: () => void
  readonly onUrgentHelp: () => void
  /** Left out in the demo: there is nothing to open. */
  readonly onWhoCanOpen?: (() => void) | undefined
}

export function WorkingScreen(props: WorkingScreenProps) {
  const { shared } = props
  const document = seen(shared.snapshot.value)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => undoKey(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  useBothDid(shared)
  const [near, far] = props.members
  const isLarge = useMedia(TABLE)
  useEffect(() => {
    couldSit.value = isLarge && near !== undefined && far !== undefined ? [near, far] : null
    if (couldSit.value === null) backToOneSide()
  }, [isLarge, near, far])
  useEffect(() => backToOneSide, [shared])

  if (seats.value !== null) {
    return (
      <>
        <TableScreen shared={shared} seats={seats.value} onLeave={props.onLeave} onUrgentHelp={props.onUrgentHelp} />
        <OpenSheet shared={shared} />
      </>
    )
  }

  return (
    <div class="app-working">
      <button type="button" class="app-skip" onClick={goToPlan}>
        {words.working.skipToPlan}
      </button>
      <Header {...props} />
      {props.strip !== undefined && (
        <section class="app-strip" aria-label={words.working.keeping}>
          {props.strip}
        </section>
      )}
      {props.notices}
      <LastTimeStrip document={document} today={new Date().toLocaleDateString('en-CA')} />
      <KeptStrip document={document} />
      <SideBySide document={document}>
        <h1 class="app-hidden">{words.working.title}</h1>
      </SideBySide>
      <Footer {...props} document={document} />
      <OpenRoom shared={shared} />
      <OpenSheet shared={shared} />
    </div>
  )
}

function Header({ shared, members, people, menu, onUrgentHelp }: WorkingScreenProps) {
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <header class="app-header">
      <span class="app-header__title">
        <Wheels />
        <span class="app-header__words">{words.working.title}</span>
      </span>
      <Pen shared={shared} members={members} people={people} />
      <Button onPress={undoLast} off={shared.canUndo.value === null} label={words.working.undo}>
        <UndoSign />
        <span class="app-header__word">{words.working.undo}</span>
      </Button>
      <Button onPress={() => setMenuOpen(true)} label={words.working.menu}>
        <span class="app-header__word">{words.working.menu}</span>
        <span class="app-header__dots" aria-hidden="true">
          ⋯
        </span>
      </Button>
      <span class="app-header__urgent">
        <Button onPress={onUrgentHelp}>{words.working.urgent}</Button>
      </span>
      {naming.value && (
        <Sheet title={words.working.names} onClose={closeNames}>
          <NamesFields document={shared.snapshot.value} people={people} />
        </Sheet>
      )}
      {menuOpen && (
        <Sheet title={words.working.menuTitle} onClose={() => setMenuOpen(false)}>
          <ul class="app-stack app-stack--close">
            {menu.map((entry, at) => (
              <li key={entry.label}>
                <Button
                  wide
                  describedBy={entry.hint === undefined ? undefined : `more-${at}`}
                  onPress={() => {
                    setMenuOpen(false)
                    entry.onChoose()
                  }}
                >
                  {entry.label}
                </Button>
                {entry.hint !== undefined && (
                  <p class="app-soft" id={`more-${at}`}>
                    {entry.hint}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </header>
  )
}

/** Past the map: with sixty people that is sixty stops. */
function goToPlan(): void {
  enterRoom('plan')
}

function closeNames(): void {
  naming.value = false
}

/** The sheet of what else is done with the map. */
function OpenRoom({ shared }: { readonly shared: SharedDocument }) {
  const document = seen(shared.snapshot.value)
  const close = () => {
    room.value = null
  }
  if (room.value === null) return null
  const Room = ROOMS[room.value]
  return <Room document={document} onClose={close} />
}

/** The sheet of whoever or whatever is open. It closes by itself when that is gone. */
function OpenSheet({ shared }: { readonly shared: SharedDocument }) {
  const real = shared.snapshot.value
  const document = seen(real)
  const focus = opened.value
  const close = () => {
    opened.value = null
  }
  if (focus === null) return null
  if (focus.kind === 'person') {
    const person = document.people.find((one) => one.id === focus.id)
    if (person && namesHidden.value) return <HiddenSheet title={words.map.about(person.name)} onClose={close} />
    return person ? <PersonSheet key={person.id} person={person} document={document} onClose={close} /> : null
  }
  if (focus.kind === 'goal') {
    const goal = document.goals.find((one) => one.id === focus.id)
    return goal ? <GoalSheet key={goal.id} goal={goal} document={document} onClose={close} /> : null
  }
  const step = real.steps.find((one) => one.id === focus.id)
  return step ? <StepSheet key={step.id} step={step} document={document} onClose={close} /> : null
}

/** Two circles that overlap: neutral, and nobody's mark. */
function Wheels() {
  return (
    <svg class="app-wheels" viewBox="0 0 46 32" width="46" height="32" aria-hidden="true">
      <circle cx="17" cy="16" r="14" fill="var(--green-wash)" stroke="var(--green)" stroke-width="2.5" />
      <circle
        cx="29"
        cy="16"
        r="14"
        fill="var(--blue-wash)"
        stroke="var(--blue)"
        stroke-width="2.5"
        fill-opacity=".7"
      />
    </svg>
  )
}

function UndoSign() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d="M9 6L4 11l5 5M4 11h10a6 6 0 0 1 0 12h-3"
        transform="translate(0 -2)"
        fill="none"
        stroke="currentColor"
        stroke-width="2.3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
