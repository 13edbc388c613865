/**
 * One tab writes in a place at a time. The tab that has it holds a Web Lock; another can ask for it over a
 * BroadcastChannel, and the holder then saves what it has, ends, and says "elsewhere".
 */

import { within } from '../within.ts'
import { StorageUnready } from './errors.ts'

/** The part of the Web Locks API that is used. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    hold: (lock: unknown) => Promise<void>,
  ): Promise<void>
}
/** The part of BroadcastChannel that is used. */
export interface Loudspeaker {
  postMessage(message: string): void
  close(): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
}

const ASKING = 'may I have it?'
const LOCKING = 'everyone lock'
/** A tab that the browser has frozen cannot answer: its lock is then taken from it. */
const ASKING_LIMIT_MS = 4000
/** Longer than an old tablet takes for the words, which some of these steps wait for. Nothing is taken from who is at it. */
const ALONE_LIMIT_MS = 30_000

export class Tabs {
  readonly #locks: Locks
  readonly #open: (name: string) => Loudspeaker
  readonly #all: Loudspeaker

  /** `lockAll` is called when another tab locks. */
  constructor(locks: Locks, open: (name: string) => Loudspeaker, lockAll: () => void) {
    this.#locks = locks
    this.#open = open
    this.#all = open('kith')
    this.#all.onmessage = ({ data }) => {
      if (data === LOCKING) lockAll()
    }
  }

  lockOthers(): void {
    this.#all.postMessage(LOCKING)
  }

  /** Null when another tab has the place. `giveUp` is called, once, when another asks for it or has taken it. */
  hold(place: string, giveUp: () => Promise<void>): Promise<Held | null> {
    return this.#request(place, { ifAvailable: true }, giveUp)
  }

  /** Asks the tab that has the place to end, and waits for it; takes it when there is no answer. */
  async takeOver(place: string, giveUp: () => Promise<void>): Promise<Held> {
    const speaker = this.#open(nameOf(place))
    speaker.postMessage(ASKING)
    const late = new AbortController()
    const waiting = this.#request(place, { signal: late.signal }, giveUp)
    const held = await within(ASKING_LIMIT_MS, waiting, null)
    speaker.close()
    if (held) return held
    late.abort()
    const stolen = await this.#request(place, { steal: true }, giveUp)
    if (!stolen) throw new Error('a lock that was stolen was not given')
    return stolen
  }

  /** Runs a step while no other tab runs one of this name. Raises StorageUnready where another's never ends. */
  async alone<Answer>(name: string, step: () => Promise<Answer>): Promise<Answer> {
    const done: { answer?: Answer } = {}
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), ALONE_LIMIT_MS)
    const begins = async (): Promise<void> => {
      clearTimeout(timer)
      done.answer = await step()
    }
    try {
      await this.#locks.request(`kith ${name}`, { signal: late.signal }, begins)
    } catch (error) {
      throw late.signal.aborted ? new StorageUnready(error) : error
    }
    return done.answer as Answer
  }

  /** Whether no tab has the place now. */
  async isFree(place: string): Promise<boolean> {
    const held = await this.hold(place, async () => undefined)
    held?.release()
    return held !== null
  }

  /** Of the tab that holds this place. */
  signing(place: string, held: Held): Signing {
    return new Signing(this.#locks, `${nameOf(place)} signed`, held)
  }

  close(): void {
    this.#all.close()
  }

  #request(
    place: string,
    options: { ifAvailable?: boolean; steal?: boolean; signal?: AbortSignal },
    giveUp: () => Promise<void>,
  ): Promise<Held | null> {
    return new Promise((resolve, reject) => {
      let given: Held | null = null
      this.#locks
        .request(nameOf(place), options, (lock) => {
          if (lock === null) {
            resolve(null)
            return Promise.resolve()
          }
          return new Promise<void>((release) => {
            given = new Held(this.#open(nameOf(place)), giveUp, release)
            resolve(given)
          })
        })
        .catch((error: unknown) => {
          // Refused while waiting (called off), or taken away while held (stolen).
          if (given) given.taken()
          else if (options.signal?.aborted) resolve(null)
          else reject(error)
        })
    })
  }
}

/** The right to write in a place, until `release`. */
export class Held {
  readonly #speaker: Loudspeaker
  readonly #giveUp: () => Promise<void>
  readonly #release: () => void
  #isOver = false

  constructor(speaker: Loudspeaker, giveUp: () => Promise<void>, release: () => void) {
    this.#speaker = speaker
    this.#giveUp = giveUp
    this.#release = release
    speaker.onmessage = ({ data }) => {
      if (data === ASKING) this.taken()
    }
  }

  /** No longer this tab's. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Another tab wants the place, or has it. */
  taken(): void {
    if (this.#isOver) return
    this.#isOver = true
    void this.#giveUp().finally(() => this.#end())
  }

  release(): void {
    this.#isOver = true
    this.#end()
  }

  #end(): void {
    this.#speaker.close()
    this.#release()
  }
}

/**
 * Which tab has signed what the disk does not have: as long as that is so, no other signs in this place, so that there is one
 * record under one number (P18). Unlike the place it is never taken from a tab; it ends with the tab.
 */
export class Signing {
  readonly #locks: Locks
  readonly #name: string
  readonly #held: Held
  #release: (() => void) | null = null

  constructor(locks: Locks, name: string, held: Held) {
    this.#locks = locks
    this.#name = name
    this.#held = held
  }

  async isAnothers(): Promise<boolean> {
    if (this.#release) return false
    let isFree = false
    await this.#locks.request(this.#name, { ifAvailable: true }, async (lock) => {
      isFree = lock !== null
    })
    return !isFree
  }

  /** Whether it is this tab's from now on: not where another has it, or the place has been taken. */
  async begin(): Promise<boolean> {
    if (this.#release) return true
    const isGiven = await new Promise<boolean>((resolve, reject) => {
      this.#locks
        .request(this.#name, { ifAvailable: true }, (lock) => {
          if (lock === null) {
            resolve(false)
            return Promise.resolve()
          }
          return new Promise<void>((release) => {
            this.#release = release
            resolve(true)
          })
        })
        .catch(reject)
    })
    // Whoever took the place before that does not know of it.
    if (isGiven && this.#held.isOver) this.end()
    return this.#release !== null
  }

  /** It is on the disk, or with the tab that has the place. */
  end(): void {
    this.#release?.()
    this.#release = null
  }
}

const nameOf = (place: string): string => `kith:${place}`
