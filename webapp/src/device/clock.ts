/** Time, passed in: so that tests can hold it still and a wrong clock can be tried. */

export interface Clock {
  /** Milliseconds since 1970, by this device: may be years wrong and may jump. */
  now(): number
  /** Milliseconds since some moment, never going back while the device is awake. */
  elapsed(): number
  /** Calls `then` after this long; the answer calls it off. */
  after(wait_ms: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(wait_ms, then) {
    const timer = setTimeout(then, wait_ms)
    return () => clearTimeout(timer)
  },
}

/** For what is shown to people only: nothing is ever ordered by it. */
export const unixSeconds = (clock: Clock): number => Math.max(0, Math.floor(clock.now() / 1000))
