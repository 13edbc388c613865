/** One's own notes about someone, on a device that one keeps; anywhere else, why they are not there, and what else there is. */

import { useState } from 'preact/hooks'
import type { Person } from '../../../sync/document.ts'
import type { OpenOwn } from '../device/own.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { type About, bringBackNote, notesAbout, putAwayNote, toWriteIn, wishDistance } from './actions.ts'
import { KeptOfOwn } from './KeptOfOwn.tsx'
import { NoteText } from './NoteText.tsx'
import { OtherPhoneSheet, OwnRequest } from './OtherPhoneSheet.tsx'
import { helperOf, OwnSheet } from './OwnSheet.tsx'

export interface NotesSheetProps {
  readonly person: Person
  /** Of the pair, by member number. */
  readonly names: readonly string[]
  readonly onClose: () => void
}

export function NotesSheet({ person, names, onClose }: NotesSheetProps) {
  return (
    <OwnSheet
      title={words.own.title(person.name || words.own.takenOut)}
      elsewhere={words.own.open}
      so={words.own.so}
      names={names}
      onClose={onClose}
    >
      {(own) => <Notes own={own} about={{ place: own.beside, person }} helper={helperOf(names)} />}
    </OwnSheet>
  )
}

interface NotesProps {
  readonly own: OpenOwn
  readonly about: About
  readonly helper: string
}

function Notes({ own: open, about, helper }: NotesProps) {
  const [isSharing, setSharing] = useState(false)
  const { document: own, space, requests } = open
  const known = notesAbout(own.snapshot.value.notes, about)
  const shown = known.filter((note) => !note.archived)
  const away = known.filter((note) => note.archived)
  // Somewhere to write, also where nothing is written yet: it is the same field that then holds the first note.
  const texts = toWriteIn(known)
  const isElsewhereToo = space.devices.value.filter(({ removed }) => removed === null).length > 1
  return (
    <>
      {requests.value.map((request) => (
        <OwnRequest key={request.id} request={request} />
      ))}
      <p class="app-soft">{words.own.never(helper)}</p>
      {texts.map((note, at) => (
        <div class="app-stack app-stack--close" key={at === 0 ? 'first' : note?.id}>
          <NoteText
            own={own}
            about={about}
            note={note}
            label={at === 0 ? words.own.hard : words.own.hardNumber(at + 1)}
            hint={at === 0 ? words.own.hardHint : undefined}
          />
          {note !== null && (
            <Button
              kind="quiet"
              onPress={() => {
                putAwayNote(own, note.id)
                announce(words.own.isAway)
              }}
            >
              {words.own.putAway}
            </Button>
          )}
        </div>
      ))}
      <Tick
        label={words.own.distance}
        hint={words.own.distanceHint}
        checked={shown.some((note) => note.distance)}
        onChange={(wish) => wishDistance(own, about, wish)}
      />
      {away.map((note) => (
        <div class="app-row" key={note.id}>
          <span class="app-soft">{words.own.isAway}</span>
          <Button onPress={() => bringBackNote(own, note.id)}>{words.own.bringBack}</Button>
        </div>
      ))}
      <KeptOfOwn own={own} of="notes" ids={known.map(({ id }) => id)} />
      {['full', 'gone'].includes(space.state.value.here) && <Notice kind="care">{words.own.full}</Notice>}
      <div class="app-stack app-stack--close">
        <p class="app-soft">{isElsewhereToo ? words.own.elsewhereToo : words.own.onlyHere}</p>
        <Button kind="link" onPress={() => setSharing(true)}>
          {words.own.another}
        </Button>
      </div>
      {isSharing && <OtherPhoneSheet own={open} onClose={() => setSharing(false)} />}
    </>
  )
}
