/** What was done to all that belongs to the map beside where people stand: details, ties, help, strengths, pictures, offers. */

import type { Difference } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { words } from '../words/en.ts'
import { fieldWords, personName, situationName, valueWords } from './values.ts'

/** What was said about someone; null for what is no detail. */
export function aboutDetail({ field, after }: Difference, moment: Moment, who: string, name: string): string | null {
  const { did } = words.history
  if (field.startsWith('contexts/')) {
    const context = fieldWords(field, moment.after)
    return (after === true ? did.context : did.noContext)(who, name, context)
  }
  if (field === 'closer') return (after === true ? did.wish : did.noWish)(who, name)
  if (field === 'phone') return (after === '' ? did.noPhone : did.phone)(who, name)
  if (!Object.keys(words.history.fields).includes(field)) return null
  const what = fieldWords(field, moment.after)
  if (after === '' || after === 'unknown') return did.noDetail(who, name, what)
  return did.detail(who, name, what, valueWords(field, after, moment.after))
}

export function aboutTie({ field, after }: Difference, moment: Moment, who: string): string {
  const { did } = words.history
  const [a = '', b = ''] = field.split('/').map((id) => nameAnyTime(id, moment))
  if (after === '') return did.untied(who, a, b)
  return (after === 'strong' ? did.tiedWell : did.tied)(who, a, b)
}

export function aboutHelp({ id, field, before, after }: Difference, moment: Moment, who: string): string {
  const { did } = words.history
  const what = situationName(id, moment.after)
  if (field.startsWith('people/')) {
    const name = nameAnyTime(field.slice('people/'.length), moment)
    return (after === true ? did.helps : did.helpsNot)(who, name, what)
  }
  if (field === 'words') return (before === '' ? did.situation : did.situationWords)(who, what)
  if (field === 'away') return (after === true ? did.away : did.back)(who, `\u201c${what}\u201d`)
  if (field === 'gives') return (after === true ? did.answer : did.noAnswer)(who, what, words.details.gives)
  if (after === '') return did.noAnswer(who, what, valueWords('answer', before, moment.after))
  return did.answer(who, what, valueWords('answer', after, moment.after))
}

export function aboutStrength({ field, after }: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  if (field === 'words') return after === '' ? did.emptied(who, name) : did.strengthWords(who, String(after))
  if (field === 'kind') return did.strengthKind(who, name, valueWords('strength', after, moment.after))
  if (field !== 'agreed') return did.other(who, name)
  return (after === 'yes' ? did.agreed : after === 'no' ? did.declined : did.leftOpen)(who, name)
}

/** Null for a row: whoever was taken out everywhere is told once. */
export function aboutPicture({ field, after }: Difference, _: Moment, who: string, name: string): string | null {
  const { did } = words.history
  if (field.startsWith('rows/') || field === 'after' || field === 'start') return null
  if (field === 'name' && after !== '') return did.pictureName(who, String(after))
  return field === 'day' ? did.pictureDay(who, name) : did.other(who, name)
}

/** What it is made of is written with it, and told with it. */
export function aboutPhotograph({ field, after }: Difference, _: Moment, who: string, name: string): string | null {
  const { did } = words.history
  if (field === 'name' && after !== '') return did.photographName(who, String(after))
  if (field === 'words') return (after === '' ? did.photographNoWords : did.photographWords)(who, name)
  return field === 'day' ? did.photographDay(who, name) : did.other(who, name)
}

export function aboutOffer({ field, after }: Difference, moment: Moment, who: string, name: string): string {
  const { did } = words.history
  if (field === 'name' && after !== '') return did.offerName(who, String(after))
  if (field === 'asked')
    return did.detail(who, name, words.history.fields.asked, valueWords(field, after, moment.after))
  if (field === 'kind' || field === 'place')
    return did.detail(who, name, words.history.fields[field], valueWords(field, after, moment.after))
  return did.other(who, name)
}

/** Somebody whom one act took out everywhere is told once, without a name; so is a map that was begun blank. */
export function isToldAtOnce(difference: Difference, moment: Moment): boolean {
  const { entity, id, field } = difference
  if (entity === 'people' && field === 'place' && isBegunBlank(moment)) return true
  const taken = takenOut(moment)
  if (taken.size === 0) return false
  if (entity === 'people' && taken.has(id)) return difference.what !== 'away'
  if (field === 'who') return taken.has(String(personIn(difference.before)))
  return field.split('/').some((part) => taken.has(part))
}

/** Ids of those whom this moment put away and left without a name. */
export function takenOut({ differences }: Pick<Moment, 'differences'>): ReadonlySet<string> {
  const unnamed = differences.filter((one) => one.entity === 'people' && one.field === 'name' && one.after === '')
  if (unnamed.length === 0) return new Set()
  const away = new Set(differences.flatMap(({ what, id }) => (what === 'away' ? [id] : [])))
  return new Set(unnamed.flatMap(({ id }) => (away.has(id) ? [id] : [])))
}

/** Whether everybody was moved to the tray behind a picture. */
export function isBegunBlank({ differences, after }: Pick<Moment, 'differences' | 'after'>): boolean {
  const taken = differences.filter(({ what, entity }) => what === 'added' && entity === 'pictures')
  return taken.some(({ id }) => after.pictures.some((one) => one.id === id && one.start === 'blank' && !one.copied))
}

function nameAnyTime(id: string, { before, after }: Moment): string {
  const isThere = after.people.some((one) => one.id === id && one.name !== '')
  return personName(id, isThere ? after : before)
}

function personIn(who: unknown): unknown {
  return typeof who === 'object' && who !== null ? Reflect.get(who, 'id') : undefined
}
