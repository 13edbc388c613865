/** Words in a field that hands them over only later: kept with the place, sealed, on this device alone. Types only. */

export interface HalfTyped {
  /** The field's own name. */
  readonly key: string
  /** Where it is, as people call it. */
  readonly label: string
  readonly text: string
}

export interface HalfTypedKeeper {
  /** From when the place was last open here. */
  readonly left: HalfTyped | null
  /** Null once nothing is half typed. */
  keep(half: HalfTyped | null): void
}
