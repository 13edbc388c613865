/** Browsers' engines on a network at its worst (tests/chaos_proxy.py): nothing is lost, and once it is calm all have the same. */

import 'fake-indexeddb/auto'
import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort, PYTHON, Relay, ROOT } from './relay-for-tests.ts'
import { eventually, newTable, type Person } from './table-for-tests.ts'

const SEED = 1
const NAMES = 12
const CALM_LIMIT_MS = 50_000
let relay: Relay
let proxy: ChildProcess
let port: number

beforeAll(async () => {
  relay = await Relay.start()
  port = await freePort()
  const arguments_ = ['-m', 'tests.chaos_proxy', String(port), String(relay.port), String(SEED)]
  proxy = spawn(PYTHON, arguments_, { cwd: ROOT, stdio: ['pipe', 'ignore', 'inherit'] })
}, 30_000)
afterAll(async () => {
  proxy.stdin?.end()
  await relay.end()
})

test('three engines on a bad network lose 0 edits', async () => {
  const table = newTable({ dial: relay.dialThrough(port), origin: relay.origin })
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await redialled(tablet)
  await tablet.isSent()
  const people = [tablet, await table.opensWithCard(), await table.opensWithCard()]
  for (const { engine } of people) engine.connect()
  proxy.stdin?.write('wild\n')
  await Promise.all(people.map(write))
  proxy.stdin?.write('calm\n')
  const began = performance.now()
  await vi.waitFor(
    () => {
      for (const { engine, document } of people) {
        expect(engine.state.value).toMatchObject({ here: 'saved', sent: 'sent', server: 'connected', aside: 0 })
        expect(document.snapshot.value).toEqual(tablet.document.snapshot.value)
      }
      expect(tablet.people()).toHaveLength(people.length * NAMES)
    },
    { timeout: CALM_LIMIT_MS, interval: 50 },
  )
  process.stdout.write(`the same everywhere ${Math.round(performance.now() - began)} ms after calm\n`)
  await table.end()
})

/** The proxy may be slower to start than the first call. */
async function redialled({ engine }: Person): Promise<void> {
  await eventually(() => {
    engine.wake()
    expect(engine.state.value.server).toBe('connected')
  })
}

async function write(person: Person, who: number): Promise<void> {
  for (let at = 0; at < NAMES; at++) {
    person.adds(`${who}.${at}`)
    await new Promise((resolve) => setTimeout(resolve, 400))
    // somebody picks the tablet up, or the network says that it is there
    if (at % 3 === who) person.engine.wake()
  }
}
