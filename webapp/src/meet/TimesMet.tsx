/** The times that the two met: a line each, with words or without. Nothing is missing from a chat. */

import { useState } from 'preact/hooks'
import { type Document, isMeetingKind, type Meeting } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { LineField } from '../out/LineField.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { PutAway } from '../working/PutAway.tsx'
import { WhosePick } from '../working/WhosePick.tsx'
import {
  addMeeting,
  archiveMeeting,
  bringBackMeeting,
  setMeetingChosen,
  setMeetingDay,
  setMeetingKind,
  setMeetingPlace,
} from './actions.ts'
import { meetingName } from './meeting-name.ts'

export function TimesMet({ document }: { readonly document: Document }) {
  const { meet } = words
  const isEarlier = lookingBack.value !== null
  const shown = document.meetings.filter(({ archived }) => !archived).reverse()
  return (
    <Fold title={meet.times} said={shown.slice(0, 2).map(meetingName).join('; ')} hint={meet.timesHint}>
      {!isEarlier && (
        <div class="app-stack app-stack--close">
          <div>
            <Button
              describedBy="just-a-chat"
              onPress={() => {
                addMeeting({ kind: 'chat' })
                announce(meet.chatKept)
              }}
            >
              {meet.chat}
            </Button>
          </div>
          <p class="app-soft" id="just-a-chat">
            {meet.chatHint}
          </p>
        </div>
      )}
      <ul class="app-meet__times">
        {shown.map((meeting) => (
          <OneTime key={meeting.id} meeting={meeting} document={document} />
        ))}
      </ul>
      <PutAway
        title={meet.away}
        away={document.meetings
          .filter(({ archived }) => archived)
          .map((meeting) => ({ id: meeting.id, what: meetingName(meeting), back: () => bringBackMeeting(meeting.id) }))}
        called={meet.bringBack}
        said={meet.isBack}
      />
    </Fold>
  )
}

interface OneTimeProps {
  readonly meeting: Meeting
  readonly document: Document
}

function OneTime({ meeting, document }: OneTimeProps) {
  const { meet } = words
  const { id, day, kind, where, chosen } = meeting
  const [isOpen, setOpen] = useState(false)
  const what = meetingName(meeting)
  return (
    <li class="app-meet__time app-stack app-stack--close">
      <p>
        <strong>{what}</strong>
        {where !== '' && <span class="app-soft">, {where}</span>}
      </p>
      {meeting.words !== '' && <p>{meeting.words}</p>}
      <CopiedFrom thing={meeting} />
      <KeptBeside
        document={document}
        entity={`meetings/${id}`}
        fields={['day', 'kind', 'where', 'chosen', 'archived']}
      />
      {lookingBack.value === null && (
        <div>
          <Button kind="quiet" expanded={isOpen} label={meet.about(what)} onPress={() => setOpen(!isOpen)}>
            {meet.moreShort}
          </Button>
        </div>
      )}
      {isOpen && lookingBack.value === null && (
        <div class="app-stack">
          <Pick
            label={meet.kind}
            value={kind}
            options={Object.entries(meet.kinds).flatMap(([code, label]) =>
              isMeetingKind(code) ? [{ value: code, label }] : [],
            )}
            onPick={(next) => setMeetingKind(id, next)}
          />
          <Field label={meet.day} type="date" value={day} onInput={(next) => setMeetingDay(id, next)} />
          <LineField
            label={meet.place}
            value={where}
            name={`meetings/${id}/where`}
            onWrite={(text) => setMeetingPlace(id, text)}
          />
          <WhosePick
            label={meet.chosen}
            value={chosen}
            document={document}
            onPick={(whose) => setMeetingChosen(id, whose)}
          />
          <div>
            <Button
              onPress={() => {
                archiveMeeting(id)
                announce(meet.isAway(what))
              }}
            >
              {meet.putAway}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
