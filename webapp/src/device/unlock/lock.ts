/**
 * When a place closes by itself: after five quiet minutes with a warning in the last twenty seconds, or a minute after the
 * screen was put away. Elapsed time is compared before anything is shown again, because a sleeping tablet runs no timers.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from '../clock.ts'
import type { LockWarning } from '../stage.ts'

export interface LockPolicy {
  readonly idle_ms: number
  readonly warning_ms: number
  /** How long the page may be out of sight. */
  readonly hidden_ms: number
}

export const LOCK_POLICY: LockPolicy = { idle_ms: 5 * 60_000, warning_ms: 20_000, hidden_ms: 60_000 }

const TICK_MS = 1000
/** "We're meeting until…" ends by itself, also when the clock jumps. */
const LONGEST_MEETING_MS = 8 * 60 * 60_000

export class AutoLock {
  readonly #clock: Clock
  #policy: LockPolicy
  readonly #lock: () => void
  readonly #warning = signal<LockWarning>(null)
  readonly #covered = signal(false)
  #stirred_ms: number
  /** Wall time as well: on some tablets the other clock stands still while they sleep. */
  #stirredAt: number
  #hidden: { readonly elapsed_ms: number; readonly at: number } | null = null
  #meeting: { readonly until: number; readonly begun_ms: number } | null = null
  #callOff: (() => void) | null = null
  /** It is about to be locked: nobody uncovers it. */
  #isShut = false
  /** Covered until somebody uncovers it, also when the page comes back into sight. */
  #isPutAside = false

  constructor(clock: Clock, lock: () => void, policy: LockPolicy = LOCK_POLICY) {
    this.#clock = clock
    this.#lock = lock
    this.#policy = policy
    this.#stirred_ms = clock.elapsed()
    this.#stirredAt = clock.now()
  }

  get warning(): ReadonlySignal<LockWarning> {
    return this.#warning
  }

  /** While true nothing of the place may be drawn. */
  get covered(): ReadonlySignal<boolean> {
    return this.#covered
  }

  /** The quiet time is counted from now on; nothing changes where it is already. */
  start(): void {
    if (this.#callOff !== null) return
    this.stay()
    this.#callOff = this.#clock.after(TICK_MS, () => this.#tick())
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#warning.value = null
    this.#covered.value = false
    this.#isShut = false
    this.#isPutAside = false
    this.#meeting = null
    this.#hidden = null
  }

  /** As the person who keeps this device has chosen. */
  locksAfter(quiet_minutes: number): void {
    this.#policy = { ...this.#policy, idle_ms: quiet_minutes * 60_000 }
  }

  /** Somebody touched the screen or a key. */
  stay(): void {
    if (this.#callOff !== null && this.#isOver()) return this.#lock()
    this.#stirred_ms = this.#clock.elapsed()
    this.#stirredAt = this.#clock.now()
    this.#warning.value = null
  }

  /** The page went out of sight: covered at once, so that no picture of it is kept by the task list. */
  hidden(): void {
    this.#hidden ??= { elapsed_ms: this.#clock.elapsed(), at: this.#clock.now() }
    this.#covered.value = true
  }

  /** The page is in sight again: locked, or as it was. A meeting stays covered until somebody uncovers it. */
  visible(): void {
    if (this.#callOff !== null && this.#isOver()) return this.#lock()
    this.#hidden = null
    if (this.#isShut) return
    this.#covered.value = (this.#isPutAside || this.#meeting !== null) && this.#covered.value
  }

  /** Covers the screen now, and nobody uncovers it: until `cover`, where it is not to be locked after all. */
  shut(): void {
    this.#isShut = true
    this.#warning.value = null
    this.#covered.value = true
  }

  /** Covers the screen now, until somebody uncovers it; the quiet time begins anew. */
  cover(): void {
    this.#hidden = null
    this.#stirred_ms = this.#clock.elapsed()
    this.#stirredAt = this.#clock.now()
    this.#warning.value = null
    this.#covered.value = true
    this.#isShut = false
    this.#isPutAside = true
  }

  /** What is due to be locked is not shown for a last moment. */
  uncover(): void {
    if (this.#callOff !== null && this.#isOver()) return this.#lock()
    if (this.#isShut) return
    this.stay()
    this.#isPutAside = false
    this.#covered.value = this.#hidden !== null
  }

  /** Holds the lock off until this wall-clock time, behind a blank cover when nobody stirs; null ends it. */
  meetingUntil(time: number | null): void {
    this.#meeting = time === null ? null : { until: time, begun_ms: this.#clock.elapsed() }
    this.stay()
  }

  #tick(): void {
    this.#callOff = this.#clock.after(TICK_MS, () => this.#tick())
    if (this.#isOver()) return this.#lock()
    if (this.#isShut) return
    const left_ms = this.#policy.idle_ms - this.#idle_ms()
    if (this.#isMeeting()) {
      this.#warning.value = null
      if (left_ms <= 0) this.#covered.value = true
    } else if (left_ms <= this.#policy.warning_ms) this.#warning.value = { seconds: Math.ceil(left_ms / 1000) }
  }

  #isOver(): boolean {
    if (this.#isMeeting()) return false
    if (this.#idle_ms() >= this.#policy.idle_ms) return true
    return this.#hidden !== null && this.#since(this.#hidden.elapsed_ms, this.#hidden.at) >= this.#policy.hidden_ms
  }

  #isMeeting(): boolean {
    if (this.#meeting === null) return false
    const { until, begun_ms } = this.#meeting
    const over_ms = Math.max(this.#clock.now() - until, this.#clock.elapsed() - begun_ms - LONGEST_MEETING_MS)
    if (over_ms < 0) return true
    this.#meeting = null
    // The meeting itself was not idle; what has passed since its end, perhaps asleep, was.
    this.#stirred_ms = Math.max(this.#stirred_ms, this.#clock.elapsed() - over_ms)
    this.#stirredAt = Math.max(this.#stirredAt, this.#clock.now() - over_ms)
    return false
  }

  #idle_ms(): number {
    return this.#since(this.#stirred_ms, this.#stirredAt)
  }

  /** The longer of the two clocks: a clock that jumps ahead locks once too often, a weekend asleep must never be missed. */
  #since(elapsed_ms: number, at: number): number {
    return Math.max(this.#clock.elapsed() - elapsed_ms, this.#clock.now() - at)
  }
}
