/** What people do at the doors, from the first conversation to a locked tablet: `kith` as the screens use it. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { addPerson, setNames } from '../../map/actions.ts'
import { addSaying } from '../../talk/actions.ts'
import type { OpenSpace, Stage } from '../stage.ts'
import { forgetDatabase } from '../store/indexed-db-store.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** Adds someone on what the tab shows now. `current` is one for the process: this tab's, for the moment. */
function adds(tab: Tab, name: string): void {
  const document = shown(tab)
  current.value = document
  addPerson({ name, kind: 'person' })
}

function shown(tab: Tab): OpenSpace['document'] {
  const stage = tab.kith.stage.value
  if (stage.name === 'open') return stage.space.document
  if (stage.name === 'unkept' && current.value) return current.value
  throw new Error(`nothing to write on: ${stage.name}`)
}

function at<Name extends Stage['name']>(tab: Tab, name: Name): Extract<Stage, { name: Name }> {
  const stage = tab.kith.stage.value
  if (stage.name !== name) throw new Error(`${stage.name}, not ${name}`)
  return stage as Extract<Stage, { name: Name }>
}

async function keepsSomething(tab: Tab, card: CardSecret | null, ...names: string[]): Promise<void> {
  tab.kith.startTogether()
  for (const name of names) adds(tab, name)
  const unlock =
    tab.kith.unlockNeeded.value === 'new' ? ({ kind: 'passphrase', passphrase: WORDS } as const) : { passphrase: WORDS }
  expect(await tab.kith.keep({ unlock, card, tablet: 'shared' })).toEqual({ ok: true })
}

describe('keeping', () => {
  test('the first conversation is kept whole, and opens again with its words only', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    expect(tab.kith.stage.value).toEqual({ name: 'first' })
    tab.kith.startTogether()
    expect(tab.isHeldOpen).toBe(true)
    adds(tab, 'Nan')
    setNames(['Ama', 'Jo'])
    const keeping = tab.kith.keep({ unlock: { kind: 'passphrase', passphrase: WORDS }, card: null, tablet: 'shared' })
    adds(tab, 'said while it was being kept')
    expect(await keeping).toEqual({ ok: true })
    expect(people(tab)).toEqual(['Nan', 'said while it was being kept'])
    await eventually(() => expect(space(tab).state.value.here).toBe('saved'))
    tab.power.cut()

    const later = await profile.opensTab()
    expect(at(later, 'locked').places).toHaveLength(1)
    expect(await later.kith.unlock(null, 'maple lantern river copper winter')).toBe('wrong')
    expect(at(later, 'locked')).toBeDefined()
    expect(await later.kith.unlock(null, '  Maple lantern river copper window'.toLowerCase())).toBe('open')
    expect(people(later)).toEqual(['Nan', 'said while it was being kept'])
    expect(later.kith.stage.value).toMatchObject({ name: 'open', space: { members: [0, 1] } })
    later.power.cut()
  })

  test('words that are too short keep nothing, and the conversation stays', async () => {
    const tab = await new Profile(relay).opensTab()
    tab.kith.startTogether()
    adds(tab, 'Nan')
    const outcome = await tab.kith.keep({
      unlock: { kind: 'passphrase', passphrase: 'short' },
      card: null,
      tablet: 'shared',
    })
    expect(outcome).toEqual({ ok: false, why: 'passphraseTooShort' })
    const unlock = { kind: 'passphrase', passphrase: 'a            b' } as const // spaces are no letters
    expect(await tab.kith.keep({ unlock, card: null, tablet: 'shared' })).toEqual(outcome)
    expect(tab.kith.stage.value.name).toBe('unkept')
    tab.kith.discard()
    expect(tab.kith.stage.value.name).toBe('first')
  })

  test('a second pair asks for the words of this tablet, and both are found under their names', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keepsSomething(tab, null, 'Nan')
    current.value = space(tab).document
    setNames(['Ama', 'Jo'])
    await eventually(() => expect(space(tab).state.value.here).toBe('saved'))
    await tab.kith.lock()
    expect(tab.reloads).toBe(1)

    const second = await profile.opensTab()
    expect(second.kith.unlockNeeded.value).toBe('passphrase')
    second.kith.startTogether()
    adds(second, 'Sol')
    const wrong = await second.kith.keep({
      unlock: { passphrase: 'not the words at all' },
      card: null,
      tablet: 'shared',
    })
    expect(wrong).toEqual({ ok: false, why: 'wrongPassphrase' })
    expect(await second.kith.keep({ unlock: { passphrase: WORDS }, card: null, tablet: 'shared' })).toEqual({
      ok: true,
    })
    await second.kith.lock()

    const third = await profile.opensTab()
    expect(await third.kith.unlock(null, WORDS)).toBe('open')
    const { places } = at(third, 'choose')
    expect(places.map((place) => place.names)).toEqual(expect.arrayContaining([['Ama', 'Jo'], []]))
    const ama = places.find((place) => place.names.length > 0)
    expect(await third.kith.openPlace(ama?.id ?? '')).toEqual({ ok: true })
    expect(people(third)).toEqual(['Nan'])
    third.power.cut()
  })

  test('where one place opens without words, words that are mistyped are wrong all the same', async () => {
    const profile = new Profile(relay)
    const [one, other] = [await profile.opensTab(), await profile.opensTab()]
    await keepsSomething(one, null, 'Nan')
    other.kith.startTogether()
    expect(await other.kith.keep({ unlock: { kind: 'phone' }, card: null, tablet: 'mine' })).toEqual({ ok: true })
    for (const tab of [one, other]) tab.power.cut()
    const later = await profile.opensTab()
    expect(await later.kith.unlock(null, 'maple lantern river copper winter')).toBe('wrong')
    later.kith.startTogether()
    const unlock = { passphrase: 'maple lantern river copper winter' }
    const outcome = await later.kith.keep({ unlock, card: null, tablet: 'shared' })
    expect(outcome).toEqual({ ok: false, why: 'wrongPassphrase' })
    later.kith.discard()
    later.power.cut()
  })

  test('on a tablet that is mine, what "both of us" said is mine, and another device accepts it', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tab = await new Profile(relay).opensTab()
    tab.kith.startTogether()
    adds(tab, 'Nan')
    expect(addSaying({ words: 'late', kind: 'worry', by: 1 })).not.toHaveProperty('refused')
    const keeping = { isOver: false }
    const kept = tab.kith.keep({ unlock: { kind: 'phone' }, card, tablet: 'mine' }).finally(() => {
      keeping.isOver = true
    })
    const during: string[] = []
    while (!keeping.isOver) {
      during.push(`said meanwhile ${during.length}`)
      addPerson({ name: during[during.length - 1] ?? '', kind: 'person' })
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(await kept).toEqual({ ok: true })
    adds(tab, 'Sol')
    expect(people(tab)).toEqual(['Nan', 'Sol', ...during].sort())
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    const phone = await new Profile(relay).opensTab()
    expect(await phone.kith.openWithCard(card, { kind: 'phone' })).toEqual({ ok: true })
    await eventually(() => expect(people(phone)).toEqual(['Nan', 'Sol', ...during].sort()))
    // What the other said before stays theirs, as a copy: nothing is read in another's name that this hand wrote.
    for (const each of [tab, phone]) {
      expect(space(each).document.snapshot.peek().sayings).toMatchObject([
        { words: 'late', by: 1, copied: expect.any(String) },
      ])
      expect(space(each).document.snapshot.peek().sayings[0]?.copied).not.toBe('')
    }
    expect(space(phone).state.value.aside).toBe(0)
    for (const each of [tab, phone]) each.power.cut()
  })
})

describe('coming in', () => {
  test('a card that the server has never seen says so and leaves nothing behind', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    const outcome = await tab.kith.openWithCard(CardSecret.fresh(testCrypto), { kind: 'phone' })
    expect(outcome).toEqual({ ok: false, why: 'cardUnknown' })
    expect((await profile.opensTab()).kith.stage.value).toEqual({ name: 'first' })
  })

  test('an invitation is answered, the words are the same on both, and the other is let in', async () => {
    const tablet = await new Profile(relay).opensTab()
    await keepsSomething(tablet, CardSecret.fresh(testCrypto), 'Nan')
    await eventually(() => expect(space(tablet).cannotInvite.value).toBeNull())
    const offer = await tablet.kith.invite(1)
    if (!offer.ok) throw new Error(offer.why)
    const profile = new Profile(relay)
    const desk = await profile.opensTab()
    expect(await desk.kith.read(offer.value.link)).toMatchObject({ kind: 'invitation', address: null })
    const unlock = { kind: 'passphrase', passphrase: 'another five words than hers' } as const
    expect(await desk.kith.join(offer.value.link, 'Jo', unlock)).toEqual({ ok: true })
    await eventually(() => expect(at(desk, 'joining').state).toBe('waiting'))
    await eventually(() => expect(space(tablet).requests.value).toHaveLength(1))
    const [request] = space(tablet).requests.value
    expect(request).toMatchObject({ name: 'Jo', member: 1, words: at(desk, 'joining').words })
    expect(await tablet.kith.approve(request?.id ?? '')).toEqual({ ok: true })
    expect(space(tablet).requests.value).toEqual([])
    await eventually(() => expect(desk.kith.stage.value.name).toBe('open'))
    await eventually(() => expect(people(desk)).toEqual(['Nan']))
    expect(space(desk).members).toEqual([1])
    expect(await desk.kith.join(offer.value.link, 'Jo', { kind: 'phone' })).toEqual({ ok: true })
    await eventually(() => expect(at(desk, 'joining').state).toBe('used'))
    await desk.kith.stopJoining()
    for (const each of [tablet, desk]) each.power.cut()
  })

  test('a request that is declined hears it, also after a restart', async () => {
    const tablet = await new Profile(relay).opensTab()
    await keepsSomething(tablet, null, 'Nan')
    await eventually(() => expect(space(tablet).cannotInvite.value).toBeNull())
    const offer = await tablet.kith.invite(1)
    if (!offer.ok) throw new Error(offer.why)
    const profile = new Profile(relay)
    const desk = await profile.opensTab()
    await desk.kith.join(offer.value.link, 'Jo', { kind: 'passphrase', passphrase: WORDS })
    await eventually(() => expect(space(tablet).requests.value).toHaveLength(1))
    desk.power.cut()
    const again = await profile.opensTab()
    expect(await again.kith.unlock(null, WORDS)).toBe('open')
    await eventually(() => expect(at(again, 'joining').state).toBe('waiting'))
    await tablet.kith.decline(space(tablet).requests.value[0]?.id ?? '')
    await eventually(() => expect(at(again, 'joining').state).toBe('declined'))
    await again.kith.stopJoining()
    expect(again.kith.stage.value).toEqual({ name: 'first' })
    for (const each of [tablet, again]) each.power.cut()
  })

  test('what is scanned or typed is told apart, and nothing else is taken for it', async () => {
    const tab = await new Profile(relay).opensTab()
    const card = CardSecret.fresh(testCrypto)
    const words = (await card.words(testCrypto)).join('  ')
    expect(await tab.kith.read(` ${words.toUpperCase()} `)).toMatchObject({ kind: 'card', address: null })
    expect(await tab.kith.read(card.qr(relay.origin))).toMatchObject({ kind: 'card', address: null })
    expect(await tab.kith.read(card.qr('https://kith.example.org'))).toMatchObject({
      address: 'https://kith.example.org',
    })
    for (const other of ['', 'hello', `${words} more`, 'https://example.org/#k1.abc']) {
      expect(await tab.kith.read(other)).toEqual({ kind: 'nothing' })
    }
  })
})

describe('two tabs and a quiet tablet', () => {
  test('a second tab says so, and may take over: then the first says so, with everything saved', async () => {
    const profile = new Profile(relay)
    const first = await profile.opensTab()
    await keepsSomething(first, null, 'Nan')
    const second = await profile.opensTab()
    await second.kith.unlock(null, WORDS)
    expect(second.kith.stage.value).toEqual({ name: 'elsewhere' })
    adds(first, 'just now')
    await second.kith.takeOver()
    expect(people(second)).toEqual(['Nan', 'just now'])
    expect(first.kith.stage.value).toEqual({ name: 'elsewhere' })
    await first.kith.takeOver()
    expect(people(first)).toEqual(['Nan', 'just now'])
    await first.kith.lock()
    await eventually(() => expect(second.reloads).toBe(1))
  })

  test('five quiet minutes lock it, with a warning; an hour asleep locks it before anything shows', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keepsSomething(tab, null, 'Nan')
    tab.clock.ahead_ms += 4 * 60_000 + 45_000
    await eventually(() => expect(tab.kith.lockWarning.value?.seconds).toBeLessThanOrEqual(20))
    tab.kith.stay()
    expect(tab.kith.lockWarning.value).toBeNull()
    tab.watcher?.hidden()
    expect(tab.kith.covered.value).toBe(true)
    tab.watcher?.visible()
    expect(tab.kith.covered.value).toBe(false)
    tab.watcher?.hidden()
    tab.clock.ahead_ms += 60 * 60_000
    tab.watcher?.visible()
    expect(tab.kith.covered.value || current.value === null).toBe(true)
    await eventually(() => expect(tab.reloads).toBe(1))
  })

  test('when the browser clears everything away, the words go on in memory and to the others, and it is said', async () => {
    const card = CardSecret.fresh(testCrypto)
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keepsSomething(tab, card, 'Nan')
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    for (const { name } of await indexedDB.databases())
      if (name?.match(/^kith-[0-9a-f]{32}$/)) await forgetDatabase(name)
    await profile.spare.clear()
    adds(tab, 'Sol')
    await eventually(() => expect(space(tab).state.value).toMatchObject({ here: 'gone', sent: 'sent' }))
    const phone = await new Profile(relay).opensTab()
    expect(await phone.kith.openWithCard(card, { kind: 'phone' })).toEqual({ ok: true })
    await eventually(() => expect(people(phone)).toEqual(['Nan', 'Sol']))
    tab.power.cut()
    const later = await profile.opensTab()
    await later.kith.unlock(null, WORDS)
    expect(later.kith.stage.value).toEqual({ name: 'storageGone' })
    for (const each of [phone, later]) each.power.cut()
  })

  test('put out of sight, what was typed is on the disk and on its way at once', async () => {
    const card = CardSecret.fresh(testCrypto)
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keepsSomething(tab, card, 'Nan')
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    adds(tab, 'Sol')
    adds(tab, 'Ben') // close behind: it would wait for more
    tab.watcher?.hidden()
    await eventually(() => expect(space(tab).state.value).toMatchObject({ here: 'saved', sent: 'sent' }))
    tab.power.cut()
    const later = await profile.opensTab()
    await later.kith.unlock(null, WORDS)
    expect(people(later)).toEqual(['Ben', 'Nan', 'Sol'])
    later.power.cut()
  })

  test('the browser is asked to leave it alone once it is kept, and nobody waits for its answer', async () => {
    const tab = await new Profile(relay).opensTab()
    expect(tab.asksToStay).toBe(0)
    await keepsSomething(tab, null)
    expect(tab.asksToStay).toBe(1)
    adds(tab, 'Nan')
    expect(tab.asksToStay).toBe(1)
    tab.power.cut()
  })

  test('what is not kept is only covered, never lost to the clock', async () => {
    const tab = await new Profile(relay).opensTab()
    tab.kith.startTogether()
    adds(tab, 'Nan')
    tab.clock.ahead_ms += 60 * 60_000
    await eventually(() => expect(tab.kith.covered.value).toBe(true))
    tab.watcher?.hidden()
    tab.watcher?.visible()
    expect(tab.kith.covered.value).toBe(true)
    tab.watcher?.stirred()
    tab.kith.uncover()
    await new Promise((resolve) => setTimeout(resolve, 1500)) // longer than a look at the clock
    expect(tab.kith.covered.value).toBe(false)
    expect(tab.reloads).toBe(0)
    expect(shown(tab).snapshot.value.people).toHaveLength(1)
    tab.kith.discard()
  })
})
