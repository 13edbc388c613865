/** One step after another: a step that awaits is not overtaken by the next. */

export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `step` when every step before it has ended, whatever became of them. */
  take<Answer>(step: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(step, step)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
