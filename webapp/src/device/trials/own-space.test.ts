/** What is its keeper's alone, beside a pair's place (P15): when it opens, when it closes, and for whom it never does. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import type { OpenSpace, Outcome } from '../stage.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { damagesOwn, type KeptSpace, opensAll } from './opened-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const SAID = { passphrase: WORDS }
const HANDED_TO_OWNER = 0
const HELPERS_HAND = 1
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

async function keeps(tab: Tab, tablet: 'shared' | 'mine', card: CardSecret | null = null): Promise<void> {
  tab.kith.startTogether()
  const first = { kind: 'passphrase', passphrase: WORDS } as const
  const unlock = tab.kith.unlockNeeded.value === 'new' ? first : SAID
  expect(await tab.kith.keep({ unlock, card, tablet })).toEqual({ ok: true })
}

function own(tab: Tab): OpenSpace {
  const stage = tab.kith.own.stage.value
  if (stage.name !== 'open') throw new Error(`${stage.name}, not open`)
  return stage.space
}

const stands = (tab: Tab): string => tab.kith.own.stage.value.name

function writes(space: OpenSpace, name: string): void {
  current.value = space.document
  addPerson({ name, kind: 'person' })
}

const namesIn = (space: OpenSpace): string[] => space.document.snapshot.value.people.map(({ name }) => name).sort()

async function isSaved(space: OpenSpace): Promise<void> {
  await eventually(() => expect(space.state.value.here).toBe('saved'))
}

describe('on a phone of one person', () => {
  test('it is made in one step with no signal, and given to the server when that is met', async () => {
    await relay.down()
    const tab = await new Profile(relay).opensTab()
    await keeps(tab, 'mine')
    expect(tab.kith.own.stage.value).toEqual({ name: 'none', keeper: 'owner' })
    expect(await tab.kith.own.open(SAID)).toEqual({ ok: true })
    expect(tab.kith.own.stage.value).toMatchObject({ name: 'open', keeper: 'owner' })
    writes(own(tab), 'mine alone')
    writes(space(tab), 'ours')
    await isSaved(own(tab))
    expect(own(tab).state.value).toMatchObject({ sent: 'never met', server: 'unreachable' })
    expect(own(tab).members).toEqual([0])
    expect(own(tab).document.pen.value).toBe(0)
    expect(namesIn(space(tab))).toEqual(['ours'])

    await relay.up()
    tab.watcher?.back()
    await eventually(() => expect(own(tab).state.value).toMatchObject({ sent: 'sent', other: 'nobody' }))
    await eventually(() => expect(space(tab).state.value).toMatchObject({ sent: 'sent' }))
    tab.power.cut()
  })

  test('it opens with the place, closes with the lock, and is not offered at the lock', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'mine')
    await tab.kith.own.open(SAID)
    writes(own(tab), 'mine alone')
    await tab.kith.lock()
    expect(stands(tab)).toBe('nowhere')

    const later = await profile.opensTab()
    expect(later.kith.stage.value).toMatchObject({ name: 'locked', places: [{}] })
    expect(await later.kith.unlock(null, WORDS)).toBe('open')
    await eventually(() => expect(namesIn(own(later))).toEqual(['mine alone']))
    expect(namesIn(space(later))).toEqual([])
    later.power.cut()
  })

  test('words that were typed in the last moment are kept by the lock', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'mine')
    await tab.kith.own.open(SAID)
    const mine = own(tab)
    tab.halfTyped = () => writes(mine, 'at the last moment')
    await tab.kith.lock()
    const later = await profile.opensTab()
    await later.kith.unlock(null, WORDS)
    await eventually(() => expect(namesIn(own(later))).toEqual(['at the last moment']))
    later.power.cut()
  })

  test('where the phone locks itself, nothing more is asked', async () => {
    const tab = await new Profile(relay).opensTab()
    tab.kith.startTogether()
    expect(await tab.kith.keep({ unlock: { kind: 'phone' }, card: null, tablet: 'mine' })).toEqual({ ok: true })
    expect(await tab.kith.own.open({ passphrase: '' })).toEqual({ ok: true })
    tab.power.cut()
  })

  test('other words make none and open none', async () => {
    const tab = await new Profile(relay).opensTab()
    await keeps(tab, 'mine')
    const refused: Outcome = { ok: false, why: 'wrongPassphrase' }
    expect(await tab.kith.own.open({ passphrase: 'maple lantern river copper winter' })).toEqual(refused)
    expect(stands(tab)).toBe('none')
    tab.power.cut()
  })

  test('where it is damaged, the place beside it opens all the same', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'mine')
    await tab.kith.own.open(SAID)
    writes(space(tab), 'ours')
    await tab.kith.lock()
    await damagesOwn(profile, WORDS)
    const later = await profile.opensTab()
    expect(await later.kith.unlock(null, WORDS)).toBe('open')
    expect(namesIn(space(later))).toEqual(['ours'])
    expect(await later.kith.own.open(SAID)).toMatchObject({ ok: false })
    expect(stands(later)).toBe('closed')
    later.power.cut()
  })

  test('another tab takes it along with the place', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'mine')
    await tab.kith.own.open(SAID)
    writes(own(tab), 'in the first tab')
    const second = await profile.opensTab()
    await second.kith.unlock(null, WORDS)
    expect(second.kith.stage.value.name).toBe('elsewhere')
    expect(await second.kith.takeOver()).toEqual({ ok: true })
    await eventually(() => expect(tab.kith.stage.value.name).toBe('elsewhere'))
    expect(stands(tab)).toBe('nowhere')
    expect(await second.kith.own.open(SAID)).toEqual({ ok: true })
    expect(namesIn(own(second))).toEqual(['in the first tab'])
    tab.power.cut()
    second.power.cut()
  })

  test('taking the pair\u2019s place off leaves it, sealed, for whoever says the same words again', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'mine')
    await tab.kith.own.open(SAID)
    writes(own(tab), 'mine alone')
    await isSaved(own(tab))
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    expect(await tab.kith.close('closed')).toEqual({ ok: true })
    expect(await tab.kith.forgetEnded()).toEqual({ ok: true })
    expect(tab.kith.stage.value.name).toBe('first')
    expect(tab.kith.unlockNeeded.value).toBe('new')
    await keeps(tab, 'mine')
    await eventually(() => expect(namesIn(own(tab))).toEqual(['mine alone']))
    tab.power.cut()
  })
})

describe('on a tablet that two share', () => {
  test('it is the helper\u2019s, and closes when the tablet goes into the other\u2019s hands', async () => {
    const tab = await new Profile(relay).opensTab()
    await keeps(tab, 'shared')
    expect(tab.kith.own.stage.value).toEqual({ name: 'none', keeper: 'helper' })
    expect(await tab.kith.own.open(SAID)).toEqual({ ok: true })
    writes(own(tab), 'the helper\u2019s alone')
    space(tab).document.pen.value = HANDED_TO_OWNER
    await eventually(() => expect(stands(tab)).toBe('closed'))
    expect(await tab.kith.own.open(SAID)).toEqual({ ok: false, why: 'notAllowed' })
    expect(stands(tab)).toBe('closed')

    space(tab).document.pen.value = HELPERS_HAND
    expect(stands(tab)).toBe('closed')
    expect(await tab.kith.own.open(SAID)).toEqual({ ok: true })
    expect(namesIn(own(tab))).toEqual(['the helper\u2019s alone'])
    tab.power.cut()
  })

  test('it does not open by itself when the two sit down: both look on', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'shared')
    await tab.kith.own.open(SAID)
    await tab.kith.lock()
    const again = await profile.opensTab()
    await again.kith.unlock(null, WORDS)
    // Had it opened by itself, nobody would look at these words.
    expect(await again.kith.own.open({ passphrase: 'candle meadow' })).toEqual({ ok: false, why: 'wrongPassphrase' })
    expect(again.kith.own.stage.value).toEqual({ name: 'closed', keeper: 'helper' })
    expect(await again.kith.own.open(SAID)).toEqual({ ok: true })
    again.power.cut()
  })

  test('handed over while it opens, it does not open', async () => {
    const tab = await new Profile(relay).opensTab()
    await keeps(tab, 'shared')
    const opening = tab.kith.own.open(SAID)
    space(tab).document.pen.value = HANDED_TO_OWNER
    expect(await opening).toEqual({ ok: false, why: 'notAllowed' })
    expect(stands(tab)).toBe('none')
    tab.power.cut()
  })

  test('it is one and the same beside every pair that its person helps', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'shared')
    await tab.kith.own.open(SAID)
    writes(own(tab), 'the helper\u2019s alone')
    const first = space(tab).id
    await tab.kith.lock()
    const again = await profile.opensTab()
    await keeps(again, 'shared')
    expect(await again.kith.own.open(SAID)).toEqual({ ok: true })
    expect(namesIn(own(again))).toEqual(['the helper\u2019s alone'])
    expect(space(again).id).not.toBe(first)
    again.power.cut()
  })

  test('it is told which pairs go on here, whenever it opens: none that was ended', async () => {
    const profile = new Profile(relay)
    let tab = await profile.opensTab()
    const goingOn = async (): Promise<readonly string[]> => {
      expect(await tab.kith.own.open(SAID)).toEqual({ ok: true })
      const stage = tab.kith.own.stage.value
      return stage.name === 'open' ? [...stage.goingOn].sort() : []
    }
    const reopens = async (id: string): Promise<void> => {
      await tab.kith.lock()
      tab = await profile.opensTab()
      await tab.kith.unlock(null, WORDS)
      if (tab.kith.stage.value.name === 'choose') await tab.kith.openPlace(id)
    }
    await keeps(tab, 'mine')
    const first = space(tab).id
    expect(await goingOn()).toEqual([first])
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    await tab.kith.lock()
    tab = await profile.opensTab()
    await keeps(tab, 'mine')
    const second = space(tab).id
    await eventually(() => expect(stands(tab)).toBe('open'))
    expect(await goingOn()).toEqual([first, second].sort())
    await reopens(first)
    await eventually(() => expect(stands(tab)).toBe('open'))
    await eventually(() => expect(space(tab).state.value.server).toBe('connected'))
    expect(await tab.kith.close('closed')).toEqual({ ok: true })
    await reopens(second)
    await eventually(() => expect(stands(tab)).toBe('open'))
    expect(await goingOn()).toEqual([second])
    tab.power.cut()
  })

  test('turned into the other\u2019s own device, it has it no more', async () => {
    const profile = new Profile(relay)
    const card = CardSecret.fresh(testCrypto)
    const tab = await profile.opensTab()
    await keeps(tab, 'shared', card)
    await tab.kith.own.open(SAID)
    await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
    expect(await tab.kith.turnInto(0, 0, card)).toEqual({ ok: true })
    await eventually(() => expect(stands(tab)).not.toBe('open'))
    await tab.kith.lock()
    const later = await profile.opensTab()
    await later.kith.unlock(null, WORDS)
    expect(later.kith.own.stage.value).toEqual({ name: 'none', keeper: 'owner' })
    later.power.cut()
  })

  test('the lock of somebody else who keeps something on this tablet does not open it', async () => {
    const profile = new Profile(relay)
    const tab = await profile.opensTab()
    await keeps(tab, 'shared')
    await tab.kith.own.open(SAID)
    await tab.kith.lock()
    const other = await profile.opensTab()
    other.kith.startTogether()
    const unlock = { kind: 'passphrase', passphrase: 'candle meadow violin harbour' } as const
    expect(await other.kith.keep({ unlock, card: null, tablet: 'shared' })).toEqual({ ok: true })
    expect(stands(other)).toBe('none')
    expect(await other.kith.own.open(SAID)).toEqual({ ok: false, why: 'wrongPassphrase' })
    expect(stands(other)).toBe('none')
    other.power.cut()
  })
})

test('its space and its keys have nothing to do with the pair\u2019s', async () => {
  const profile = new Profile(relay)
  const tab = await profile.opensTab()
  await keeps(tab, 'mine')
  await tab.kith.own.open(SAID)
  await tab.kith.lock()
  const [one, two] = await opensAll(profile, WORDS)
  if (!one || !two) throw new Error('there are not two')
  for (const mine of secretsOf(one)) for (const ours of secretsOf(two)) expect(areEqual(mine, ours)).toBe(false)
})

/** All that is random or secret in what is kept of a space. */
function secretsOf({ place, keys }: KeptSpace): readonly Bytes[] {
  return [place.key, keys.space, keys.signSeed, keys.boxSeed, ...keys.epochs]
}

describe('on a tablet that somebody else keeps', () => {
  test('the card opens the place, and nothing of its holder\u2019s own, where the keeper\u2019s words open both', async () => {
    const card = CardSecret.fresh(testCrypto)
    const phone = await new Profile(relay).opensTab()
    await keeps(phone, 'mine', card)
    await eventually(() => expect(space(phone).state.value.sent).toBe('sent'))
    const profile = new Profile(relay)
    const tablet = await profile.opensTab()
    await keeps(tablet, 'shared')
    await tablet.kith.lock()
    const again = await profile.opensTab()
    expect(await again.kith.openWithCard(card, SAID)).toEqual({ ok: true })
    await eventually(() => expect(space(again).members).toEqual([0]))
    expect(again.kith.own.stage.value).toEqual({ name: 'nowhere' })
    expect(await again.kith.own.open(SAID)).toEqual({ ok: false, why: 'notAllowed' })
    phone.power.cut()
    again.power.cut()
  })
})
