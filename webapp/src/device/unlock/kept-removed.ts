/**
 * How long a place from which this device was removed stays here, sealed, for what was never sent from it. Clocks of tablets
 * stand still, or jump: none of them alone makes the time shorter than was said.
 */

const DAY_S = 24 * 60 * 60
const KEPT_S = 30 * DAY_S
/** Where the time is over it is said once more, and nothing goes before it has been over for so long. */
const ONCE_MORE_S = 7 * DAY_S
/** A clock that shows less has not been set. */
const NEVER_BEFORE_S = Date.UTC(2026, 0, 1) / 1000

/** All in unix seconds. */
export interface Removal {
  /** Since when it is known here. */
  readonly removedAt: number
  /** When it was first seen that the time is over. */
  readonly overAt: number | null
}

export interface Remaining {
  readonly removal: Removal
  readonly until: number
  /** It goes now. */
  readonly isOver: boolean
}

/** What is to be known from now on, given what was known before. */
export function remaining({ removedAt: before, overAt: over }: Partial<Removal>, now_s: number): Remaining {
  const removedAt = before === undefined || isOdd(before, now_s) ? now_s : before
  const end = removedAt + KEPT_S
  if (now_s <= end) return { removal: { removedAt, overAt: null }, until: end, isOver: false }
  const overAt = over === undefined || over === null || over > now_s ? now_s : over
  const until = overAt + ONCE_MORE_S
  return { removal: { removedAt, overAt }, until, isOver: now_s > until }
}

/** One of the two times was read from a clock that was wrong. */
function isOdd(before: number, now_s: number): boolean {
  return before > now_s + DAY_S || (before < NEVER_BEFORE_S && now_s >= NEVER_BEFORE_S)
}
