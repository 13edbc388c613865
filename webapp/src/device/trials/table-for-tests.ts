/** Engines around one relay, with verbs of people: for tests only. */

import { expect, vi } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { type Crypto, nativeCrypto } from '../../../../sync/crypto.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { mergedUpdates } from '../../document/updates.ts'
import { addPerson, renamePerson } from '../../map/actions.ts'
import { type Clock, systemClock } from '../clock.ts'
import { Engine } from '../engine/engine.ts'
import { sealNext } from '../engine/sealing.ts'
import { CardVisit } from '../entrance/card-visit.ts'
import { found } from '../entrance/founding.ts'
import type { By } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import { Lifeboat } from '../store/lifeboat.ts'
import type { SpaceStore } from '../store/store.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { FailingStore, Power, wired } from './faults-for-tests.ts'
import type { Relay } from './relay-for-tests.ts'

export const testCrypto: Crypto = nativeCrypto(crypto.subtle, (size) => crypto.getRandomValues(new Uint8Array(size)))

const VAULT = new Uint8Array(32).fill(7)
let databases = 0

/** One device and its person. */
export class Person {
  readonly engine: Engine
  readonly document: SharedDocument
  readonly store: FailingStore
  readonly database: string
  readonly power: Power

  constructor(engine: Engine, document: SharedDocument, store: FailingStore, database: string, power: Power) {
    this.engine = engine
    this.document = document
    this.store = store
    this.database = database
    this.power = power
  }

  adds(name: string): string {
    const id = this.do(() => addPerson({ name, kind: 'person' }))
    if (typeof id !== 'string') throw new Error('not added')
    return id
  }

  renames(id: string, name: string): void {
    this.do(() => renamePerson(id, name))
  }

  people(): string[] {
    return this.document.snapshot.value.people.map((person) => person.name).sort()
  }

  async sees(...names: string[]): Promise<void> {
    await eventually(() => expect(this.people()).toEqual(expect.arrayContaining(names)))
  }

  async saved(): Promise<void> {
    await this.engine.replica.outbox.save()
    expect(this.engine.state.value.here).toBe('saved')
  }

  async isSent(): Promise<void> {
    await eventually(() => expect(this.engine.state.value).toMatchObject({ server: 'connected', sent: 'sent' }))
  }

  /** Seals what is saved, as at the moment before it is sent. */
  async seals(): Promise<void> {
    while (await sealNext(this.engine.replica));
  }

  do<Answer>(act: () => Answer): Answer {
    current.value = this.document
    return act()
  }
}

export class Table {
  readonly relay: Pick<Relay, 'dial' | 'origin'>
  readonly card = CardSecret.fresh(testCrypto)
  /** Of the next device that is opened. */
  clock: Clock = systemClock
  readonly #people: Person[] = []

  constructor(relay: Pick<Relay, 'dial' | 'origin'>) {
    this.relay = relay
  }

  /** A shared tablet that has just kept a place, with a card at the table. */
  async keepsWithCard(): Promise<Person> {
    const name = newName()
    const store = await IndexedDbStore.create(name, await vaultKey(VAULT))
    await store.write(await found({ listed: [0, 1], card: this.card, changes: [] }, testCrypto, this.clock))
    return this.opens(name, 'both', store)
  }

  /** The owner's own phone. */
  async opensWithCard(alter?: Parameters<typeof wired>[2]): Promise<Person> {
    const visit = await CardVisit.begin(this.#visitParts(), this.card)
    const keys = await newDeviceKeys(testCrypto)
    const name = newName()
    const store = await IndexedDbStore.create(name, await vaultKey(VAULT))
    await store.write(visit.keptBy(keys))
    await store.write(await visit.admit(keys))
    visit.close()
    return this.opens(name, 0, store, alter)
  }

  /** A shared tablet and the owner's phone, both live; `alter` is what the phone hears. */
  async pair(alter?: Parameters<typeof wired>[2]): Promise<readonly [tablet: Person, phone: Person]> {
    const tablet = await this.keepsWithCard()
    tablet.engine.connect()
    await tablet.isSent()
    const phone = await this.opensWithCard(alter)
    phone.engine.connect()
    await phone.isSent()
    return [tablet, phone]
  }

  /** What is kept under this name, as after a start of the browser. */
  async opens(name: string, by: By, open?: SpaceStore, alter?: Parameters<typeof wired>[2]): Promise<Person> {
    const { clock } = this
    const power = new Power()
    const store = new FailingStore(open ?? (await IndexedDbStore.open(name, await vaultKey(VAULT))), power)
    const document = new SharedDocument({ now: () => clock.now(), thisMember: by })
    const engine = await Engine.open({
      store: new Lifeboat(store, clock),
      document,
      crypto: testCrypto,
      clock,
      merge: mergedUpdates,
      dial: wired(this.relay.dial, power, alter),
      origin: this.relay.origin,
    })
    const person = new Person(engine, document, store, name, power)
    this.#people.push(person)
    return person
  }

  /** The name of a copy of what a device keeps, as a backup of its disk would hold it. */
  async copyOf(person: Person): Promise<string> {
    const kept = await person.store.read()
    const name = newName()
    const copy = await IndexedDbStore.create(name, await vaultKey(VAULT))
    const { keys, progress, state, ahead, apart } = kept
    await copy.write({
      control: kept.control,
      outbox: kept.outbox,
      own: await person.store.ownFrom(1, 1000),
      applied: await person.store.appliedFrom(1, 1000),
      ...(keys && { keys }),
      ...(progress && { progress }),
      ...(state && { state }),
      ahead,
      apart,
    })
    copy.close()
    return name
  }

  async end(): Promise<void> {
    const awake = this.#people.filter((person) => !person.power.isCut)
    await Promise.all(awake.map((person) => person.engine.close()))
  }

  #visitParts() {
    return { dial: this.relay.dial, clock: this.clock, crypto: testCrypto, origin: this.relay.origin }
  }
}

export const newTable = (relay: Pick<Relay, 'dial' | 'origin'>): Table => new Table(relay)

const newName = (): string => `kith-engine-test-${databases++}`

export function eventually(hope: () => void): Promise<void> {
  return vi.waitFor(hope, { timeout: 20_000, interval: 20 })
}
