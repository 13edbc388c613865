/** What somebody will not say before the other: written for themselves, with where else it can be said, and the board if they like. */

import { useState } from 'preact/hooks'
import type { Document, Note } from '../../../sync/document.ts'
import { SideChoice } from '../barriers/AddBarrier.tsx'
import type { OpenOwn } from '../device/own.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Notice } from '../kit/Notice.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { PutAway } from '../working/PutAway.tsx'
import { bringBackNote, notesAbout, putAwayNote, toWriteIn } from './actions.ts'
import { besides, putOnBoard } from './in-the-way.ts'
import { KeptOfOwn } from './KeptOfOwn.tsx'
import { NoteText } from './NoteText.tsx'
import { OwnRequest } from './OtherPhoneSheet.tsx'
import { helperOf, OwnSheet } from './OwnSheet.tsx'

interface InTheWaySheetProps {
  /** The pair's: for the names of the two, and for the board. */
  readonly document: Document
  readonly onClose: () => void
}

export function InTheWaySheet({ document, onClose }: InTheWaySheetProps) {
  const { inTheWay } = words.own
  return (
    <OwnSheet
      title={inTheWay.title}
      elsewhere={inTheWay.title}
      so={inTheWay.so}
      names={document.names}
      onClose={onClose}
    >
      {(own) => <Private own={own} document={document} />}
    </OwnSheet>
  )
}

interface PrivateProps {
  readonly own: OpenOwn
  readonly document: Document
}

function Private({ own: { document: own, beside, space, requests }, document }: PrivateProps) {
  const { inTheWay } = words.own
  const [begun, setBegun] = useState<Begun>({ number: 0, id: '' })
  const about = besides(beside, 'in the way')
  const known = notesAbout(own.snapshot.value.notes, about)
  const shown = known.filter(({ archived }) => !archived)
  const fresh = shown.find(({ id }) => id === begun.id) ?? null
  const next = (): void => setBegun({ number: begun.number + 1, id: '' })
  return (
    <>
      {requests.value.map((request) => (
        <OwnRequest key={request.id} request={request} />
      ))}
      <p class="app-soft">{words.own.never(helperOf(document.names))}</p>
      {shown
        .filter(({ id }) => id !== begun.id)
        .map((note) => (
          <div class="app-stack app-stack--close" key={note.id}>
            <NoteText own={own} about={about} note={note} label={inTheWay.what} />
            <WhatNow own={own} note={note} document={document} onGone={() => undefined} />
          </div>
        ))}
      {/* The same field stays while its first letters make the note. */}
      <div class="app-stack app-stack--close" key={`new ${begun.number}`}>
        <NoteText
          own={own}
          about={about}
          note={fresh}
          label={shown.some(({ id }) => id !== begun.id) ? inTheWay.more : inTheWay.what}
          hint={inTheWay.hint}
          onBegun={(id) => setBegun({ ...begun, id })}
        />
        {fresh !== null && <WhatNow own={own} note={fresh} document={document} onGone={next} />}
      </div>
      {fresh !== null && fresh.words !== '' && (
        <div>
          <Button onPress={next}>{inTheWay.another}</Button>
        </div>
      )}
      <WhereElse own={own} beside={beside} />
      <PutAway
        title={words.barriers.away}
        away={known
          .filter(({ archived, words: said }) => archived && said !== '')
          .map(({ id, words: said }) => ({ id, what: brief(said, ''), back: () => bringBackNote(own, id) }))}
        called={words.barriers.bringBack}
        said={words.barriers.isBack}
      />
      <KeptOfOwn own={own} of="notes" ids={known.map(({ id }) => id)} />
      {['full', 'gone'].includes(space.state.value.here) && <Notice kind="care">{words.own.full}</Notice>}
      <p class="app-soft">{inTheWay.onlyHere}</p>
    </>
  )
}

interface Begun {
  readonly number: number
  /** The note that is being written in the empty field; '' before its first letter. */
  readonly id: string
}

interface WhatNowProps {
  readonly own: OpenOwn['document']
  readonly note: Note
  readonly document: Document
  readonly onGone: () => void
}

/** Put away, or on the board of the two: only by two presses of their own, and the second says who reads it there. */
function WhatNow({ own, note, document, onGone }: WhatNowProps) {
  const { inTheWay } = words.own
  const [isAsking, setAsking] = useState(false)
  const [side, setSide] = useState('elsewhere')
  const what = brief(note.words, words.barriers.untitled)
  function put(): void {
    const where = side === 'service' || side === 'elsewhere' ? side : Number(side)
    const outcome = putOnBoard(own, note, where)
    if (isRefused(outcome)) {
      tell(words.working.refusals[outcome.refused])
      return
    }
    announce(inTheWay.isOnBoard)
    onGone()
  }
  return (
    <>
      <div class="app-row">
        <Button
          kind="quiet"
          expanded={isAsking}
          label={inTheWay.toBoardWhat(what)}
          onPress={() => setAsking(!isAsking)}
        >
          {inTheWay.toBoard}
        </Button>
        <Button
          kind="quiet"
          label={inTheWay.putAwayWhat(what)}
          onPress={() => {
            putAwayNote(own, note.id)
            announce(words.own.isAway)
            onGone()
          }}
        >
          {words.barriers.putAway}
        </Button>
      </div>
      {isAsking && (
        <div class="app-stack">
          <SideChoice document={document} value={side} onChoose={setSide} />
          <p>{inTheWay.readsIt(helperOf(document.names))}</p>
          <div>
            <Button onPress={put}>{inTheWay.toBoardNow}</Button>
          </div>
        </div>
      )}
    </>
  )
}

/** A gentle line on who else there is, and room for their own names and numbers. */
function WhereElse({ own, beside }: { readonly own: OpenOwn['document']; readonly beside: string }) {
  const { inTheWay } = words.own
  const about = besides(beside, 'where else')
  const notes = toWriteIn(notesAbout(own.snapshot.value.notes, about))
  return (
    <Fold title={inTheWay.whereElse} said={brief(notes[0]?.words ?? '', '')} hint={inTheWay.whereElseHint}>
      <p>{words.barriers.hardWords}</p>
      <p>{inTheWay.complain}</p>
      {notes.map((note, at) => (
        <NoteText
          key={at === 0 ? 'first' : note?.id}
          own={own}
          about={about}
          note={note}
          label={inTheWay.myWhereElse}
          hint={at === 0 ? inTheWay.myWhereElseHint : undefined}
        />
      ))}
    </Fold>
  )
}
