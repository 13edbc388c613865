/** Whether the browser is to ask before this page closes: as long as any of what is open has words that are nowhere else. */

export class HeldOpen {
  readonly #by = new Set<string>()
  readonly #tell: (isHeld: boolean) => void

  constructor(tell: (isHeld: boolean) => void) {
    this.#tell = tell
  }

  hold(by: string, isHeld: boolean): void {
    if (isHeld) this.#by.add(by)
    else this.#by.delete(by)
    this.#tell(this.#by.size > 0)
  }
}
