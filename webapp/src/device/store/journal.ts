/** What the two should know, until they have put it away: kept with the place, at most once for the same thing at a time. */

import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import { type Clock, unixSeconds } from '../clock.ts'
import { DeviceError } from '../errors.ts'
import type { Notice, NoticeKind } from '../stage.ts'
import type { JournalLine, SpaceStore } from './store.ts'

const KINDS: readonly string[] = [
  'card used',
  'device joined',
  'card added',
  'set aside',
  'something held back',
  'server lost something',
  'server shows another history',
  'copied storage',
  'removal cuts words',
  'copies differ',
  'said anew',
  'kept here',
  'wrong clock',
  'many put away',
  'device removed',
  'device turned',
  'person removed',
  'card cancelled',
  'fresh card needed',
  'new key',
  'look who is in',
  'closed',
  'reopened',
] satisfies readonly NoticeKind[]

/** Something of which people are told once: the same thing may come about again, since something else. */
export interface Told {
  readonly about: string
  readonly since: string
}

export class Journal {
  readonly #store: Pick<SpaceStore, 'write'>
  readonly #clock: Clock
  readonly #lines = signal<readonly JournalLine[]>([])
  readonly notices: ReadonlySignal<readonly Notice[]> = computed(() =>
    this.#lines.value.flatMap(({ id, kind, at, member, putAway }) =>
      putAway || !isKind(kind) ? [] : [{ id, kind, at, member }],
    ),
  )

  constructor(store: Pick<SpaceStore, 'write'>, kept: readonly JournalLine[], clock: Clock) {
    this.#store = store
    this.#clock = clock
    this.#lines.value = kept
  }

  add(kind: NoticeKind, member: number | null = null, at = unixSeconds(this.#clock)): void {
    if (this.notices.peek().some((notice) => notice.kind === kind && notice.member === member)) return
    const lines = this.#lines.peek()
    const line = { id: lines.length, kind, at, member, putAway: false }
    this.#lines.value = [...lines, line]
    void this.#write(line)
  }

  /** The same, but never again about the same things: who has put it away knows them. Of each what is known last is kept. */
  addOnce(kind: NoticeKind, things: readonly Told[]): void {
    const fresh = things.filter(({ about, since }) => !this.isAnswered(`${about} ${since}`))
    if (fresh.length === 0) return
    for (const thing of fresh) this.#knows(thing)
    this.add(kind)
  }

  /** What was told is so no longer. */
  ends(kind: NoticeKind): void {
    for (const notice of this.notices.peek()) if (notice.kind === kind) this.putAway(notice.id)
  }

  putAway(id: number): void {
    const line = this.#lines.peek()[id]
    if (!line) return
    const away = { ...line, putAway: true }
    this.#lines.value = this.#lines.peek().map((one) => (one.id === id ? away : one))
    void this.#write(away)
  }

  /** Whether what was asked under this key has been answered. */
  isAnswered(key: string): boolean {
    return this.#lines.peek().some(({ kind }) => kind === ANSWERED + key)
  }

  /** It need not be asked again. */
  answer(key: string): void {
    const lines = this.#lines.peek()
    const at = unixSeconds(this.#clock)
    const line = { id: lines.length, kind: ANSWERED + key, at, member: null, putAway: true }
    this.#lines.value = [...lines, line]
    void this.#write(line)
  }

  #knows({ about, since }: Told): void {
    const before = this.#lines.peek().find(({ kind }) => kind.startsWith(`${ANSWERED}${about} `))
    if (before === undefined) return this.answer(`${about} ${since}`)
    const line = { ...before, kind: `${ANSWERED}${about} ${since}`, at: unixSeconds(this.#clock) }
    this.#lines.value = this.#lines.peek().map((one) => (one.id === line.id ? line : one))
    void this.#write(line)
  }

  async #write(line: JournalLine): Promise<void> {
    try {
      await this.#store.write({ journal: [line] })
    } catch (error) {
      // A notice that the disk does not take is still on the screen; the outbox says what is wrong with the disk.
      if (!(error instanceof DeviceError)) throw error
    }
  }
}

/** Lines that begin so are no notices: they say what a person has answered. */
const ANSWERED = 'answered '

const isKind = (kind: string): kind is NoticeKind => KINDS.includes(kind)
