/** What a changed app says that is refused: every device shows the same, judges the same, and is soon done with it. */

import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Authors, check } from '../../../../sync/authorship.ts'
import type { Device } from '../../../../sync/rights.ts'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { UPDATE_BYTES } from '../../document/updates.ts'
import { addPerson, movePerson } from '../../map/actions.ts'
import { putBack } from '../../map/kept-actions.ts'
import { KnownAuthors } from '../engine/known-authors.ts'
import * as a from './changed-app-for-tests.ts'

const C = 77

afterEach(() => {
  current.value = null
})

/** The name of the item that the owner wrote last at this key, or of the letters that hold these words. */
function nameOf(victim: a.Victim, isIt: (item: Y.Item) => boolean): a.Name {
  const structs = victim.said.flatMap(({ update }) => Y.decodeUpdate(update).structs)
  const item = structs
    .filter((one): one is Y.Item => one instanceof Y.Item)
    .filter(isIt)
    .at(-1)
  if (!item) throw new Error('nothing there')
  return [item.id.client, item.id.clock]
}
const withWords = (words: string) => (item: Y.Item) =>
  item.content instanceof Y.ContentString && item.content.str === words
const last = (victim: a.Victim): a.Name => {
  const ends = victim.said.flatMap(({ update }) => Y.decodeUpdate(update).structs)
  const { client, clock } = (ends[ends.length - 1] as Y.Item).lastId
  return [client, clock]
}
const goal = (title: string): a.Victim => {
  const victim = new a.Victim(0)
  victim.document.change('add goal', (draft) => void draft.create('goals', { by: 0 }, { title }))
  return victim
}
/** Taken, or refused, which is well. */
const tries = (victim: a.Victim, update: Uint8Array<ArrayBuffer>): void => {
  if (victim.judges(update) === 'ok') victim.takes(update)
}

test('the owner’s placing is the same when the place is opened again', () => {
  const victim = new a.Victim(0)
  current.value = victim.document
  const ann = String(addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 40 }))
  movePerson(ann, 'closest', 50)
  const place = last(victim)
  tries(victim, a.update([[1, 0, [a.value([['close', 10], 1, 5], { origin: place, right: place })]]]))
  expect(victim.again().document.snapshot.peek().people[0]?.place).toEqual(
    victim.document.snapshot.peek().people[0]?.place,
  )
})

test('so is a register, and a goal’s title', () => {
  for (const attack of [
    [a.value(['a', 1, 5], { parent: 'meta', key: 'meeting' }), a.value(['b', 1, 5], { origin: [3, 0] })],
    [
      a.map({ parent: 'goals', key: 'g' }),
      a.textType({ parent: [3, 0], key: 'title' }),
      a.letters('AB', { parent: [3, 1] }),
    ],
  ]) {
    const victim = new a.Victim(0)
    victim.takes(a.update([[3, 0, attack]]))
    const name: a.Name = attack.length === 2 ? [3, 1] : [3, 3]
    const struct =
      attack.length === 2
        ? a.value(['c', 1, 5], { origin: name, right: name })
        : a.letters('C', { origin: name, right: name })
    tries(victim, a.update([[1, 0, [struct]]]))
    const shown = ({ document }: a.Victim) => [
      document.snapshot.peek().meeting,
      document.snapshot.peek().goals[0]?.title,
    ]
    expect(shown(victim.again())).toEqual(shown(victim))
  }
})

test('and where nothing names both sides: a register before another', () => {
  const victim = new a.Victim(0)
  const at = { parent: 'meta', key: 'meeting' }
  victim.takes(a.update([[2, 0, [a.value(['A', 1, 5], at)]]]))
  victim.takes(a.update([[1, 0, [a.value(['B', 1, 5], { origin: [2, 0] })]]]))
  tries(victim, a.update([[3, 0, [a.value(['C', 1, 5], { right: [1, 0] })]]]))
  tries(victim, a.update([[2, 1, [a.value(['D', 1, 5], { origin: [2, 0] })]]]))
  expect(victim.again().document.snapshot.peek().meeting).toBe(victim.document.snapshot.peek().meeting)
})

test('no value stands among letters, where it moves all that others write there', () => {
  const victim = goal('Swim 🏊 daily')
  const [client, clock] = nameOf(victim, withWords('Swim 🏊 daily'))
  tries(victim, a.update([[C, 0, [a.value(['x', 1, 5], { origin: [client, clock + 3] })]]]))
  const { id } = victim.document.snapshot.peek().goals[0] ?? { id: '' }
  victim.document.textField('goals', id, 'title').edit('Swim 🏊! daily', 8)
  expect(victim.document.snapshot.peek().goals[0]?.title).toBe('Swim 🏊! daily')
})

test('no letters stand at a key, where they are deleted when the place is opened again', () => {
  const victim = new a.Victim(0)
  victim.document.change('set meeting', (draft) => draft.write('meta', 'meeting', 'Tuesday'))
  tries(victim, a.update([[C, 0, [a.letters('abcd', { origin: last(victim) })]]]))
  tries(victim, a.update([[C, 4, [a.deleted(1, { origin: [C, 1] })]]]))
  const digestOf = ({ document }: a.Victim) => JSON.stringify([...Y.decodeUpdate(document.encodeState()).ds.clients])
  expect(digestOf(victim.again())).toBe(digestOf(victim))
})

test('no letter of two halves is parted', () => {
  for (const attack of [
    (client: number, clock: number) => a.update([[C, 0, [a.deleted(1, { origin: [client, clock + 5] })]]]),
    (client: number, clock: number) => a.update([], [[client, clock + 5, 1]]),
    (client: number, clock: number) => a.update([[C, 0, [a.letters('x', { right: [client, clock + 6] })]]]),
  ]) {
    const victim = goal('Swim 🏊 daily')
    tries(victim, attack(...nameOf(victim, withWords('Swim 🏊 daily'))))
    expect(victim.document.snapshot.peek().goals[0]?.title).not.toContain('\ufffd')
  }
})

test('a wording whose length was rubbed out as it was made is judged alike by all', () => {
  const victim = new a.Victim(0)
  tries(
    victim,
    a.update(
      [
        [
          C,
          0,
          [
            a.map({ parent: 'aims', key: 'x' }),
            a.textType({ parent: [C, 0], key: 'hoped' }),
            a.letters('two lengths', { parent: [C, 1] }),
            a.letters('x'.repeat(8000), { origin: [C, 12] }),
          ],
        ],
      ],
      [[C, 13, 8000]],
    ),
  )
  const more = a.update([[C + 1, 0, [a.letters(' more', { origin: [C, 12] })]]])
  expect(victim.again().judges(more)).toBe(victim.judges(more))
})

test('so is what names something that Yjs has dropped', () => {
  const victim = new a.Victim(0)
  victim.takes(
    a.update([
      [
        C,
        0,
        [
          a.gone(1),
          a.map({ parent: 'sayings', key: 'x' }),
          a.textType({ parent: [C, 1], key: 'words' }),
          a.letters('mine', { parent: [C, 2] }),
          a.value([1, 1, 5], { parent: [C, 1], key: 'by' }),
        ],
      ],
    ]),
  )
  // Its name is taken away; what takes the name's place is dropped, because it names what is gone.
  tries(victim, a.update([[C, 8, [a.value([1, 1, 5], { origin: [C, 7], right: [C, 0] })]]], [[C, 7, 1]]))
  const again = a.update([[C, 9, [a.value([1, 1, 6], { parent: [C, 1], key: 'by' })]]])
  expect(victim.again().judges(again)).toBe(victim.judges(again))
  const owners = a.update([[5, 0, [a.letters(' more', { origin: [C, 6] })]]])
  expect(victim.again().judges(owners, 0, 0)).toBe(victim.judges(owners, 0, 0))
})

test('a client id belongs to the device that first used it, also when the place is opened again', () => {
  const [first, second] = a.IDS
  const devices = [
    { id: first, ix: 0, replaces: null },
    { id: second, ix: 1, replaces: 0 },
  ] as unknown as readonly Device[]
  const document = new SharedDocument({ now: () => a.NOW_MS })
  const known = new KnownAuthors(new Map())
  const running = known.authors(devices, document)
  const takes = (update: Uint8Array<ArrayBuffer>, id: Uint8Array<ArrayBuffer>, ix: number): void => {
    const read = check(update, 1, id, running)
    running.learn(id, read)
    known.add(read.ranges.map(([client]) => [client, ix] as const))
    document.applyRemote([update], true)
  }
  takes(a.update([[C, 0, [a.value(['x', 1, 5], { parent: 'meta', key: 'meeting' })]]]), first, 0)
  takes(a.update([[C, 1, [a.value(['y', 1, 5], { origin: [C, 0] })]]]), second, 1)
  const late = a.update([[C, 2, [a.value(['z', 1, 5], { origin: [C, 1] })]]])
  const says = (authors: Authors): string => {
    try {
      check(late, 1, first, authors)
      return 'ok'
    } catch (error) {
      return String(error)
    }
  }
  expect(says(new KnownAuthors(new Map(known.clients)).authors(devices, document))).toBe(says(running))
})

test('two devices that took the same words in another order show the same', () => {
  const at = { parent: 'meta', key: 'meeting' }
  const begun = a.update([[1, 0, [a.value(['A', 0, 5], at)]]])
  const theirs = a.update([[2, 0, [a.value(['B', 1, 5], { origin: [1, 0] })]]])
  const honest = a.update([[3, 0, [a.value(['C', 0, 5], { origin: [1, 0] })]]])
  const before = a.update([[2, 1, [a.value(['D', 1, 5], { right: [2, 0] })]]])
  const shown = [true, false].map((isHonestFirst) => {
    const victim = new a.Victim(0)
    victim.takes(begun, 0, 0)
    victim.takes(theirs)
    if (isHonestFirst) victim.takes(honest, 0, 0)
    tries(victim, before)
    if (!isHonestFirst) victim.takes(honest, 0, 0)
    return victim.document.snapshot.peek().meeting
  })
  expect(shown[1]).toBe(shown[0])
})

test('a name that says nothing, 2^50 clocks long, is answered for at once', () => {
  const victim = new a.Victim(0)
  const structs = [
    a.map({ parent: 'sayings', key: 'x' }),
    a.deleted(2 ** 50, { parent: [C, 0], key: 'by' }),
    a.value([1, 1, 5], { origin: [C, 1] }),
  ]
  const first = a.update([[C, 0, structs]])
  if (victim.judges(first) === 'ok') victim.takes(first)
  expect(victim.judges(a.update([], [[C, 1, 2 ** 50]]))).toMatch(/ACTOR_WRONG|OMISSION/)
})

/** What this device writes down of what was lost in these. */
function notesOf(...updates: readonly Uint8Array<ArrayBuffer>[]): { readonly most: number; readonly all: number } {
  const victim = new a.Victim(0)
  for (const update of updates) tries(victim, update)
  victim.document.caughtUp()
  const sizes = victim.said.map(({ update }) => update.length)
  return { most: Math.max(0, ...sizes), all: sizes.reduce((sum, size) => sum + size, 0) }
}
const aTie = (register: unknown, key = 'k'): a.Struct => a.value(register, { parent: 'ties', key })

test('what is kept of lost values fits into records: of one as large as a record, and of many', () => {
  // Seven bytes each, and eight-byte floats once they are written anew.
  const big = Array.from({ length: 8000 }, () => 2 ** 40 + 1)
  const met = a.update([
    [C, 0, [aTie([big, 1, 5])]],
    [C + 1, 0, [aTie(['strong', 1, 5])]],
  ])
  expect(notesOf(met).most).toBeLessThanOrEqual(UPDATE_BYTES)
  const sixteen = (letter: string) =>
    Array.from({ length: 16 }, (_, at) => aTie([letter.repeat(3600 + at), 1, 5], `k${at}`))
  const many = notesOf(a.update([[C, 0, sixteen('x')]]), a.update([[C + 1, 0, sixteen('y')]]))
  expect(many.most).toBeLessThanOrEqual(UPDATE_BYTES)
  expect(many.all).toBeGreaterThan(16 * 3600)
})

test('a small record makes nobody write much: not by thousands at one key, and not by long names', () => {
  const thousands = a.update([[C, 0, Array.from({ length: 3000 }, (_, at) => aTie([at % 64, 1, 5]))]])
  const long = 'k'.repeat(20_000)
  const named = [C, C + 1].map((client): a.Section => [client, 0, [aTie([client, 1, 5], long)]])
  for (const attack of [thousands, a.update(named)]) expect(notesOf(attack).all).toBeLessThan(8000)
})

test('what is taken away with nothing in its place is kept beside', () => {
  const over: readonly ((name: a.Name) => Uint8Array<ArrayBuffer>)[] = [
    ([client, clock]) => a.update([], [[client, clock, 1]]),
    (origin) => a.update([[C, 0, [a.deleted(1, { origin })]]]),
    (origin) => a.update([[C, 0, [a.value(['q', 1, 5], { origin })]]], [[C, 0, 1]]),
  ]
  for (const attack of over) {
    const victim = new a.Victim(0)
    victim.document.change('set meeting', (draft) => draft.write('meta', 'meeting', 'Tuesday'))
    tries(victim, attack(last(victim)))
    victim.document.caughtUp()
    const { meeting, kept } = victim.document.snapshot.peek()
    expect(meeting === 'Tuesday' || kept.some(({ value }) => value === 'Tuesday')).toBe(true)
  }
})

test('what no record would take is not written, whoever asks for it', () => {
  const victim = new a.Victim(0)
  victim.document.change('set meeting', (draft) => draft.write('meta', 'meeting', 'Tuesday'.repeat(10_000)))
  expect(victim.said).toEqual([])
  victim.document.change('add goal', (draft) => void draft.create('goals', { by: 0, horizon: 'x'.repeat(70_000) }))
  expect(Math.max(...victim.said.map(({ update }) => update.length))).toBeLessThanOrEqual(UPDATE_BYTES)
})

test('the owner’s placings, written over by a hand that does not place, are kept beside, and put back with one tap', () => {
  const victim = new a.Victim(0)
  current.value = victim.document
  const ann = String(addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 40 }))
  movePerson(ann, 'closest', 50)
  victim.takes(a.update([[C, 0, [a.value([['close', 1], 1, 5], { origin: last(victim) })]]]))
  victim.document.caughtUp()
  const { people, kept } = victim.document.snapshot.peek()
  expect(people[0]?.place.ring).toBe('tray')
  expect(kept).toMatchObject([{ entity: `people/${ann}`, field: 'place', value: { ring: 'closest', angle: 50 } }])
  expect(putBack(kept[0]?.id ?? '')).toBe('done')
  expect(victim.document.snapshot.peek().people[0]?.place).toMatchObject({ ring: 'closest', angle: 50 })
})

test('so is the owner’s yes to a goal, in the hand of another', () => {
  const victim = goal('Swim')
  const { id } = victim.document.snapshot.peek().goals[0] ?? { id: '' }
  victim.document.change('set meeting', (draft) => draft.write(`goals/${id}`, 'taken', true))
  victim.takes(a.update([[C, 0, [a.value([false, 1, 5], { origin: last(victim) })]]]))
  victim.document.caughtUp()
  const { goals, kept } = victim.document.snapshot.peek()
  expect(goals[0]?.taken).not.toBe(true)
  expect(kept).toMatchObject([{ entity: `goals/${id}`, field: 'taken', value: true }])
})

test('the same placing in a hand that does not place is no agreement', () => {
  const victim = new a.Victim(0)
  current.value = victim.document
  addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 40 })
  const { people } = victim.document.snapshot.peek()
  movePerson(people[0]?.id ?? '', 'closest', 50)
  victim.takes(a.update([[C, 0, [a.value([['closest', 50], 1, 5], { origin: last(victim) })]]]))
  victim.document.caughtUp()
  expect(victim.document.alike.peek()).toEqual([])
})

test('what one wrote many times with no signal hides nothing that another lost there', () => {
  const victim = new a.Victim(0)
  const place = { parent: 'meta', key: 'meeting' }
  const often = Array.from({ length: 12 }, (_, at) =>
    a.value([`Monday ${at}`, 1, 5], at === 0 ? place : { origin: [C + 1, at - 1] }),
  )
  const updates = [
    a.update([[C, 0, [a.value(['Friday', 1, 5], place)]]]),
    a.update([[C + 1, 0, often]]),
    a.update([[C + 2, 0, [a.value(['Sunday', 1, 5], place)]]]),
  ]
  for (const update of updates) expect(victim.judges(update)).toBe('ok')
  victim.document.applyRemote(updates, true)
  victim.document.caughtUp()
  const { meeting, kept } = victim.document.snapshot.peek()
  const all = [meeting, ...kept.map(({ value }) => value)]
  expect(new Set(all)).toEqual(new Set(['Friday', 'Monday 11', 'Sunday']))
})

test('what came and was taken away before it was seen here is kept beside as well', () => {
  const victim = new a.Victim(0)
  victim.document.change('set meeting', (draft) => draft.write('meta', 'meeting', 'Tuesday'))
  const wednesday = a.update([[C, 0, [a.value(['Wednesday', 1, 5], { origin: last(victim) })]]])
  victim.document.applyRemote([wednesday, a.update([], [[C, 0, 1]])], true)
  victim.document.caughtUp()
  const { kept } = victim.document.snapshot.peek()
  expect(kept.map(({ value }) => value).sort()).toEqual(['Tuesday', 'Wednesday'])
})
