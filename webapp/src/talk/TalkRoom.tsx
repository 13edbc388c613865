/**
 * The room where a first meeting begins: cards to talk about, and folded below them whatever may be written down. Nothing has to be,
 * and nothing is counted.
 */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { feelingName } from '../history/values.ts'
import { KindsOfPeople } from '../jar/KindsOfPeople.tsx'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Notice } from '../kit/Notice.tsx'
import { LastWords } from '../meet/LastTime.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { enterRoom, lookingBack, room, side } from '../working/attention.ts'
import type { BesideProps } from '../working/beside.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { callName } from '../working/names.ts'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { answerOf } from './actions.ts'
import { Feelings } from './Feelings.tsx'
import { GoOn, mayAskAgain } from './GoOn.tsx'
import { Heard } from './Heard.tsx'
import { HopesAndWorries } from './HopesAndWorries.tsx'
import { NobodyWatches } from './NobodyWatches.tsx'
import { Sayings } from './Sayings.tsx'
import { TalkCards } from './TalkCards.tsx'
import { TalkCheck } from './TalkCheck.tsx'
import { Thoughts } from './Thoughts.tsx'
import { through } from './voices.ts'

export function TalkRoom({ document }: BesideProps) {
  const { talk } = words
  const asked = lookingBack.value === null ? mayAskAgain(document.answers, today()) : []
  return (
    <section class="app-room" aria-labelledby="room-title">
      <RoomTitle>{talk.title}</RoomTitle>
      <p class="app-soft">{talk.intro}</p>
      <LastWords document={document} />
      <TalkCards />
      {lookingBack.value === null && (
        <div>
          <Button
            kind="quiet"
            onPress={() => {
              room.value = 'meet'
            }}
          >
            {words.meet.title}
          </Button>
        </div>
      )}
      <div class="app-stack">
        <Fold title={talk.notAlone} said="" hint={talk.notAloneHint}>
          <NotAlone />
        </Fold>
        <Fold title={talk.feel} said={feltLast(document)} hint={talk.feelHint}>
          <NobodyWatches document={document} />
          <Feelings document={document} />
        </Fold>
        <Fold title={talk.hopes} said={saidOf(['hope'], document)} hint={talk.hopesHint}>
          <HopesAndWorries document={document} />
        </Fold>
        <Fold
          title={talk.thoughts}
          said={namesHidden.value ? '' : saidOf(['thought'], document)}
          hint={talk.thoughtsHint}
        >
          <Thoughts document={document} />
        </Fold>
        <Fold title={words.jar.kinds.title} said="" hint={words.jar.kinds.hint}>
          <KindsOfPeople document={document} />
        </Fold>
        <Fold title={talk.together} said={saidOf(['together'], document)} hint={talk.togetherHint}>
          <p class="app-soft">{talk.togetherHint}</p>
          <Sayings kind="together" document={document} add={talk.addLine} />
        </Fold>
        <Fold title={talk.heard} said={saidOf(['heard'], document)} hint={talk.heardHint}>
          <Heard document={document} />
        </Fold>
        <Fold title={talk.signs} said={saidOf(['sign'], document)} hint={talk.signsHint}>
          <Sayings kind="sign" document={document} add={talk.addSign} />
        </Fold>
        <Fold title={talk.goOn} said={goingOn(document)} hint={talk.goOnHint} startsOpen={asked.length > 0}>
          {asked.map((by) => (
            <Notice key={by}>
              <p>{talk.maybeNow(callName(by, document))}</p>
            </Notice>
          ))}
          <GoOn document={document} />
        </Fold>
        <Fold title={talk.check} said="" hint={talk.checkHint}>
          <TalkCheck document={document} />
        </Fold>
        {lookingBack.value === null && (
          <Fold
            title={talk.through}
            said={through.value === '' ? '' : talk.throughSaid(through.value)}
            hint={talk.throughHint}
          >
            <Field
              label={talk.throughField}
              value={through.value}
              maxLength={80}
              onInput={(name) => {
                through.value = name
              }}
            />
          </Fold>
        )}
      </div>
      {lookingBack.value === null && <WhereNext />}
    </section>
  )
}

/** Nobody has to do any of it alone: where the two find who could help, and how. */
function NotAlone() {
  const { talk } = words
  return (
    <>
      <p>{talk.notAloneWords}</p>
      <div class="app-row">
        <Button
          onPress={() => {
            room.value = 'help'
          }}
        >
          {talk.toWhoCouldHelp}
        </Button>
        <Button onPress={() => enterRoom('out')}>{talk.toGoingOut}</Button>
        <Button onPress={() => enterRoom('barriers')}>{talk.toInTheWay}</Button>
      </div>
    </>
  )
}

/** The end of a talk: stop, or go on anywhere. */
function WhereNext() {
  const { talk } = words
  const [isEnough, setEnough] = useState(false)
  return (
    <section class="app-stack app-stack--close" aria-label={talk.whereNext}>
      <h3>{talk.whereNext}</h3>
      {isEnough && <p>{talk.isEnough}</p>}
      <div class="app-row">
        <Button
          onPress={() => {
            side.value = 'map'
          }}
        >
          {talk.toOurMap}
        </Button>
        <Button onPress={() => enterRoom('plan')}>{talk.toOurPlan}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            setEnough(true)
            announce(talk.isEnough)
          }}
        >
          {talk.enough}
        </Button>
      </div>
    </section>
  )
}

/** What each felt last, in words. */
function feltLast(document: Document): string {
  const all = document.feelings.filter((one) => !one.archived && one.beside === '')
  const last = document.names.flatMap((_, by) => all.filter((one) => one.by === by).slice(-1))
  return last.map((one) => words.talk.says(callName(one.by, document), feelingName(one))).join('. ')
}

/** The first words of what was said of one kind. */
function saidOf(kinds: readonly string[], document: Document): string {
  const all = document.sayings.filter((one) => !one.archived && kinds.includes(one.kind))
  return all
    .slice(0, 3)
    .map((one) => brief(one.words, ''))
    .join(', ')
}

function goingOn(document: Document): string {
  const given = document.names.flatMap((_, by) => answerOf(document.answers, 'go on', by) ?? [])
  return given
    .flatMap((one) => (one.said === '' ? [] : [words.talk.says(callName(one.by, document), words.talk.said[one.said])]))
    .join('. ')
}

/** `2026-11-30`, as this device has it. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
