/** Seeded days: two devices, a server that comes and goes, browsers that are killed. All agree in the end; nothing saved is lost. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from '../../document/devices-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from './table-for-tests.ts'

const STEPS = 40
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

interface Desk {
  person: Person
  readonly by: 0 | 'both'
  readonly saved: Set<string>
}

test.each([1, 2, 3, 4, 5, 6])(
  'seed %i',
  async (seed) => {
    const chance = new Chance(seed)
    const table = newTable(relay)
    const tablet = await table.keepsWithCard()
    tablet.engine.connect()
    await tablet.isSent()
    const phone = await table.opensWithCard()
    phone.engine.connect()
    const desks: Desk[] = [
      { person: tablet, by: 'both', saved: new Set() },
      { person: phone, by: 0, saved: new Set() },
    ]
    let isUp = true
    for (let step = 0; step < STEPS; step++) {
      const desk = chance.pick(desks)
      const dice = chance.below(100)
      if (dice < 45) await adds(desk, `${seed}.${step}`)
      else if (dice < 60) renames(desk, chance)
      else if (dice < 75) await new Promise((resolve) => setTimeout(resolve, chance.below(250)))
      else if (dice < 88) await restarts(desk, table)
      else if (isUp) {
        await relay.down()
        isUp = false
      } else {
        await relay.up()
        isUp = true
      }
    }
    if (!isUp) await relay.up()
    for (const { person } of desks) person.engine.wake()
    for (const { person } of desks) await person.isSent()
    const [one, two] = desks
    await eventually(() => expect(one?.person.document.snapshot.value).toEqual(two?.person.document.snapshot.value))
    const ids = new Set(tabletIds(one))
    for (const { saved } of desks) for (const id of saved) expect(ids).toContain(id)
    expect(desks.map(({ person }) => person.engine.state.value.aside)).toEqual([0, 0])
    await table.end()
  },
  60_000,
)

const tabletIds = (desk: Desk | undefined): string[] =>
  desk?.person.document.snapshot.value.people.map((person) => person.id) ?? []

async function adds({ person, saved }: Desk, name: string): Promise<void> {
  const id = person.adds(name)
  await person.saved()
  saved.add(id)
}

function renames({ person }: Desk, chance: Chance): void {
  const { people } = person.document.snapshot.value
  if (people.length > 0) person.renames(chance.pick(people).id, `renamed ${chance.below(1000)}`)
}

async function restarts(desk: Desk, table: Table): Promise<void> {
  desk.person.power.cut()
  desk.person = await table.opens(desk.person.database, desk.by)
  desk.person.engine.connect()
}
