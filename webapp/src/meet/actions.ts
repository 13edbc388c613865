/** When the two meet: what is arranged for the next time, and what is kept of the times before. Each is one undo step. */

import type { By, Meeting, MeetingKind, Whose } from '../../../sync/document.ts'
import { change } from '../document/current.ts'
import { addThing, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength, checkText } from '../document/lengths.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

/** Where they meet next, in their words. */
export function setNextPlace(place: string): Outcome {
  return checkLength(place) ?? arrange('meeting_place', place.trim())
}

/** Whose idea that place was. */
export function setNextChosen(chosen: Whose): Outcome {
  return arrange('meeting_chosen', chosen)
}

/** What they do if one of them is late, in their words. */
export function setLate(late: string): Outcome {
  return checkLength(late) ?? arrange('late', late.trim())
}

/** A number under which one of the two can be reached, or '' for none: nobody has to give one. */
export function setPhone(member: number, phone: string): Outcome {
  return checkLength(phone) ?? arrange(`phone/${member}`, phone.trim())
}

export interface NewMeeting {
  readonly kind: MeetingKind
  /** What both said yes to, or nothing: a chat needs no words. */
  readonly words?: string
  /** Of both, where both said yes to the words. */
  readonly by?: By
  /** Words of the same time that these take the place of. */
  readonly insteadOf?: string
}

/** Keeps that they met today, where it was arranged, and gives its id. */
export function addMeeting({ kind, words = '', by, insteadOf }: NewMeeting): string | Refused {
  const make = (draft: Draft): string => {
    const { meeting_place: where, meeting_chosen: chosen, meetings } = draft.document
    if (meetings.some(({ id }) => id === insteadOf)) draft.set('meetings', insteadOf ?? '', 'archived', true)
    return draft.create('meetings', { day: draft.today, kind, where, chosen, by: draft.by }, { words: words.trim() })
  }
  return checkText(words) ?? addThing('add meeting', make, by)
}

export function setMeetingDay(id: string, day: string): Outcome {
  return changeThing('change meeting', 'meetings', id, (draft) => draft.set('meetings', id, 'day', day))
}

export function setMeetingKind(id: string, kind: MeetingKind): Outcome {
  return changeThing('change meeting', 'meetings', id, (draft) => draft.set('meetings', id, 'kind', kind))
}

export function setMeetingPlace(id: string, place: string): Outcome {
  const set = (draft: Draft): void => draft.set('meetings', id, 'where', place.trim())
  return checkLength(place) ?? changeThing('change meeting', 'meetings', id, set)
}

/** Whose idea the place was. */
export function setMeetingChosen(id: string, chosen: Whose): Outcome {
  return changeThing('change meeting', 'meetings', id, (draft) => draft.set('meetings', id, 'chosen', chosen))
}

export function archiveMeeting(id: string): Outcome {
  return changeThing('archive meeting', 'meetings', id, (draft) => draft.set('meetings', id, 'archived', true))
}

export function bringBackMeeting(id: string): Outcome {
  return changeThing('bring back meeting', 'meetings', id, (draft) => draft.set('meetings', id, 'archived', false))
}

/** What both said at the end of the last time that they kept words of: of one day all, where that was on two devices. */
export function lastWords(meetings: readonly Meeting[]): readonly Meeting[] {
  const said = meetings.filter(({ archived, words, by }) => !archived && words !== '' && by === 'both')
  const last = said.at(-1)
  return said.filter(({ day }) => day === last?.day)
}

function arrange(field: string, value: unknown): Outcome {
  return change('set meeting', (draft) => draft.write('meta', field, value))
}
