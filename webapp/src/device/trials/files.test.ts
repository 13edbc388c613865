/** Files between devices and for the drawer at home (P33): `kith` as the screens use it, with the real relay or with none. */

import 'fake-indexeddb/auto'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Bytes } from '../../../../sync/bytes.ts'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { rootsOf } from '../../document/roots.ts'
import { renamePerson } from '../../map/actions.ts'
import { setContext, setHowOften } from '../../map/detail-actions.ts'
import { linkHelper } from '../../map/help-actions.ts'
import { startBlank, takePicture } from '../../map/picture-actions.ts'
import { tie } from '../../map/tie-actions.ts'
import { showOffer } from '../../offers/actions.ts'
import { addStrength } from '../../strengths/actions.ts'
import { contentsFor } from '../engine/file-making.ts'
import { CopyInMemory } from '../entrance/copied.ts'
import { backupContents, copyOf } from '../entrance/files.ts'
import type { Stage } from '../stage.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { PYTHON, Relay, ROOT } from './relay-for-tests.ts'
import { adds, people } from './shown-for-tests.ts'
import { eventually, newTable, type Person, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const COPY_WORDS = 'tea garden boat lamp river'
const OPENS = { kind: 'passphrase', passphrase: WORDS } as const
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

function at<Name extends Stage['name']>(tab: Tab, name: Name): Extract<Stage, { name: Name }> {
  const stage = tab.kith.stage.value
  if (stage.name !== name) throw new Error(`${stage.name}, not ${name}`)
  return stage as Extract<Stage, { name: Name }>
}

function valued<Value>(outcome: { ok: true; value: Value } | { ok: false; why: string }): Value {
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}

const documentOf = (tab: Tab) => at(tab, 'open').space.document
async function isSent(tab: Tab): Promise<void> {
  await eventually(() => expect(at(tab, 'open').space.state.value).toMatchObject({ server: 'connected', sent: 'sent' }))
}

/** A tablet that has kept a place with a card. */
async function keeps(card: CardSecret, ...names: string[]): Promise<Tab> {
  const tab = await new Profile(relay).opensTab()
  tab.kith.startTogether()
  expect(await tab.kith.keep({ unlock: OPENS, card, tablet: 'shared' })).toEqual({ ok: true })
  adds(tab, ...names)
  return tab
}

async function opensByCard(card: CardSecret): Promise<Tab> {
  const tab = await new Profile(relay).opensTab()
  expect(await tab.kith.openWithCard(card, OPENS)).toEqual({ ok: true })
  return tab
}

const copies = async (tab: Tab): Promise<Bytes> => valued(await tab.kith.makeCopy(COPY_WORDS))

async function takes(tab: Tab, file: Bytes, words: string | null = null): Promise<number> {
  const look = valued(await tab.kith.lookAtFile(file, words))
  if (look.kind !== 'preview') throw new Error(look.kind)
  expect([look.refused, look.waiting]).toEqual([0, 0])
  expect(await look.take()).toEqual({ ok: true })
  return look.fresh
}

describe('a copy', () => {
  test('is opened on another tablet with its words, looked at, kept to read, and the card makes it a place again', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card, 'Nan', 'Sol')
    await isSent(tablet)
    adds(tablet, 'Ivy')
    const file = await copies(tablet)

    const other = await new Profile(relay).opensTab()
    expect(await other.kith.openCopy(file, 'some other words')).toEqual({ ok: false, why: 'fileLocked' })
    const look = valued(await other.kith.openCopy(file, ` ${COPY_WORDS}\n`))
    expect(look.preview).toMatchObject({ people: 3, goals: 0, steps: 0, aside: 0, madeBy: [0, 1] })
    expect(other.kith.stage.value.name).toBe('first')
    expect(await look.keep(OPENS)).toEqual({ ok: true })
    const read = at(other, 'copy')
    expect(read.document.snapshot.value.people.map(({ name }) => name).sort()).toEqual(['Ivy', 'Nan', 'Sol'])

    expect(await other.kith.writeAgain(CardSecret.fresh(testCrypto))).toEqual({ ok: false, why: 'cardUnknown' })
    expect(at(other, 'copy')).toBeDefined()
    expect(await other.kith.writeAgain(card)).toEqual({ ok: true })
    expect(people(other)).toEqual(['Ivy', 'Nan', 'Sol'])
    adds(other, 'Tom')
    await isSent(other)
    await eventually(() => expect(people(tablet)).toEqual(['Ivy', 'Nan', 'Sol', 'Tom']))
  })

  test('that is kept opens again after a restart, with no server, and stays as it was', async () => {
    const tablet = await keeps(CardSecret.fresh(testCrypto), 'Nan')
    const file = await copies(tablet)
    const profile = new Profile({
      origin: relay.origin,
      dial: () => ({ send: () => undefined, close: () => undefined }),
    })
    const before = await profile.opensTab()
    const look = valued(await before.kith.openCopy(file, COPY_WORDS))
    expect(await look.keep(OPENS)).toEqual({ ok: true })
    await before.kith.lock()
    const after = await profile.opensTab()
    expect(after.kith.stage.value.name).toBe('locked')
    expect(await after.kith.unlock(null, WORDS)).toBe('open')
    expect(at(after, 'copy').document.snapshot.value.people.map(({ name }) => name)).toEqual(['Nan'])
    expect(await after.kith.forgetCopy()).toEqual({ ok: true })
    expect(after.kith.stage.value.name).toBe('first')
  })

  test('brought to a place that is here already adds what is new, once, and loses nothing', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card, 'Nan')
    await isSent(tablet)
    const phone = await opensByCard(card)
    await eventually(() => expect(people(phone)).toEqual(['Nan']))
    await relay.down()
    try {
      adds(tablet, 'Sol')
      adds(phone, 'Ivy')
      expect(valued(await phone.kith.lookAtFile(await copies(tablet), null))).toEqual({ kind: 'needs words' })
      expect(await takes(phone, await copies(tablet), COPY_WORDS)).toBeGreaterThan(0)
      expect(people(phone)).toEqual(['Ivy', 'Nan', 'Sol'])
      expect(await takes(phone, await copies(tablet), COPY_WORDS)).toBe(0)
    } finally {
      await relay.up()
    }
  })

  test('of something else is not taken, and a damaged one says so', async () => {
    const one = await keeps(CardSecret.fresh(testCrypto), 'Nan')
    const other = await keeps(CardSecret.fresh(testCrypto), 'Sol')
    const file = await copies(other)
    expect(await one.kith.lookAtFile(file, COPY_WORDS)).toEqual({ ok: false, why: 'fileNotForHere' })
    const changes = valued(await other.kith.makeChanges())
    expect(await one.kith.lookAtFile(changes, null)).toEqual({ ok: false, why: 'fileNotForHere' })
    const cut = file.slice(0, -1)
    expect(await one.kith.lookAtFile(cut, COPY_WORDS)).toEqual({ ok: false, why: 'fileDamaged' })
    expect(await one.kith.openCopy(changes, COPY_WORDS)).toEqual({ ok: false, why: 'fileOther' })
    expect(people(one)).toEqual(['Nan'])
  })

  test('is the same document for a reader that shares no code with this one', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card, 'Nan', 'Zoë 🦊')
    await isSent(tablet)
    const phone = await opensByCard(card)
    await eventually(() => expect(people(phone)).toHaveLength(2))
    current.value = documentOf(phone)
    const [first] = documentOf(phone).snapshot.value.people
    renamePerson(first?.id ?? '', 'Nana')
    saysAllThatBelongsToTheMap(documentOf(phone).snapshot.value.people.map(({ id }) => id))
    await isSent(phone)
    const file = await copies(phone)
    const folder = await mkdtemp(join(tmpdir(), 'kith-copy-'))
    try {
      await writeFile(join(folder, 'copy'), file)
      const asked = ['-m', 'tests.independent_reader', join(folder, 'copy'), COPY_WORDS]
      const { stdout } = await promisify(execFile)(PYTHON, asked, { cwd: ROOT })
      const mine = new Y.Doc()
      Y.applyUpdate(mine, documentOf(phone).encodeState())
      const roots = Object.entries(rootsOf(mine)).map(([name, root]) => [name, root.toJSON()])
      expect(JSON.parse(stdout)).toEqual(Object.fromEntries(roots))
      await writeFile(join(folder, 'words'), COPY_WORDS)
      const command = ['-m', 'server', 'export', join(folder, 'copy'), '--passphrase-file', join(folder, 'words')]
      await promisify(execFile)(PYTHON, [...command, '--out', join(folder, 'out.json')], { cwd: ROOT })
      const { document } = JSON.parse(await readFile(join(folder, 'out.json'), 'utf-8'))
      expect(document).toEqual(JSON.parse(JSON.stringify(documentOf(phone).snapshot.value)))
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

/** Something in every root of the document, in the hand of the phone's person. */
function saysAllThatBelongsToTheMap([one = '', other = '']: readonly string[]): void {
  setContext(one, 'family', true)
  setHowOften(other, 'online', 'weekly')
  tie(one, other)
  linkHelper('lift', other, true)
  addStrength({ words: 'singing', kind: 'like', about: 0, by: 0 })
  takePicture('Spring')
  startBlank('Before')
  const offer = { id: 'o', name: 'Joe', words: 'knows the allotment', by: 1, of: '', archived: false } as const
  const place = { ring: 'tray', angle: 0, by: 1 } as const
  showOffer({ ...offer, kind: 'person', place, asked: 'yes', copied: '', was: '' }, 1)
}

describe('changes as a file', () => {
  test('go both ways with no server, and nothing is doubled when it is met again', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card, 'Nan')
    await isSent(tablet)
    const phone = await opensByCard(card)
    await eventually(() => expect(people(phone)).toEqual(['Nan']))
    await relay.down()
    adds(tablet, 'Sol')
    adds(phone, 'Ivy')
    expect(await takes(phone, valued(await tablet.kith.makeChanges()))).toBeGreaterThan(0)
    adds(phone, 'Tom')
    expect(await takes(tablet, valued(await phone.kith.makeChanges()))).toBeGreaterThan(0)
    const all = ['Ivy', 'Nan', 'Sol', 'Tom']
    expect([people(tablet), people(phone)]).toEqual([all, all])
    expect(await takes(tablet, valued(await phone.kith.makeChanges()))).toBe(0)
    await relay.up()
    for (const tab of [phone, tablet]) tab.watcher?.back()
    for (const tab of [phone, tablet]) await isSent(tab)
    adds(tablet, 'Una')
    await isSent(tablet)
    await eventually(() => expect(people(phone)).toEqual([...all, 'Una']))
    expect(people(tablet)).toEqual([...all, 'Una'])
    for (const tab of [tablet, phone]) {
      expect(at(tab, 'open').space.state.value.aside).toBe(0)
      expect(at(tab, 'open').space.notices.value.filter(({ kind }) => kind !== 'card used')).toEqual([])
    }
    const third = await opensByCard(card)
    await eventually(() => expect(people(third)).toEqual([...all, 'Una']))
  })
})

describe('a full disk', () => {
  test('does not keep words from a copy', async () => {
    const table = newTable(relay)
    const person: Person = await table.keepsWithCard()
    person.adds('Nan')
    await person.saved()
    person.store.isFull = true
    person.adds('Sol')
    const derive = async () => ({ key: new Uint8Array(32).fill(7) })
    const file = await copyOf(person.engine.replica, COPY_WORDS, true, derive)
    const contents = await backupContents(file, COPY_WORDS, derive, { crypto: testCrypto })
    const copy = await CopyInMemory.open(contents, person.engine.replica.parts)
    expect(copy.preview.people).toBe(2)
    copy.close()
    person.store.isFull = false
    await table.end()
  })

  test('lets nothing into a file that was signed in memory alone; its words go into a copy as they stand', async () => {
    const table = newTable(relay)
    const person: Person = await table.keepsWithCard()
    const { replica } = person.engine
    person.adds('Nan')
    await person.saved()
    await person.seals()
    person.store.isFull = true
    person.adds('Sol')
    await replica.outbox.save()
    await person.seals()
    expect(replica.ledger.value.head(replica.keys.id).seq).toBe(2)
    const [changes, copy] = [
      await contentsFor('hand-over', replica, false),
      await contentsFor('backup', replica, false),
    ]
    expect([changes.records.length, changes.loose.length]).toEqual([1, 0])
    expect([copy.records.length, copy.loose.length]).toEqual([1, 1])
    person.store.isFull = false
    await vi.waitFor(() => expect(person.engine.state.value.here).toBe('saved'), 20_000)
    expect((await contentsFor('hand-over', replica, true)).records).toHaveLength(2)
    await table.end()
  })
})
