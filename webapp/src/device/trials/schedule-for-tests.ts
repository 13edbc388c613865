/** A seeded schedule: three to five devices of one space, and more than sixty things that people and bad luck do to them. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret as Card } from '../../../../sync/card.ts'
import { CardSecret } from '../../../../sync/card.ts'
import { nativeCrypto } from '../../../../sync/crypto.ts'
import { fromLink } from '../../../../sync/joining.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { current } from '../../document/current.ts'
import { Chance } from '../../document/devices-for-tests.ts'
import { addPerson, renamePerson, setNames } from '../../map/actions.ts'
import { addGoal, addStep } from '../../plan/actions.ts'
import { systemClock } from '../clock.ts'
import { CardVisit } from '../entrance/card-visit.ts'
import { found } from '../entrance/founding.ts'
import { asking, Waiting } from '../entrance/waiting.ts'
import type { By } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { actOn, typesOn } from './acts-for-tests.ts'
import { belongs, changesWhoBelongs, isOrdinary } from './belonging-for-tests.ts'
import { FrailDevice, VAULT } from './frail-for-tests.ts'
import type { Relay } from './relay-for-tests.ts'

export const TICKS = 64
/** A wish of which nothing will come any more, because its device has crashed. */
const WISH_LIMIT_MS = 500
const NAMES = ['tablet', 'phone', 'desk'] as const
const LISTED: readonly (readonly number[])[] = [[0, 1], [0], [1]]

/** One writing of the name of the person whose name many write at once. */
export interface Renaming {
  readonly name: string
  /** What stood there, for whoever wrote. */
  readonly instead: string
}

/** A device over all its lives. */
export interface Seat {
  readonly name: string
  readonly database: string
  /** Of whom it was when it came. */
  readonly listed: readonly number[]
  readonly saved: Bytes[]
  device: FrailDevice
}

export class Schedule {
  readonly seed: number
  readonly story: string[] = []
  readonly renamings: Renaming[] = []
  card: Card
  readonly seats: Seat[] = []
  /** The person whose name many write at once. */
  nan = ''
  /** The server will be restored to what it had before: no device is turned, and nobody lost is brought back. */
  readonly isToGoBack: boolean
  /** What nobody expected of a wish about who belongs. */
  readonly faults: unknown[] = []
  readonly #trying = new Set<Promise<void>>()
  /** The server has gone back: until everybody has met it, nobody changes who belongs. */
  #hasGoneBack = false
  #coming = 0
  readonly #relay: Relay
  readonly #chance: Chance
  /** Another stream: what devices draw depends on when they get their turn, what is done to them does not. */
  readonly #keys: Chance

  constructor(seed: number, relay: Relay, isToGoBack = false) {
    this.seed = seed
    this.isToGoBack = isToGoBack
    this.#relay = relay
    this.#chance = new Chance(seed)
    this.#keys = new Chance(seed + 1_000_000)
    this.card = CardSecret.fresh(this.#crypto())
  }

  /** A shared tablet begins; the owner's phone comes by card, the other's desk by link and approval. */
  async founds(): Promise<void> {
    const crypto = this.#crypto()
    const parts = { dial: this.#relay.dial, clock: systemClock, crypto, origin: this.#relay.origin }
    const tablet = await this.#sits(0, async (store) => {
      await store.write(await found({ listed: [0, 1], card: this.card, changes: [] }, crypto, systemClock))
    })
    this.#begins(tablet)
    tablet.engine.connect()
    await until(() => tablet.engine.state.value.sent === 'sent')
    const visit = await CardVisit.begin(parts, this.card)
    await this.#sits(1, async (store) => {
      const keys = await newDeviceKeys(crypto)
      await store.write(visit.keptBy(keys))
      await store.write(await visit.admit(keys))
      visit.close()
    })
    const { admissions, extend } = tablet.engine
    const { link } = await admissions.invite(1, this.#relay.origin, extend)
    await this.#sits(2, async (store) => {
      await store.write(await asking(await fromLink(link, crypto), 'Jo', crypto, systemClock))
      const waiting = await Waiting.open(parts, store)
      const ended = waiting.run(() => undefined)
      await until(() => admissions.requests.value.length === 1)
      await admissions.approve(admissions.requests.value[0]?.id ?? '', extend)
      const waking = setInterval(() => waiting.wake(), 20)
      const isIn = await ended
      clearInterval(waking)
      if (!isIn) throw new Error('not let in')
    })
    for (const { device } of this.seats) device.engine.connect()
    await until(() => this.seats.every(({ device }) => device.document.snapshot.value.people.length === 2))
    // One that came from the tablet would go with it.
    const phone = this.seats[1]?.device.engine
    const card = CardSecret.fresh(crypto)
    await until(() => phone?.state.value.server === 'connected')
    await phone?.admissions.addCard(card, 0, phone.extend)
    this.card = card
  }

  /** One thing happens to one device. */
  async tick(): Promise<void> {
    const chance = this.#chance
    const seat = chance.pick(this.seats)
    const dice = chance.below(100)
    const note = (what: string): void => {
      this.story.push(`${this.story.length} ${seat.name}: ${what}`)
    }
    if (seat.device.isOff) {
      note('comes back, its power was cut')
      return this.#comesBack(seat)
    }
    if (seat.device.engine.isRemoved.value) return note('is not of it any more')
    seat.device.document.pen.value = chance.pick(handsOf(seat))
    if (dice < 42) note(this.#acts(seat))
    else if (dice < 54) note(this.#renames(seat))
    else if (dice < 64) {
      note('types')
      await typesOn(seat.device, chance)
    } else if (dice < 72) {
      const isThere = !seat.device.line.isThere
      note(isThere ? 'has a line again' : 'loses its line')
      seat.device.line.isThere = isThere
      if (isThere) seat.device.engine.wake()
      else seat.device.line.cut()
    } else if (dice < 76) {
      note('is cut off for a moment')
      seat.device.line.cut()
      seat.device.engine.wake()
    } else if (dice < 82) {
      const awaits = 1 + chance.below(120)
      note(`will lose power after ${awaits} awaits`)
      seat.device.losesPowerAfter(awaits)
    } else if (dice < 87) {
      note('crashes')
      await this.#comesBack(seat)
    } else if (dice < 91) {
      note('says pushes twice')
      seat.device.line.saysTwice = 1 + chance.below(3)
    } else if (dice < 96 && !this.#hasGoneBack) {
      note(changesWhoBelongs(this, seat, chance))
    } else {
      note('waits a little')
      await pause(chance.below(40))
    }
    if (chance.next() < 0.4) await seat.device.saves()
  }

  /** Everybody is back, and says and hears everything. Raises when they never agree. */
  async settles(): Promise<void> {
    for (const seat of this.seats) {
      seat.device.losesPowerAfter(0)
      seat.device.line.isThere = true
      if (seat.device.isOff) await this.#comesBack(seat, 0)
    }
    await Promise.race([Promise.all(this.#trying), pause(WISH_LIMIT_MS)])
    const agree = () => {
      for (const { device } of this.seats) if (device.engine.state.value.server !== 'connected') device.engine.wake()
      return this.isQuiet
    }
    await until(agree)
  }

  /** Nobody has anything to say, and everybody has heard the same. */
  get isQuiet(): boolean {
    const here = this.here
    const cursors = new Set(here.map(({ device }) => device.engine.replica.ledger.value.cursor))
    const known = new Set(here.map(({ device }) => heads(device)))
    const areOut = this.seats.every((seat) => here.includes(seat) || seat.device.engine.isRemoved.value)
    return (
      areOut &&
      cursors.size === 1 &&
      known.size === 1 &&
      here.every(({ device: { engine } }) => isStill(engine.state.value))
    )
  }

  /** The devices that nobody has taken out. */
  get here(): readonly Seat[] {
    return this.seats.filter((seat) => belongs(this, seat))
  }

  /** Whoever has been taken out hears of it some day: not before the server knows it again. */
  async goesBack(): Promise<void> {
    this.#hasGoneBack = true
    for (const seat of this.seats) if (!this.here.includes(seat)) await seat.device.crashes()
  }

  /** Somebody wishes something about who belongs, and goes on meanwhile. */
  tries(what: string, act: () => Promise<unknown>): void {
    const begun = this.story.length
    const trying = act().then(
      () => void this.story.push(`(of ${begun}, ${what}: done)`),
      (error: unknown) => {
        this.story.push(`(of ${begun}, ${what}: ${error instanceof Error ? error.message : error})`)
        if (!isOrdinary(error)) this.faults.push(error)
      },
    )
    this.#trying.add(trying)
    void trying.finally(() => this.#trying.delete(trying))
  }

  /** Another device of the owner's, by the card. */
  async comes(): Promise<void> {
    const place = this.seats.length + this.#coming++
    const saved: Bytes[] = []
    const database = `laptop ${place}`
    const device = await this.#byCard(database, saved)
    this.seats.push({ name: database, database: `${this.seed} ${database}`, listed: [0], saved, device })
    device.engine.connect()
  }

  /** A fresh device that the card opens. */
  async opensAnother(): Promise<FrailDevice> {
    const fresh = await this.#byCard('another', [])
    fresh.engine.connect()
    const isAlike = () => {
      for (const { engine } of [fresh, ...this.here.map(({ device }) => device)])
        if (engine.state.value.server !== 'connected') engine.wake()
      return isStill(fresh.engine.state.value) && this.here.every(({ device }) => heads(device) === heads(fresh))
    }
    await until(isAlike).catch((error: unknown) => {
      const told = [...this.here, { name: 'another', device: fresh }].map(
        ({ name, device }) => `${name} ${device.engine.state.value.server} ${heads(device)}`,
      )
      throw new Error(`${error}\n${told.join('\n')}`)
    })
    return fresh
  }

  async #byCard(name: string, saved: Bytes[]): Promise<FrailDevice> {
    const crypto = this.#crypto()
    const parts = { dial: this.#relay.dial, clock: systemClock, crypto, origin: this.#relay.origin }
    const visit = await CardVisit.begin(parts, this.card)
    return this.#opened(name, 0, saved, async (store) => {
      const keys = await newDeviceKeys(crypto)
      await store.write(visit.keptBy(keys))
      await store.write(await visit.admit(keys))
      visit.close()
    })
  }

  async ends(): Promise<void> {
    for (const { device } of this.seats) if (!device.isOff) await device.crashes()
  }

  #begins(tablet: FrailDevice): void {
    as(tablet, () => {
      setNames(['Ama', 'Jo'])
      this.nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close' }))
      addPerson({ name: 'Sol', kind: 'person' })
      for (const title of ['Paint', 'Swim']) addStep({ goal: String(addGoal(title)), what: 'Ask 👋' })
    })
  }

  #acts({ device }: Seat): string {
    return as(device, () => actOn(device.document, this.#chance, this.nan))
  }

  #renames({ device }: Seat): string {
    const name = `Nan ${this.seed}.${this.story.length}${this.#chance.pick(['', ' 👩🏾‍🌾', ' ß𝄞'])}`
    const instead = device.document.snapshot.value.people.find(({ id }) => id === this.nan)?.name ?? ''
    this.renamings.push({ name, instead })
    as(device, () => renamePerson(this.nan, name))
    return `writes ${name} for ${instead}`
  }

  async #comesBack(seat: Seat, chance = 0.3): Promise<void> {
    await seat.device.crashes()
    const { isThere } = seat.device.line
    for (;;) {
      const awaits = this.#chance.next() < chance ? 1 + this.#chance.below(60) : 0
      const { database, saved } = seat
      const by = handsOf(seat)[0] ?? 0
      const device = await FrailDevice.opens(database, by, this.#relay, this.#keys, { saved, awaits })
      if (device === null) continue
      seat.device = device
      device.line.isThere = isThere || chance === 0
      return device.engine.connect()
    }
  }

  async #sits(ix: 0 | 1 | 2, prepare: (store: IndexedDbStore) => Promise<void>): Promise<FrailDevice> {
    const name = NAMES[ix]
    const listed = LISTED[ix] ?? [0]
    const saved: Bytes[] = []
    const device = await this.#opened(name, handOf(listed), saved, prepare)
    this.seats.push({ name, database: `${this.seed} ${name}`, listed, saved, device })
    return device
  }

  async #opened(
    name: string,
    by: By,
    saved: Bytes[],
    prepare: (store: IndexedDbStore) => Promise<void>,
  ): Promise<FrailDevice> {
    const database = `${this.seed} ${name}`
    const store = await IndexedDbStore.create(database, await vaultKey(VAULT))
    await prepare(store)
    store.close()
    const device = await FrailDevice.opens(database, by, this.#relay, this.#keys, { saved })
    if (device === null) throw new Error('no power')
    return device
  }

  #crypto() {
    return nativeCrypto(crypto.subtle, (size) => new Uint8Array(this.#keys.bytes(size)))
  }
}

/** Whose hands write there now: it may have been turned since. */
function handsOf({ device, listed }: Seat): readonly By[] {
  const members = device.engine.replica.self?.members ?? listed
  return members.length > 1 ? ['both', ...members] : members
}

const handOf = (listed: readonly number[]): By => (listed.length > 1 ? 'both' : (listed[0] ?? 0))

/** The screens show this device's document meanwhile. */
function as<Answer>(device: FrailDevice, act: () => Answer): Answer {
  current.value = device.document
  try {
    return act()
  } finally {
    current.value = null
  }
}

/** Of all whom it knows: a restored server tells of its records again as they are offered. */
function heads({ engine: { replica } }: FrailDevice): string {
  return JSON.stringify(replica.ledger.value.allHeads(replica.state.value).map(([ix, seq]) => [ix, seq]))
}

const isStill = ({ server, sent, here }: FrailDevice['engine']['state']['value']): boolean =>
  server === 'connected' && sent === 'sent' && here === 'saved'

export const pause = (wait_ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait_ms))

/** Raises after a time that is far too long. */
export async function until(isSo: () => boolean, limit_ms = 60_000): Promise<void> {
  for (const begun = Date.now(); !isSo(); await pause(10)) {
    if (Date.now() - begun > limit_ms) throw new Error(`never: ${isSo.toString().slice(0, 200)}`)
  }
}
