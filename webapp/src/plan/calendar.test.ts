import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarOf, type Entry } from './calendar.ts'

const entry: Entry = { id: 'a1', title: 'A small step', day: '2026-11-30', time: '', place: '' }
const NOW_MS = Date.UTC(2026, 10, 28, 9, 5, 7)

const textOf = (...entries: readonly Entry[]): string =>
  new TextDecoder().decode(calendarOf(entries, NOW_MS) ?? undefined)

test('a day is a whole day, and no zone is needed for it', () => {
  expect(textOf(entry).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Days//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:a1',
    'DTSTAMP:20261128T090507Z',
    'DTSTART;VALUE=DATE:20261130',
    'DTEND;VALUE=DATE:20261201',
    'TRANSP:TRANSPARENT',
    'SUMMARY:A small step',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a time is what the clock on the wall says, with the rules of its zone', () => {
  const text = textOf({ ...entry, time: '14:30', place: 'the café, upstairs; by the door' })
  expect(text).toContain('DTSTART;TZID=Europe/London:20261130T143000\r\nDURATION:PT60M\r\n')
  expect(text).toContain('LOCATION:the café\\, upstairs\\; by the door\r\n')
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
})

test('a day that there is not is left out, and a time that there is not is the whole day', () => {
  for (const day of ['', 'soon', '2026-02-30', '2026-13-01', '2026-1-1']) {
    expect(calendarOf([{ ...entry, day }], NOW_MS)).toBeNull()
  }
  for (const time of ['soon', '24:00', '7:30', '12:60']) {
    expect(textOf({ ...entry, time })).toContain('DTSTART;VALUE=DATE:20261130')
  }
})

test('no line is longer than 75 octets, and no letter is cut in two', () => {
  const title = `${'👩🏾‍🎨, ünd; so \\ on\n'.repeat(20)}end`
  const bytes = calendarOf([{ ...entry, title }], NOW_MS) ?? new Uint8Array()
  const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\r\n')
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\uD800-\uDBFF]$|^ ?[\uDC00-\uDFFF]/)
  }
  expect(lines.some((line) => line.startsWith(' '))).toBe(true)
})

/** tests/test_calendar_files.py reads that file with readers that are not ours. Written anew by `npx vitest run -u`. */
test('the file that other readers are tried on is what is written', async () => {
  const { entries, now_ms } = JSON.parse(
    readFileSync(new URL('../../../tests/fixtures/days.json', import.meta.url), 'utf8'),
  )
  const written = new TextDecoder().decode(calendarOf(entries, now_ms) ?? undefined)
  await expect(written).toMatchFileSnapshot('../../../tests/fixtures/days.ics')
})
