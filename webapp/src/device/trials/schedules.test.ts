/**
 * Fifty seeded schedules of three to five of the browser's own engines: a real IndexedDB, real sockets, real cryptography, the
 * real relay. All end with equal documents, nothing that was saved is lost, and whoever was taken out reads nothing new. Ten play
 * around one relay that is killed and started again; with `KITH_RESTORED=1` every second one has then what it had before.
 * `KITH_SEED=37 npx vitest run src/device/trials/schedules.test.ts` plays one seed alone, `KITH_SEEDS=2000` more.
 */

import 'fake-indexeddb/auto'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from '../../document/devices-for-tests.ts'
import { PYTHON, Relay, ROOT } from './relay-for-tests.ts'
import { pause, Schedule, TICKS } from './schedule-for-tests.ts'
import { testCrypto } from './table-for-tests.ts'
import { judge } from './verdict-for-tests.ts'

const HOUSE = 10
/** When a server that will be restored is backed up: before either of its deaths. */
const KEPT_AT = 6
const isRestored = process.env['KITH_RESTORED'] !== undefined
const only = Number(process.env['KITH_SEED'] ?? 0)
const count = Number(process.env['KITH_SEEDS'] ?? 50) / HOUSE
const houses = only > 0 ? [Math.floor((only - 1) / HOUSE)] : Array.from({ length: count }, (_, house) => house)
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start('localhost')
}, 30_000)
afterAll(() => relay.end())

test.each(houses)(
  'house %i',
  async (house) => {
    const seeds = Array.from({ length: HOUSE }, (_, place) => house * HOUSE + place + 1)
    const isToGoBack = isRestored && house % 2 === 1
    const chosen = seeds.filter((seed) => only === 0 || seed === only)
    const schedules = chosen.map((seed) => new Schedule(seed, relay, isToGoBack))
    const failed = new Map<Schedule, unknown>()
    const each = async (step: (schedule: Schedule) => Promise<void>, isTogether = false): Promise<void> => {
      const doing = async (schedule: Schedule): Promise<void> => {
        if (failed.has(schedule)) return
        await step(schedule).catch((error: unknown) => failed.set(schedule, error))
      }
      if (isTogether) await Promise.all(schedules.map(doing))
      else for (const schedule of schedules) await doing(schedule)
    }
    await each((schedule) => schedule.founds())
    const chance = new Chance(house + 500)
    const deaths = new Set([10 + chance.below(15), 35 + chance.below(20)])
    let backAt = 0
    for (let tick = 0; tick < TICKS; tick++) {
      const dying = deaths.has(tick) ? pause(chance.below(60)).then(() => relay.down()) : null
      await each((schedule) => schedule.tick())
      await pause(chance.below(10))
      if (dying !== null) {
        await dying
        backAt = tick + 1 + chance.below(6)
        if (isToGoBack && tick === Math.max(...deaths)) {
          await relay.restores(`house ${house}`)
          await each((schedule) => schedule.goesBack())
        }
      }
      if (isToGoBack && tick === KEPT_AT) await relay.backsUp(`house ${house}`)
      if (tick === backAt && backAt > 0) await relay.up()
    }
    if (backAt >= TICKS) await relay.up()
    await each((schedule) => schedule.settles(), true)
    await each(judge)
    const [first] = schedules
    if (first) await readsAlike(first).catch((error: unknown) => failed.set(first, error))
    await Promise.all(schedules.map((schedule) => schedule.ends()))
    expect([...failed].map(([schedule, error]) => told(schedule, error)).join('\n\n')).toBe('')
  },
  240_000,
)

/** The headless device reads the same log as the same document. */
async function readsAlike({ card, here }: Schedule): Promise<void> {
  const words = (await card.words(testCrypto)).join(' ')
  const { stdout } = await promisify(execFile)(PYTHON, ['-m', 'tests.read_by_card', relay.origin, words], { cwd: ROOT })
  expect(JSON.parse(stdout)).toEqual(here[0]?.device.document.snapshot.value)
}

function told({ seed, story }: Schedule, error: unknown): string {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [`seed ${seed}: KITH_SEED=${seed} npx vitest run src/device/trials/schedules.test.ts`, why, ...story].join(
    '\n',
  )
}
