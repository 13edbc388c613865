/**
 * A calendar file (RFC 5545) of steps and meetings. Pure: what is to be written in, the bytes of the file out.
 *
 * A day is a day wherever the phone is: VALUE=DATE. A time is what the clock on the wall says where the two meet, whatever zone
 * a phone is set to and on either side of the two nights when clocks change; so it stands as local time of Europe/London, with
 * that zone's rules in the file. In UTC it would have to be worked out with rules that old phones lack, and floating it would move
 * with a phone that is abroad.
 */

import type { Bytes } from '../../../sync/bytes.ts'

export interface Entry {
  /** Says nothing to whoever sees it; the same entry written twice is one in a calendar. */
  readonly id: string
  readonly title: string
  /** `2026-11-30`. */
  readonly day: string
  /** `14:30`, or '' for the whole day. */
  readonly time: string
  readonly place: string
}

/** As RFC 5545 3.1 counts: octets of UTF-8, without the line break. */
const LONGEST_OCTETS = 75
const MEETING_MINUTES = 60

const ZONE: readonly string[] = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The file, or null where nothing in it has a day that there is. `now_ms` is when it is written. */
export function calendarOf(entries: readonly Entry[], now_ms: number): Bytes | null {
  const found = entries.filter(({ day }) => isDay(day))
  if (found.length === 0) return null
  const stamp = `${new Date(now_ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kith//Days//EN', 'CALSCALE:GREGORIAN'],
    ...(found.some(({ time }) => isTime(time)) ? ZONE : []),
    ...found.flatMap((entry) => eventOf(entry, stamp)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''))
}

function eventOf({ id, title, day, time, place }: Entry, stamp: string): readonly string[] {
  const date = day.replaceAll('-', '')
  const when = isTime(time)
    ? [`DTSTART;TZID=Europe/London:${date}T${time.replace(':', '')}00`, `DURATION:PT${MEETING_MINUTES}M`]
    : [`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${dayAfter(day)}`, 'TRANSP:TRANSPARENT']
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(id)}`, `DTSTAMP:${stamp}`, ...when, `SUMMARY:${escaped(title)}`],
    ...(place.trim() === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...['CLASS:PRIVATE', 'END:VEVENT'],
  ]
}

/** 3.3.11; what cannot stand in a line at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
}

/** 3.1: after so many octets the line goes on in the next, behind a space; no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let octets = 0
  for (const letter of line) {
    const more = encoder.encode(letter).length
    if (octets + more > LONGEST_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += more
  }
  return out
}

/** A day that there is: the thirtieth of February is none. */
function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}

function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  return next.toISOString().slice(0, 10).replaceAll('-', '')
}
