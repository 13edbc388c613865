/** A first message and the ways that it can leave Kith. Pure. */

import type { Person } from '../../../sync/document.ts'
import { say, type Tone } from '../words/say.ts'

export const TONES: readonly Tone[] = ['warm', 'short', 'shy', 'polite', 'light']

/** Where a message makes sense: never to someone who has died, nor to an animal or a place that is missing still. */
export function canBeWrittenTo({ kind, died, archived }: Pick<Person, 'kind' | 'died' | 'archived'>): boolean {
  return !died && !archived && kind !== 'animal' && kind !== 'missing'
}

/** The words of a tone. `about` is what it is about, or nothing. */
export function beginIn(tone: Tone, name: string, about: string): string {
  return say.tones[tone].text(name.trim(), about.trim().replace(/[.?!]+$/, ''))
}

/**
 * The address that opens the messages app of this device with the message (RFC 5724). Their number stands in it only where it
 * was put in. `?&body` is what phones of both makers understand.
 */
export function smsAddress(message: string, phone: string): string {
  return `sms:${plainNumber(phone)}?&body=${encodeURIComponent(message)}`
}

/** The address that rings that number. */
export function telAddress(phone: string): string {
  return `tel:${plainNumber(phone)}`
}

/** Digits, with a plus before them where there was one; '' where that leaves no number. */
export function plainNumber(phone: string): string {
  const digits = phone.replace(/\(0\)/g, '').replace(/[^\d]/g, '')
  return digits === '' ? '' : `${phone.trim().startsWith('+') ? '+' : ''}${digits}`
}
