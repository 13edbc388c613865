import { describe, expect, test } from 'vitest'
import { edgeOf, RINGS } from './geometry.ts'
import { acrossKey, around, meet, writings } from './labels.ts'
import { layOut, openingPicture } from './layout.ts'
import type { Frame, Placed } from './picture.ts'
import { wordBox } from './signs.ts'

const widthOf = (text: string) => text.length * 7.6
const ringWords = ['Closest', 'Close', 'In my life']
const tablet: Frame = { width: 750, height: 640, text_px: 15, widthOf, ringWords, keepFree: [] }
const phone: Frame = { width: 320, height: 330, text_px: 14, widthOf, ringWords, keepFree: [] }
const names = [
  'Nan',
  'Sol',
  'Auntie B',
  'Corner café',
  'Wellbeing team',
  'Bartholomew Oyelaran-Fitzgerald',
  'Jo',
  'Rima',
]

function people(count: number, step = 997): readonly Placed[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `p${String(i).padStart(3, '0')}`,
    name: names[i % names.length] ?? '',
    ring: RINGS[[0, 1, 1, 2, 2, 2][i % 6] ?? 0] ?? 'life',
    angle: (i * step) % 3600,
    tag: '',
  }))
}

describe('names', () => {
  for (const [screen, frame] of [
    ['tablet', tablet],
    ['phone', phone],
  ] as const) {
    for (const count of [1, 3, 12, 60]) {
      test(`of ${count} on a ${screen} touch no other name and no other mark`, () => {
        const placed = people(count)
        const opening = openingPicture(placed, frame)
        const picture = opening.isNamed ? opening : layOut(placed, frame, 2)
        const labels = [...picture.labels]
        for (const [id, label] of labels) {
          for (const [other, otherLabel] of labels) {
            if (id !== other) expect(meet(label.box, otherLabel.box), `${id} over ${other}`).toBe(false)
          }
          for (const [other, spot] of picture.spots) {
            if (id !== other)
              expect(meet(label.box, around(spot, picture.mark)), `${id} over the mark ${other}`).toBe(false)
          }
        }
        expect(labels.length).toBeGreaterThanOrEqual(count * 0.92)
      })
    }
  }

  test('at the edge of the drawing are written further in, below their mark as elsewhere', () => {
    const placed = { id: 'p', name: 'Allotment', ring: 'life', tag: '' } as const
    for (const angle of [900, 2700]) {
      const picture = layOut([{ ...placed, angle }], phone, 1)
      const label = picture.labels.get('p')
      const spot = picture.spots.get('p')
      expect(label?.lines).toEqual(['Allotment'])
      expect(label?.box.top).toBeGreaterThan(spot?.y ?? 0)
      expect(label?.box.left).toBeGreaterThanOrEqual(0)
      expect(label?.box.right).toBeLessThanOrEqual(picture.width)
    }
  })

  test('leave marks as large as lets every name stay whole', () => {
    const landscape = { ...tablet, height: 470 }
    const short = people(36).map((person, at) => ({
      ...person,
      name: ['Nan', 'Tariq', 'Layla', 'Allotment'][at % 4] ?? '',
    }))
    const picture = layOut(short, landscape, 1)
    expect(picture.mark).toBeGreaterThanOrEqual(15)
    expect([...picture.labels.values()].map(({ lines }) => lines.join(' ')).sort()).toEqual(
      short.map(({ name }) => name).sort(),
    )
  })

  test('stand all together or not at all, and then each mark says its initials', () => {
    for (const [frame, count] of [
      [phone, 40],
      [phone, 150],
      [tablet, 150],
    ] as const) {
      const placed = people(count)
      for (const zoom of [1, 1.4, 2, 2.8]) {
        const { isNamed, labels, mark, circle, ringWords, spots } = layOut(placed, frame, zoom)
        if (isNamed) expect(labels.size).toBeGreaterThanOrEqual(count * 0.7)
        else {
          expect(labels.size).toBe(0)
          expect(mark).toBeGreaterThanOrEqual(Math.min(12, Math.floor(circle.radius / Math.sqrt(count) / 2)))
          for (const { x, y } of ringWords) {
            for (const spot of spots.values()) expect(Math.hypot(spot.x - x, spot.y - y)).toBeGreaterThan(mark * 0.7)
          }
        }
      }
    }
    expect(layOut(people(40), phone, 1).isNamed).toBe(false)
    expect(layOut(people(40), phone, 2).labels.size).toBe(40)
  })

  test('are cut between whole characters, and a long one uses two lines', () => {
    const page = { widthOf: (text: string) => Array.from(text).length * 10, maxWidth: 90 }
    expect(writings('Bartholomew Fitzgerald', page)[0]).toEqual(['Bartholo…'])
    expect(writings('Bartholomew Finn', page)[0]).toEqual(['Bartholo…', 'Finn'])
    expect(writings('👩🏾👩🏾👩🏾👩🏾👩🏾👩🏾👩🏾', page)[0]?.[0]).not.toContain('\ufffd')
    expect(writings('Nan', page)[0]).toEqual(['Nan'])
    expect(writings('Nan Pearl', page)).not.toContainEqual(['Nan\u2026'])
    expect(writings('Gwen next door', page)).toContainEqual(['Gwen\u2026'])
    expect(writings('Swimming on Fridays', page)).toContainEqual(['Swimm\u2026'])
  })

  test('fill the first of two lines, and only the last is cut', () => {
    const page = { widthOf: (text: string) => text.length * 10, maxWidth: 150 }
    const said = (name: string) => writings(name, page).find((lines) => lines.length === 2)
    expect(said('The Willow Road mental health team')).toEqual(['The Willow Road', 'mental health\u2026'])
    expect(said('Willow Road drop-in')).toEqual(['Willow Road', 'drop-in'])
    expect(said('My old friend Bartholomew')).toEqual(['My old friend', 'Bartholomew'])
  })
})

describe('what the other wonders', () => {
  for (const [screen, frame, counts] of [
    ['tablet', tablet, [3, 8, 12]],
    ['phone', phone, [1, 3]],
  ] as const) {
    for (const count of counts) {
      test(`covers no ring’s word and nobody, among ${count} on a ${screen}`, () => {
        for (const step of [997, 300, 610]) {
          const tag = 'Jo wonders: here?'
          const placed = people(count, step).map((one, at) => ({ ...one, tag: at % 4 === 0 ? tag : '' }))
          const { tags, ringWords, spots, mark, text_px, widthOf } = layOut(placed, frame, 1)
          const words = ringWords.map((word) => wordBox(word, { text_px, lineHeight: text_px * 1.2, widthOf }))
          const marks = [...spots.values()].map((spot) => around(spot, mark))
          expect(tags.size).toBe(Math.ceil(count / 4))
          for (const [id, box] of tags) {
            const others = [...tags].filter(([other]) => other !== id).map(([, other]) => other)
            expect([...words, ...marks, ...others].filter((other) => meet(box, other))).toEqual([])
          }
        }
      })
    }
  }
})

describe('the circle', () => {
  const named = people(3)
  const button = { left: 560, top: 10, right: 740, bottom: 160 }

  test('stands in the middle, and makes way for buttons beside it', () => {
    expect(layOut(named, tablet, 1).circle.x).toBe(375)
    const { circle } = layOut(named, { ...tablet, height: 470, keepFree: [button] }, 1)
    const corner = Math.hypot(button.left - circle.x, button.bottom - circle.y)
    expect(circle.x).toBeLessThan(375)
    expect(corner).toBeGreaterThanOrEqual(circle.radius - 1)
    expect(circle.x - circle.radius).toBeGreaterThanOrEqual(0)
  })

  test('stays in the middle where both edges have their own', () => {
    const keepFree = [button, { ...button, left: 10, right: 190 }]
    expect(layOut(named, { ...tablet, keepFree }, 1).circle.x).toBe(375)
  })
})

test('a finger has all its room beside the place where somebody only stood', () => {
  const crowd = people(20, 60).map((one) => ({ ...one, name: '', ring: 'life' as const }))
  const among = (others: readonly Placed[]) => layOut([...crowd.slice(0, 1), ...others], phone, 1)
  const first = crowd[0]?.id ?? ''
  const [alone, crowded] = [crowd.slice(1).map((one) => ({ ...one, ghost: true })), crowd.slice(1)].map(among)
  expect(alone?.touch.get(first)).toBe(24)
  expect(crowded?.touch.get(first)).toBeLessThan(24)
})

describe('across the table', () => {
  test('everyone faces the half that they lie in, and a few are named for the other too', () => {
    const placed = people(12)
    const across: Frame = { ...tablet, width: 1180, height: 820, across: true }
    const { labels, spots, circle } = layOut(placed, across, 1)
    for (const [id, spot] of spots) expect(labels.get(id)?.turned, id).toBe(spot.y < circle.y)
    const twice = placed.filter(({ id }) => labels.has(acrossKey(id)))
    expect(twice.length).toBeGreaterThanOrEqual(10)
    for (const { id } of twice) expect(labels.get(acrossKey(id))?.turned).not.toBe(labels.get(id)?.turned)
    const boxes = [...labels.values()]
    for (const [i, { box }] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(meet(box, other.box)).toBe(false)
    }
  })
})

describe('marks', () => {
  for (const [screen, frame, zoom] of [
    ['a tablet, whole', { ...tablet, height: 480 }, 1],
    ['a phone, looked at closely', phone, 2],
  ] as const) {
    test(`of a hundred and fifty on ${screen} can each be read`, () => {
      const placed = people(150)
      const { spots, mark } = layOut(placed, frame, zoom)
      const all = [...spots.values()]
      const hidden = all.filter((one) =>
        all.some((other) => other !== one && Math.hypot(one.x - other.x, one.y - other.y) < mark * 1.5),
      )
      expect(hidden.length).toBeLessThanOrEqual(6)
    })
  }

  test('of sixty on a tablet do not lie on each other, and stay in their ring', () => {
    const placed = people(60)
    const picture = layOut(placed, tablet, 1)
    const spots = [...picture.spots]
    for (const [i, [, one]] of spots.entries()) {
      for (const [, other] of spots.slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(picture.mark * 1.6)
      }
    }
    for (const person of placed) {
      const spot = picture.spots.get(person.id)
      const distance = Math.hypot((spot?.x ?? 0) - picture.circle.x, (spot?.y ?? 0) - picture.circle.y)
      expect(distance).toBeLessThanOrEqual(edgeOf(person.ring, picture.circle))
    }
  })

  test('of forty lie under nothing in the corners of a table, and stay in their ring', () => {
    const corners = [
      { left: 0, top: 370, right: 272, bottom: 820 },
      { left: 830, top: 710, right: 1180, bottom: 820 },
      { left: 908, top: 0, right: 1180, bottom: 405 },
      { left: 0, top: 0, right: 350, bottom: 110 },
    ]
    const table: Frame = { ...tablet, width: 1180, height: 820, keepFree: corners, across: true }
    const placed = people(40)
    const picture = openingPicture(placed, table)
    expect(picture.zoom).toBe(1)
    for (const person of placed) {
      const spot = picture.spots.get(person.id) ?? { x: 0, y: 0 }
      for (const corner of corners) expect(meet(around(spot, picture.mark - 1), corner), person.id).toBe(false)
      const distance = Math.hypot(spot.x - picture.circle.x, spot.y - picture.circle.y)
      expect(distance).toBeLessThanOrEqual(edgeOf(person.ring, picture.circle))
    }
  })

  test('of everyone in the same spot part', () => {
    const placed = people(8, 0)
    const picture = layOut(placed, tablet, 1)
    const keys = new Set([...picture.spots.values()].map((spot) => `${Math.round(spot.x)} ${Math.round(spot.y)}`))
    expect(keys.size).toBe(8)
  })

  test('of five hundred are all there, and land the same way twice', () => {
    const placed = people(500, 431)
    const once = layOut(placed, phone, 2.8)
    expect(once.spots.size).toBe(500)
    expect([...layOut(placed, phone, 2.8).spots]).toEqual([...once.spots])
    for (const spot of once.spots.values()) expect(Number.isFinite(spot.x + spot.y)).toBe(true)
  })
})

test('a map opens whole, as long as everybody can be told from the next and met by a finger', () => {
  for (const count of [1, 3, 12, 40, 60]) expect(openingPicture(people(count), phone).zoom).toBe(1)
  expect(openingPicture(people(150), tablet).zoom).toBe(1)
  for (const count of [150, 300]) {
    const { zoom, mark } = openingPicture(people(count), phone)
    expect(zoom).toBeGreaterThan(1)
    expect(mark).toBeGreaterThanOrEqual(12)
  }
})
