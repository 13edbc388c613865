/** What bench/opening.py and bench/behind.py ask of the web app's engine, in a browser, without its screens. */

import * as Y from 'yjs'
import { CardSecret } from '../../sync/card.ts'
import { nativeCrypto } from '../../sync/crypto.ts'
import { openPayload, parse, type Record } from '../../sync/envelope.ts'
import { newDeviceKeys } from '../../sync/keys.ts'
import { systemClock } from '../../webapp/src/device/clock.ts'
import { browserDial } from '../../webapp/src/device/engine/channel.ts'
import { type Engine, openEngine } from '../../webapp/src/device/engine/engine.ts'
import { sealNext } from '../../webapp/src/device/engine/sealing.ts'
import { CardVisit } from '../../webapp/src/device/entrance/card-visit.ts'
import { found } from '../../webapp/src/device/entrance/founding.ts'
import { IndexedDbStore } from '../../webapp/src/device/store/indexed-db-store.ts'
import { MemoryStore } from '../../webapp/src/device/store/memory-store.ts'
import type { SpaceStore } from '../../webapp/src/device/store/store.ts'
import { vaultKey } from '../../webapp/src/device/unlock/sealed-value.ts'
import { current } from '../../webapp/src/document/current.ts'
import { SharedDocument } from '../../webapp/src/document/shared-document.ts'
import { mergedUpdates } from '../../webapp/src/document/updates.ts'
import { addPerson, movePerson, renamePerson } from '../../webapp/src/map/actions.ts'
import { addGoal, addStep, linkPerson, setStepWhen } from '../../webapp/src/plan/actions.ts'

const crypto_ = nativeCrypto(crypto.subtle, (size) => crypto.getRandomValues(new Uint8Array(size)))
const VAULT = new Uint8Array(32).fill(7)
const REFERENCE = 'bench-reference'
const { origin } = location
const around = { crypto: crypto_, clock: systemClock, dial: browserDial(origin), origin }
/** Every so many edits the page gets its turn: as people leave it, too. */
const PAUSE_EVERY = 500

let reference: Uint8Array | null = null
let writer: Engine | null = null
let records: Record[] = []
let reader: { engine: Engine; document: SharedDocument } | null = null

const bench = {
  /** Keeps the reference space of the design on this device, and gives the bytes of its document. */
  async keepsReference(people: number, links: number, steps: number, edits: number): Promise<number> {
    const store = await IndexedDbStore.create(REFERENCE, await vaultKey(VAULT))
    await store.write(await found({ listed: [0, 1], card: null, changes: [] }, crypto_, systemClock))
    const { engine, document } = await opens(store)
    await writes(document, people, links, steps, edits, () => pause())
    await engine.flush()
    while (await sealNext(engine.replica));
    const state = document.encodeState()
    await engine.close()
    return state.length
  },

  /** Milliseconds from the kept space to a document that a screen can show. */
  async opensReference(): Promise<number> {
    const begun = performance.now()
    const store = await IndexedDbStore.open(REFERENCE, await vaultKey(VAULT))
    const { document } = await opens(store)
    if (document.snapshot.value.people.length === 0) throw new Error('nothing opened')
    return performance.now() - begun
  },

  /** The same document's update, for `appliesReference`. */
  async readsReference(): Promise<void> {
    const store = await IndexedDbStore.open(REFERENCE, await vaultKey(VAULT))
    reference = (await store.read()).state?.update ?? null
  },

  /** Milliseconds of Yjs alone for the same. */
  appliesReference(): number {
    if (!reference) throw new Error('no cache')
    const begun = performance.now()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, reference)
    if (doc.getMap('people').size === 0) throw new Error('nothing applied')
    return performance.now() - begun
  },

  /** A tablet that writes this many records and sends them; gives the key card that opens the space elsewhere. */
  async writesRecords(count: number): Promise<string> {
    const card = CardSecret.fresh(crypto_)
    const store = new MemoryStore()
    await store.write(await found({ listed: [0, 1], card, changes: [] }, crypto_, systemClock))
    const { engine, document } = await opens(store)
    const { replica } = engine
    const seals = async (): Promise<void> => {
      await replica.outbox.save()
      await sealNext(replica)
    }
    // Some edits change nothing, and make no record.
    const isEnough = (): boolean => replica.ledger.value.head(replica.keys.id).seq >= count
    await writes(document, 100, 50, 50, 2 * count, async () => undefined, seals, isEnough)
    engine.snapshots.stop()
    engine.connect()
    await until(() => engine.state.value.sent === 'sent')
    writer = engine
    return card.qr(origin)
  },

  /** The tablet puts a snapshot into the log. */
  async makesSnapshot(): Promise<void> {
    await writer?.snapshots.look()
    await until(() => writer?.state.value.sent === 'sent' && writer.replica.ledger.value.snapshots.length > 0)
  },

  /** A new device that the card lets in, with nothing in its store yet. */
  async comesIn(qr: string, name: string): Promise<void> {
    const visit = await CardVisit.begin(around, CardSecret.fromQr(qr).card)
    const keys = await newDeviceKeys(crypto_)
    const store = await IndexedDbStore.create(name, await vaultKey(VAULT))
    await store.write(visit.keptBy(keys))
    await store.write(await visit.admit(keys))
    visit.close()
    reader = await opens(store)
    reader.engine.snapshots.stop()
  },

  /** Milliseconds from dialling to the document being shown, and to the whole log being on the disk. */
  async catchesUp(count: number): Promise<{ shown: number; read: number; people: number }> {
    if (!reader) throw new Error('nobody came in')
    const { engine, document } = reader
    const begun = performance.now()
    let shown = 0
    const stop = document.snapshot.subscribe(({ people }) => {
      if (shown === 0 && people.length > 0 && engine.replica.ahead.isOn) shown = performance.now() - begun
    })
    engine.connect()
    await until(() => engine.state.value.server === 'connected' && engine.replica.ledger.value.cursor >= count)
    const read = performance.now() - begun
    stop()
    return { shown: shown || read, read, people: document.snapshot.value.people.length }
  },

  /** The new device says whether the snapshot is right. */
  async attests(count: number): Promise<void> {
    if (!reader) throw new Error('nobody came in')
    const { engine } = reader
    await until(() => engine.replica.ledger.value.cursor > count)
    await engine.snapshots.look()
    await until(() => engine.state.value.sent === 'sent')
    if (!engine.replica.ledger.value.snapshots.some(({ isJudged }) => isJudged)) throw new Error('not attested')
    if (engine.journal.notices.value.some(({ kind }) => kind === 'copies differ')) throw new Error('found wrong')
  },

  /** All that the new device has, for `decryptsAndApplies`. */
  async readsBack(): Promise<void> {
    if (!reader) throw new Error('nobody came in')
    const raw = await reader.engine.replica.parts.store.appliedFrom(1, 1_000_000)
    records = await Promise.all(raw.map(({ bytes }) => parse(bytes, crypto_)))
  },

  /** Milliseconds of decrypting and applying alone, for what was read back. */
  async decryptsAndApplies(): Promise<number> {
    const key = reader?.engine.replica.stored.epochs[0]
    if (!key || records.length === 0) throw new Error('nothing was read back')
    const begun = performance.now()
    const payloads = await Promise.all(records.map((record) => openPayload(record, key, crypto_)))
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const { update } of payloads) if (update) Y.applyUpdate(doc, update)
    })
    return performance.now() - begun
  },
}

async function opens(store: SpaceStore): Promise<{ engine: Engine; document: SharedDocument }> {
  const document = new SharedDocument({ now: () => Date.now() })
  const engine = await openEngine({ ...around, store, document, merge: mergedUpdates })
  current.value = document
  return { engine, document }
}

/** A busy space: who there is, what is planned, and then edits of all kinds. */
async function writes(
  document: SharedDocument,
  people: number,
  links: number,
  steps: number,
  edits: number,
  rest: () => Promise<void>,
  afterEach: () => Promise<void> = async () => undefined,
  isEnough: () => boolean = () => false,
): Promise<void> {
  current.value = document
  const chance = seeded(6)
  const one = (from: readonly string[]): string => from[chance(from.length)] ?? ''
  const ids = { people: [] as string[], steps: [] as string[] }
  const goal = String(addGoal('Paint again'))
  await afterEach()
  for (let count = 0; count < people; count++) {
    ids.people.push(String(addPerson({ name: `Person ${count}`, kind: 'person' })))
    await afterEach()
  }
  for (let count = 0; count < steps; count++) {
    ids.steps.push(String(addStep({ goal, what: `Step ${count}: ask about Tuesday` })))
    await afterEach()
  }
  for (let count = 0; count < links; count++) {
    linkPerson('steps', one(ids.steps), one(ids.people), true)
    await afterEach()
  }
  for (let count = 0; count < edits && !isEnough(); count++) {
    const kind = chance(4)
    if (kind < 2) movePerson(one(ids.people), RINGS[chance(3)] ?? 'close', chance(3600))
    else if (kind === 2) renamePerson(one(ids.people), `Person ${count}`)
    else setStepWhen(one(ids.steps), { kind: 'day', day: `20${10 + (count % 80)}-01-31` })
    await afterEach()
    if (count % PAUSE_EVERY === 0) await rest()
  }
}

const RINGS = ['closest', 'close', 'life'] as const

function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2))
}

Object.assign(window, { bench })
