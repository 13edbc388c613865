/** What was done, in plain words: one sentence for each thing, in the names of that time. */

import type { Ring } from '../../../sync/document.ts'
import { isAlongside, isVoice } from '../document/alongside.ts'
import { type Difference, isThingRoot } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { isSameValue } from '../document/register.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { untitledBeside } from './beside-names.ts'
import { aboutBeside, addedBeside } from './beside-said.ts'
import {
  aboutDetail,
  aboutHelp,
  aboutOffer,
  aboutPhotograph,
  aboutPicture,
  aboutStrength,
  aboutTie,
  isBegunBlank,
  isToldAtOnce,
  takenOut,
} from './map-said.ts'
import { aboutTalk, addedTalk } from './talk-said.ts'
import { fieldWords, nameOf, personName, ringOf, valueWords } from './values.ts'

const OUTWARDS: readonly Ring[] = ['closest', 'close', 'life']

/** Whose hand, at the beginning of a sentence. */
export function handOf(moment: Pick<Moment, 'by' | 'after'>): string {
  return moment.by === 'both' ? words.history.together : callName(moment.by, moment.after)
}

/** Each thing said once; a placing that answers what was wondered is one. */
export function sentences(moment: Moment): readonly string[] {
  return [...new Set(moment.differences.flatMap((one) => sentence(one, moment) ?? []))]
}

/** With its full stop, unless it asks something. */
export function closed(text: string): string {
  return text.endsWith('?') ? text : `${text}.`
}

/** Whose order is the plan's. */
const ORDERED: readonly string[] = ['goals', 'steps']

/** Null for what another sentence of the same moment says. */
export function sentence(difference: Difference, moment: Moment): string | null {
  const { did } = words.history
  const who = handOf(moment)
  const { what, entity, id, field } = difference
  const name = nameThen(difference, moment)
  if (isToldAtOnce(difference, moment)) return null
  if (what === 'away') return takenOut(moment).has(id) ? did.takenOut(who) : did.away(who, quoted(entity, name))
  if (what === 'back') return did.back(who, quoted(entity, name))
  if (what === 'added') return added(difference, moment, who, name)
  if (field === 'order') return ORDERED.includes(entity) ? did.order(who) : null
  if (entity === 'help') return aboutHelp(difference, moment, who)
  if (field.startsWith('people/')) {
    const person = personName(field.slice('people/'.length), moment.after)
    return (difference.after === true ? did.joined : did.parted)(who, person, name)
  }
  return aboutField(difference, moment, who, name)
}

function added(difference: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  const { entity, id } = difference
  if (isCopy(difference, moment)) return did.copied(quoted(entity, name))
  if (isVoice(entity)) return addedTalk(difference, moment, who, name)
  if (isAlongside(entity)) return addedBeside(entity, who, name)
  switch (entity) {
    case 'wishes':
      return (isGuess(id, moment) ? did.guess : did.wished)(who, name)
    case 'goals':
      return did.goal(who, name)
    case 'steps':
      return did.step(who, name)
    case 'strengths':
      return did.strength(who, name)
    case 'pictures':
      return (isBegunBlank(moment) ? did.blank : did.picture)(who, name)
    case 'photographs':
      return did.photograph(who)
    case 'offers':
      return did.offer(who, name)
    case 'notes':
      return did.note(who)
    default:
      return did.added(who, name)
  }
}

function aboutField(difference: Difference, moment: Moment, who: string, name: string): string | null {
  if (isVoice(difference.entity)) return aboutTalk(difference, moment, who, name)
  if (isAlongside(difference.entity)) return aboutBeside(difference, moment, who, name)
  switch (difference.entity) {
    case 'people':
      return aboutPerson(difference, moment, who, name)
    case 'ties':
      return aboutTie(difference, moment, who)
    case 'strengths':
      return aboutStrength(difference, moment, who, name)
    case 'pictures':
      return aboutPicture(difference, moment, who, name)
    case 'photographs':
      return aboutPhotograph(difference, moment, who, name)
    case 'offers':
      return aboutOffer(difference, moment, who, name)
    case 'wishes':
      return aboutWish(difference, moment, who, name)
    case 'goals':
      return aboutGoal(difference, moment, who, name)
    case 'steps':
      return aboutStep(difference, moment, who, name)
    case 'meta':
      return aboutUs(difference, moment, who)
    default:
      return words.history.did.other(who, name)
  }
}

/** What a thing was called just before, or, where it had no words yet, just after. */
export function nameThen({ entity, id }: Pick<Difference, 'entity' | 'id'>, moment: Moment): string {
  return nameOf(entity, id, moment.before) || nameOf(entity, id, moment.after) || untitled(entity)
}

function aboutUs({ field, before, after }: Difference, moment: Moment, who: string): string {
  const { did } = words.history
  if (field === 'resting') return (after === '' ? did.restOver : did.rest)(who)
  if (field === 'meeting') return after === '' ? did.meetingOut(who) : did.meeting(who, String(after))
  if (field.startsWith('phone/')) {
    const whom = callName(Number(field.slice('phone/'.length)), moment.after)
    return (after === '' ? did.noPhone : did.phone)(who, whom)
  }
  if (!field.startsWith('name/')) {
    if (after === '') return did.noArranged(who, fieldWords(field, moment.after))
    return did.arranged(who, fieldWords(field, moment.after), valueWords(field, after, moment.after))
  }
  return after === '' ? did.nameOut(who, String(before)) : did.named(who, String(after))
}

function aboutPerson(difference: Difference, moment: Moment, who: string, name: string): string | null {
  const { did } = words.history
  const { field, before, after } = difference
  switch (field) {
    case 'name':
      if (after === '') return did.unnamed(who, String(before))
      return did.renamed(who, String(before) || untitled('people'), String(after))
    case 'relation':
      return after === '' ? did.unrelated(who, name) : did.related(who, name, String(after))
    case 'kind':
      return did.kind(who, name, valueWords(field, after, moment.after))
    case 'face':
      return (after === '' ? did.unpictured : did.pictured)(who, name)
    case 'died':
      return (after === true ? did.died : did.notDied)(who, name)
    case 'place':
      return moved(before, after, who, name)
    case 'wonder':
      return wondered(difference, moment, who, name)
    default:
      return aboutDetail(difference, moment, who, name) ?? did.other(who, name)
  }
}

function moved(before: unknown, after: unknown, who: string, name: string): string {
  const { did } = words.history
  const [from, to] = [ringOf(before) ?? 'tray', ringOf(after) ?? 'tray']
  const place = words.map.places[to]
  if (from === to) return did.aLittle(who, name)
  const steps = OUTWARDS.indexOf(to) - OUTWARDS.indexOf(from)
  if (!OUTWARDS.includes(from) || !OUTWARDS.includes(to)) return did.moved(who, name, place)
  return (steps < 0 ? did.closer : did.further)(who, name, place)
}

function wondered({ id, after }: Difference, moment: Moment, who: string, name: string): string | null {
  const { did } = words.history
  const ring = ringOf(after)
  if (ring !== null) return did.wondered(who, name, words.map.places[ring])
  const isMoved = moment.differences.some((one) => one.id === id && one.field === 'place')
  return isMoved ? null : did.answered(who, name)
}

function aboutGoal({ field, after }: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  if (field === 'idea') return did.ideaOf(who, name, valueWords(field, after, moment.after))
  if (field === 'by') return did.whose(who, name)
  if (field === 'taken') return answered(after, who, name)
  if (field === 'state') {
    return (
      after === 'done' ? did.goalDone : after === 'resting' ? did.rested : after === 'let go' ? did.letGo : did.goalOpen
    )(who, name)
  }
  if (field !== 'title') return did.other(who, name)
  return after === '' ? did.emptied(who, name) : did.goalWords(who, nowCalled('goals', after))
}

function aboutStep({ field, after }: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  switch (field) {
    case 'what':
      return after === '' ? did.emptied(who, name) : did.stepWords(who, nowCalled('steps', after))
    case 'went':
      return (after === '' ? did.wentOut : did.went)(who, name)
    case 'who':
      return did.whoDoes(who, name, valueWords(field, after, moment.after))
    case 'when':
      return isSameValue(after, { kind: 'none' })
        ? did.noDay(who, name)
        : did.when(who, name, valueWords(field, after, moment.after))
    case 'done':
      return (after === 'done' ? did.done : after === 'let go' ? did.letGo : did.open)(who, name)
    case 'goal':
      return after === '' ? did.loose(who, name) : did.towards(who, name, valueWords(field, after, moment.after))
    default:
      return did.other(who, name)
  }
}

function aboutWish({ field, after }: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  if (field === 'idea') return did.ideaOf(who, name, valueWords(field, after, moment.after))
  if (field === 'taken') return answered(after, who, name)
  if (field === 'over') return (after === true ? did.wishOver : did.wishAgain)(who, name)
  if (field === 'seen') return (after === '' ? did.seenOut : did.seen)(who, name)
  if (field === 'words') return after === '' ? did.emptied(who, name) : did.wishWords(who, nowCalled('wishes', after))
  return did.other(who, name)
}

function answered(after: unknown, who: string, name: string): string {
  const { did } = words.history
  return (after === 'yes' ? did.agreed : after === 'no' ? did.declined : did.leftOpen)(who, name)
}

const nowCalled = (entity: 'wishes' | 'goals' | 'steps', text: unknown): string => brief(String(text), untitled(entity))

export const quoted = (entity: Difference['entity'], name: string): string =>
  entity === 'people' ? name : `\u201c${name}\u201d`

const isGuess = (id: string, { after }: Moment): boolean => after.wishes.some((wish) => wish.id === id && wish.guess)

/** It was made when a place was begun afresh, out of one that was there before. */
function isCopy({ entity, id }: Difference, { after }: Moment): boolean {
  return isThingRoot(entity) && after[entity].some((thing) => thing.id === id && thing.copied !== '')
}

function untitled(entity: Difference['entity']): string {
  if (entity === 'goals') return words.plan.untitledGoal
  if (entity === 'pictures') return words.history.aPicture
  if (isAlongside(entity) && !isVoice(entity)) return untitledBeside(entity)
  if (entity === 'photographs') return words.photographs.untitled
  return entity === 'steps' ? words.plan.untitledStep : words.history.nothing
}
