/** What may be told to somebody else about the one whose place it is: asked for, answered by them alone, taken back any day. */

import { useEffect, useState } from 'preact/hooks'
import type { By, Disclosure, Document } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { Notice } from '../kit/Notice.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { CoField } from '../plan/CoField.tsx'
import { CoText } from '../plan/CoText.tsx'
import { brief, dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { namesHidden } from '../working/hidden-names.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { PageFor } from './PageFor.tsx'
import { PageToTake } from './PageToTake.tsx'
import {
  addDisclosure,
  archiveDisclosure,
  bringBackDisclosure,
  sayNo,
  sayYes,
  setTellBegins,
  setTellTo,
  setTellUntil,
  setTold,
  standingOf,
  takeYesBack,
} from './telling-actions.ts'

interface ToTellProps {
  readonly document: Document
  readonly pen: By
}

export function ToTell({ document, pen }: ToTellProps) {
  const { barriers } = words
  const [isPage, setPage] = useState(false)
  const name = callName(0, document)
  const shown = document.disclosures.filter(({ archived }) => !archived)
  const away = document.disclosures.filter(({ archived }) => archived)
  return (
    <section class="app-totell app-stack" aria-labelledby="to-tell">
      <h3 id="to-tell">{barriers.toTell}</h3>
      <p class="app-soft">{barriers.toTellIntro(name)}</p>
      {shown.length === 0 && <p class="app-soft">{barriers.toTellNone}</p>}
      <ul class="app-barriers">
        {shown.map((one) => (
          <OneToTell key={one.id} disclosure={one} document={document} pen={pen} />
        ))}
      </ul>
      {lookingBack.value === null && (
        <AddLine
          open={barriers.addToTell}
          label={barriers.tellWords}
          name="add disclosure"
          hint={barriers.whatHint}
          onAdd={(text) => addDisclosure({ words: text, to: '' })}
          said={() => barriers.tellAdded}
        />
      )}
      {lookingBack.value === null && (
        <div class="app-stack app-stack--close">
          <div>
            <Button describedBy="page-hint" onPress={() => setPage(true)}>
              {barriers.page.open}
            </Button>
          </div>
          <p class="app-soft" id="page-hint">
            {barriers.page.openHint}
          </p>
        </div>
      )}
      {isPage && <PageFor document={document} onClose={() => setPage(false)} />}
      <PutAway
        title={barriers.away}
        away={away.map(({ id, words: tells }) => ({
          id,
          what: brief(tells, barriers.untitledDisclosure),
          back: () => bringBackDisclosure(id),
        }))}
        called={barriers.bringBack}
        said={barriers.isBack}
      />
    </section>
  )
}

interface OneToTellProps extends ToTellProps {
  readonly disclosure: Disclosure
}

function OneToTell({ disclosure, document, pen }: OneToTellProps) {
  const { barriers } = words
  const { id, to, begins, until, told } = disclosure
  const [isOpen, setOpen] = useState(to === '')
  const [isTaking, setTaking] = useState(false)
  const name = callName(0, document)
  const what = brief(disclosure.words, barriers.untitledDisclosure)
  const standing = standingOf(disclosure, today())
  const isEarlier = lookingBack.value !== null
  // What was open while it might be told does not come up by itself when it may be again.
  useEffect(() => {
    if (standing !== 'yes') setTaking(false)
  }, [standing])
  return (
    <li class="app-barrier" aria-label={what}>
      <CoText
        entity="disclosures"
        id={id}
        field="words"
        label={barriers.tellWords}
        document={document}
        oneLine
        look="title"
      />
      <p class="app-barrier__line app-soft">
        {to !== '' && <span>{barriers.tellToWhom(to)}</span>}
        {begins !== '' && <span>{barriers.tellFromDay(dayWords(begins))}</span>}
        {until !== '' && <span>{barriers.tellUntilDay(dayWords(until))}</span>}
        {disclosure.why !== '' && <span>{barriers.tellBecause(disclosure.why)}</span>}
      </p>
      <CopiedFrom thing={disclosure} />
      <KeptBeside
        document={document}
        entity={`disclosures/${id}`}
        fields={['to', 'begins', 'until', 'consent', 'told', 'archived']}
      />
      <Notice kind={standing === 'yes' ? 'both' : 'plain'}>
        <p>{barriers.standing[standing](name)}</p>
        {told && standing !== 'yes' && <p>{barriers.toldThenBack}</p>}
      </Notice>
      {!isEarlier && (
        <Answers
          disclosure={disclosure}
          name={name}
          pen={pen}
          isYes={standing === 'yes' || standing === 'before'}
          onUnsaid={() => setOpen(true)}
        />
      )}
      {!isEarlier && standing === 'yes' && (
        <Tick label={barriers.told} checked={told} onChange={(on) => setTold(id, on)} />
      )}
      {!isEarlier && (
        <div class="app-row">
          {standing === 'yes' && (
            <Button label={barriers.page.takeOf(what)} onPress={() => setTaking(true)}>
              {barriers.page.take}
            </Button>
          )}
          <Button kind="quiet" expanded={isOpen} label={barriers.moreAbout(what)} onPress={() => setOpen(!isOpen)}>
            {barriers.more}
          </Button>
        </div>
      )}
      {isTaking && standing === 'yes' && <PageToTake disclosure={disclosure} onClose={() => setTaking(false)} />}
      {isOpen && !isEarlier && <Details disclosure={disclosure} document={document} what={what} />}
    </li>
  )
}

interface AnswersProps {
  readonly disclosure: Disclosure
  readonly name: string
  readonly pen: By
  readonly isYes: boolean
  /** Something has to stand there before anybody can say yes to it. */
  readonly onUnsaid: () => void
}

/** Two answers of the same size. The other of the two finds none here. */
function Answers({ disclosure: { id }, name, pen, isYes, onUnsaid }: AnswersProps) {
  const { barriers } = words
  if (pen !== 'both' && pen !== 0) return <p class="app-soft">{barriers.onlyTheirs(name)}</p>
  const answer = (give: typeof sayYes) => {
    const outcome = give(id)
    if (!isRefused(outcome)) return
    tell(words.working.refusals[outcome.refused])
    if (outcome.refused === 'for whom') onUnsaid()
  }
  return (
    <div class="app-row">
      {isYes ? (
        <Button onPress={() => answer(takeYesBack)}>{barriers.back(name)}</Button>
      ) : (
        <>
          <Button onPress={() => answer(sayYes)}>{barriers.yes(name)}</Button>
          <Button onPress={() => answer(sayNo)}>{barriers.no(name)}</Button>
        </>
      )}
    </div>
  )
}

function Details({ disclosure, document, what }: { disclosure: Disclosure; document: Document; what: string }) {
  const { barriers } = words
  const { id, begins, until } = disclosure
  const to = useDraft(disclosure.to, (text) => setTellTo(id, text), `disclosures/${id}/to`, barriers.tellTo)
  return (
    <div class="app-stack">
      {namesHidden.value ? (
        <NamesAreHidden />
      ) : (
        <Field
          label={barriers.tellTo}
          hint={barriers.tellToHint}
          value={to.text}
          onInput={to.write}
          onBlur={to.settle}
          onEnter={to.settle}
          maxLength={120}
        />
      )}
      <CoField entity="disclosures" id={id} field="why" label={barriers.tellWhy} document={document} />
      <Field
        label={barriers.tellBegins}
        hint={barriers.tellUntilHint}
        type="date"
        value={begins}
        onInput={(day) => setTellBegins(id, day)}
      />
      <Field
        label={barriers.tellUntil}
        hint={barriers.tellUntilHint}
        type="date"
        value={until}
        onInput={(day) => setTellUntil(id, day)}
      />
      <div>
        <Button
          onPress={() => {
            archiveDisclosure(id)
            announce(barriers.isAway(what))
          }}
        >
          {barriers.putAway}
        </Button>
      </div>
    </div>
  )
}

/** As this device has it, `2026-11-30`. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
