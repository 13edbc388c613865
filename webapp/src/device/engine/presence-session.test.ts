/** A session that has ended does nothing more, whatever it still hears. */

import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Eph } from '../../../../sync/messages.ts'
import { type Clock, systemClock } from '../clock.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable } from '../trials/table-for-tests.ts'
import { PresenceSession } from './presence-session.ts'
import type { Replica } from './replica.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy

/** Timers that nobody has called off. */
class Counting implements Clock {
  readonly due = new Set<() => void>()
  now = systemClock.now
  elapsed = systemClock.elapsed
  after = (_wait_ms: number, then: () => void): (() => void) => {
    this.due.add(then)
    return () => void this.due.delete(then)
  }
}

const timedBy = ({ keys, stored, state, ledger, self, parts }: Replica, clock: Clock): Replica =>
  ({ keys, stored, state, ledger, self, parts: { ...parts, clock } }) as unknown as Replica

test('a frame that is opened after the end waits for nobody', async () => {
  const relay = await Relay.start()
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await tablet.isSent()
  const phone = await table.opensWithCard()
  await eventually(() => expect(tablet.engine.replica.state.value.n).toBe(phone.engine.replica.state.value.n))
  const frames: Eph[] = []
  const other = new PresenceSession(timedBy(phone.engine.replica, new Counting()), (frame) => frames.push(frame))
  await eventually(() => expect(frames).toHaveLength(1))
  const clock = new Counting()
  const session = new PresenceSession(timedBy(tablet.engine.replica, clock), () => undefined)
  expect(clock.due.size).toBe(1)
  for (const frame of frames) session.hear(frame)
  await session.end()
  expect(clock.due.size).toBe(0)
  await other.end()
  await table.end()
  await relay.end()
})
