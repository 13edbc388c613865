/** A changed app writes what it likes, in its own hand: nobody who used theirs honestly has said anything because of that. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Authors, check } from '../../../sync/authorship.ts'
import type { By } from '../../../sync/document.ts'
import { addDisclosure, sayNo, standingOf } from '../barriers/telling-actions.ts'
import { putBack } from '../map/kept-actions.ts'
import { addMeeting, lastWords } from '../meet/actions.ts'
import { archiveGoal, bringBackGoal } from '../plan/actions.ts'
import { isSuggested } from '../plan/taking.ts'
import { answerHeard } from '../talk/actions.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'

const NOW_MS = Date.UTC(2026, 10, 23)
const DAY = '2026-11-23'
const ANYTHING = new Y.ContentAny([['open', 1, 5]])

/** The owner's phone, and an app of the one who helps that was changed; each takes what is honest work in its hand. */
class Pair {
  readonly phone = new SharedDocument({ now: () => NOW_MS, thisMember: 0 })
  readonly #app = new Y.Doc()
  readonly #authors = new Authors()

  constructor() {
    this.phone.onLocal((update, by) => this.#take(update, by, 0))
  }

  /** What the changed app writes. */
  writes(root: string, id: string, write: (map: Y.Map<unknown>) => void, by: By = 1): void {
    const before = Y.encodeStateVector(this.#app)
    this.#app.transact(() => {
      const known = this.#app.getMap(root).get(id)
      const map = known instanceof Y.Map ? known : new Y.Map()
      if (map !== known) this.#app.getMap(root).set(id, map)
      write(map)
    })
    const update = Y.encodeStateAsUpdate(this.#app, before)
    this.#take(update, by, 1)
    this.phone.applyRemote([update], true)
  }

  /** The changed app says again what it said at this clock, and names another place for it. */
  repeats(clock: number, behind: Y.ID): void {
    const again = new Y.Item(Y.createID(this.#app.clientID, clock), null, behind, null, null, null, null, ANYTHING)
    const encoder = new Y.UpdateEncoderV1()
    for (const number of [1, 1, again.id.client, clock]) encoder.writeLen(number)
    again.write(encoder, 0)
    encoder.writeLen(0)
    const update = encoder.toUint8Array()
    this.#take(update, 1, 1)
    this.phone.applyRemote([update], true)
  }

  /** Where this letter of a saying stands. */
  letter(id: string, place: number): Y.ID {
    const words = (this.#app.getMap('sayings').get(id) as Y.Map<unknown>).get('words') as Y.Text
    const { client, clock } = (words._start as Y.Item).id
    return Y.createID(client, clock + place)
  }

  owner(act: () => unknown): void {
    current.value = this.phone
    act()
    current.value = null
  }

  get shown() {
    return this.phone.snapshot.peek()
  }

  #take(update: Uint8Array, by: By, from: number): void {
    const device = Uint8Array.of(from)
    this.#authors.learn(device, check(new Uint8Array(update), by, device, this.#authors))
    if (from === 0) Y.applyUpdate(this.#app, update)
  }
}

test('who says that something was heard rightly, or not, has not said it', () => {
  const pair = new Pair()
  pair.writes('sayings', 's', (map) => {
    map.set('words', new Y.Text('I will move out'))
    map.set('kind', ['heard', 1, 5])
  })
  expect(pair.shown.sayings).toMatchObject([{ kind: 'heard', by: 1 }])
  pair.owner(() => answerHeard('s', 'no', 0))
  expect(pair.shown.sayings).toMatchObject([{ kind: 'heard', by: 1, agreed: 'no' }])
  expect(() => pair.writes('sayings', 's', (map) => map.delete('kind'))).toThrow('ACTOR_WRONG')
  expect(pair.shown.sayings).toMatchObject([{ kind: 'heard', by: 1, agreed: 'no' }])
})

test('no letter in another’s own words is taken from a changed app, and none out of them', () => {
  const words = (map: Y.Map<unknown>) => map.get('words') as Y.Text
  const forged: readonly ((map: Y.Map<unknown>) => void)[] = [
    (map) => words(map).insert(7, 'never '),
    (map) => words(map).insert(14, ' again'),
    (map) => words(map).delete(0, 7),
    (map) => map.set('by', [1, 1, 6]),
    (map) => map.delete('by'),
    (map) => map.set('kind', ['thought', 1, 6]),
  ]
  for (const write of forged) {
    const pair = new Pair()
    pair.owner(() =>
      pair.phone.change('add saying', (draft) => {
        draft.create('sayings', { kind: 'hope', by: 0 }, { words: 'I hope to swim' })
      }),
    )
    expect(() => pair.writes('sayings', pair.shown.sayings[0]?.id ?? '', write)).toThrow('ACTOR_WRONG')
    expect(pair.shown.sayings).toMatchObject([{ words: 'I hope to swim', by: 0, kind: 'hope' }])
  }
})

test('words that were agreed on take no letter of anybody’s', () => {
  const pair = new Pair()
  pair.phone.pen.value = 'both'
  pair.owner(() => addMeeting({ kind: 'chat', words: 'We looked at the map', by: 'both' }))
  const [meeting] = pair.shown.meetings
  const add = (map: Y.Map<unknown>) => (map.get('words') as Y.Text).insert(0, 'Not true: ')
  expect(() => pair.writes('meetings', meeting?.id ?? '', add)).toThrow('ACTOR_WRONG')
  expect(lastWords(pair.shown.meetings)).toMatchObject([{ words: 'We looked at the map' }])
})

test('what a changed app begins, the owner can always answer', () => {
  const pair = new Pair()
  const begin = (field: string) => (map: Y.Map<unknown>) => {
    map.set('title', new Y.Text('Move out'))
    map.set(field, new Y.Map())
  }
  expect(() => pair.writes('goals', 'g', begin('taken'))).toThrow('ACTOR_WRONG')
  expect(pair.shown.goals).toEqual([])
})

test('no letter of two halves is parted by what came before, sent once more behind the first half', () => {
  const pair = new Pair()
  pair.owner(() =>
    pair.phone.change('add saying', (draft) => {
      draft.create('sayings', { kind: 'hope', by: 0 }, { words: 'I hope 🙂' })
    }),
  )
  pair.writes('goals', 'g', (map) => map.set('state', ['open', 1, 5]))
  pair.repeats(1, pair.letter(pair.shown.sayings[0]?.id ?? '', 'I hope '.length))
  const opened = new SharedDocument({ now: () => NOW_MS, state: pair.phone.encodeState() })
  expect(opened.snapshot.peek().sayings).toMatchObject([{ words: 'I hope 🙂' }])
})

test('who puts a goal away and brings it back has not taken it', () => {
  const pair = new Pair()
  pair.writes('goals', 'g', (map) => {
    map.set('title', new Y.Text('Move out'))
    map.set('order', ['a0', 1, 5])
  })
  pair.owner(() => {
    archiveGoal('g')
    bringBackGoal('g')
  })
  expect(pair.shown.goals.map((goal) => [goal.title, isSuggested(goal)])).toEqual([['Move out', true]])
})

test('what no hand signed was not said by both', () => {
  const pair = new Pair()
  const bare = (words: string) => (map: Y.Map<unknown>) => map.set(words, new Y.Text('Move out'))
  pair.writes('goals', 'g', bare('title'))
  pair.writes('wishes', 'w', bare('words'))
  pair.writes('meetings', 'm', bare('words'))
  pair.writes('aims', 'a', bare('hoped'))
  pair.writes('barriers', 'b', bare('words'))
  const { goals, wishes, meetings, aims, barriers } = pair.shown
  expect([...goals, ...wishes].map(isSuggested)).toEqual([true, true])
  expect([meetings, aims, barriers]).toEqual([[], [], []])
})

test('a copy of the other’s words is never the owner’s, whatever they do to its mark', () => {
  const pair = new Pair()
  pair.owner(() =>
    pair.phone.change('answer', (draft) => {
      draft.create('answers', { question: 'go on', said: 'yes', by: 1, copied: DAY })
    }),
  )
  const [copy] = pair.shown.answers
  expect(copy).toMatchObject({ by: 1, said: 'yes', copied: DAY })
  pair.writes('answers', copy?.id ?? '', (map) => map.set('copied', ['', 1, 6]))
  expect(pair.shown.answers).toEqual([])
  pair.writes('answers', copy?.id ?? '', (map) => map.delete('copied'))
  expect(pair.shown.answers).toEqual([])
  expect(() => pair.writes('answers', copy?.id ?? '', (map) => map.delete('by'))).toThrow('ACTOR_WRONG')
})

test('a yes to what may be told that a changed app wrote down as lost is asked for again, and not given by putting it back', () => {
  const pair = new Pair()
  let id = ''
  pair.owner(() => {
    id = String(addDisclosure({ words: 'that I may leave', to: 'the tutor' }))
    sayNo(id)
  })
  const yes = { kind: 'exactly', words: 'that I may leave', to: 'the tutor', why: '', begins: '', until: '' }
  const forged = { entity: `disclosures/${id}`, field: 'consent', value: yes, author: 0, when: 5 }
  pair.writes('kept', 'forged', (map) => {
    for (const [field, value] of Object.entries(forged)) map.set(field, [value, 1, 5])
  })
  expect(pair.shown.kept).toMatchObject([{ value: yes, by: 0 }])
  pair.owner(() => expect(putBack('forged')).toBe('done'))
  expect(pair.shown.disclosures.map((one) => standingOf(one, DAY))).toEqual(['open'])
  expect(pair.shown.kept).toEqual([])
})

test('the last time opens with words that both said yes to, and with no others', () => {
  const pair = new Pair()
  pair.writes('meetings', 'm', (map) => {
    map.set('words', new Y.Text('Sam moves out'))
    map.set('day', [DAY, 1, 5])
    map.set('by', ['both', 1, 5])
  })
  expect(pair.shown.meetings).toMatchObject([{ by: 1 }])
  expect(lastWords(pair.shown.meetings)).toEqual([])
  pair.phone.pen.value = 'both'
  pair.owner(() => addMeeting({ kind: 'chat', words: 'We looked at the map', by: 'both' }))
  expect(lastWords(pair.shown.meetings)).toMatchObject([{ words: 'We looked at the map' }])
})
