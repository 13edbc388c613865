/**
 * Names off, for a place where others can see the screen: initials stand for everyone, wherever a name would stand or be said.
 * A choice of this device, never in the document. Screens are given what `seen` makes, so that none has to think of it; what
 * edits names asks first for them to be shown.
 */

import { signal } from '@preact/signals'
import { type Consent, type Document, isWho, type Saying, type Who } from '../../../sync/document.ts'
import type { Difference } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { announce, told } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { abbreviated } from './names.ts'

export const namesHidden = signal(false)

/** What was said before may hold a name: it goes from the screen, and from what is read out. */
export function hideNames(hidden: boolean): void {
  namesHidden.value = hidden
  told.value = ''
  announce(hidden ? words.working.namesOff : words.working.namesOn)
}

/** Registers in which people are named. */
const NAMING = new Set(['name', 'relation', 'to', 'through'])

const known = new WeakMap<Document, Document>()

/** The document as it may be shown just now. */
export function seen(document: Document): Document {
  if (!namesHidden.value) return document
  const before = known.get(document)
  if (before !== undefined) return before
  const shown: Document = {
    ...document,
    names: document.names.map(() => ''),
    phones: document.phones.map(() => ''),
    people: document.people.map((person) => ({ ...person, name: abbreviated(person.name), relation: '' })),
    photographs: document.photographs.map((photograph) => ({ ...photograph, name: '', words: '' })),
    offers: document.offers.map((offer) => ({ ...offer, name: abbreviated(offer.name) })),
    steps: document.steps.map((step) => ({ ...step, who: seenWho(step.who) })),
    supports: document.supports.map((one) => ({ ...one, who: seenWho(one.who), to: abbreviated(one.to) })),
    disclosures: document.disclosures.map((one) => ({
      ...one,
      to: abbreviated(one.to),
      consent: seenConsent(one.consent, one.to),
    })),
    rounds: document.rounds.map((round) => ({ ...round, name: '' })),
    needs: document.needs.map((need) => ({ ...need, who: seenWho(need.who) })),
    sayings: document.sayings.map(seenSaying),
    feelings: document.feelings.map((feeling) => ({ ...feeling, through: abbreviated(feeling.through) })),
    answers: document.answers.map((answer) => ({ ...answer, through: abbreviated(answer.through) })),
    meetings: document.meetings.map((one) => ({ ...one, words: unread(one.words) })),
    kept: document.kept.map((kept) => ({ ...kept, value: seenValue(kept.field, kept.value) })),
  }
  known.set(document, shown)
  return shown
}

/** The value of a register as it may be shown just now. */
export function seenValue<Value>(field: string, value: Value): Value | Who | string {
  if (!namesHidden.value) return value
  if (isWho(value)) return seenWho(value)
  const [said = ''] = field.split('/')
  if (said === 'phone' && value !== '') return '\u2026'
  return NAMING.has(said) && typeof value === 'string' ? abbreviated(value) : value
}

/**
 * A yes names whom it is for: as they are shown, or it would look like a yes to something else. A yes to somebody else does so
 * also where the two have the same initials.
 */
function seenConsent(consent: Consent, to: string): Consent {
  if (!('to' in consent)) return consent
  return { ...consent, to: abbreviated(consent.to) + (consent.to === to ? '' : ' \u2026') }
}

/** Somebody who is not on the map is named in the step itself. */
const seenWho = (who: Who): Who => (who.kind === 'other' ? { ...who, name: abbreviated(who.name) } : who)

/** What both said at the end of a time may name anybody. */
const unread = (said: unknown): string => (typeof said !== 'string' || said === '' ? '' : words.talk.namesHidden)

/** A first thought is whoever came to mind. */
const seenSaying = (one: Saying): Saying => ({
  ...one,
  words: one.kind === 'thought' ? abbreviated(one.words) : one.words,
  through: abbreviated(one.through),
})

/** What one change changed, as it may be told just now. */
export function seenDifference(one: Difference): Difference {
  return { ...one, before: seenValue(one.field, one.before), after: seenValue(one.field, one.after) }
}

/** What was done at one time, as it may be told just now. */
export function seenMoment(moment: Moment): Moment {
  if (!namesHidden.value) return moment
  const { before, after, differences } = moment
  const thoughts = new Set(
    [...before.sayings, ...after.sayings].flatMap(({ kind, id }) => (kind === 'thought' ? [id] : [])),
  )
  const shown = differences.map((one) => {
    const isThought = one.entity === 'sayings' && one.field === 'words' && thoughts.has(one.id)
    if (one.entity === 'meetings' && one.field === 'words') {
      return { ...one, before: unread(one.before), after: unread(one.after) }
    }
    return seenDifference(isThought ? { ...one, before: initials(one.before), after: initials(one.after) } : one)
  })
  return { ...moment, before: seen(before), after: seen(after), differences: shown }
}

const initials = (value: unknown): unknown => (typeof value === 'string' ? abbreviated(value) : value)
