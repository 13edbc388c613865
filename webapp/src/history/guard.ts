/**
 * The mass-change guard at work (P35). Whenever much is gone from the map and the plan, the log is read to see whether one
 * hand put it away within ten minutes; then it is said, on every device, until somebody answers there. Nothing is undone
 * of its own accord.
 */

import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Notice, OpenSpace } from '../device/stage.ts'
import { History, type Moment } from '../document/history.ts'
import { isMany, type Loss, type MassChange, massChanges, standing, stillLost } from '../document/mass-change.ts'

export interface ManyPutAway extends MassChange {
  /** Of the journal: putting it away is the answer. */
  readonly notice: number
  /** Those that are still away or empty. */
  readonly losses: readonly Loss[]
}

type Space = Pick<OpenSpace, 'document' | 'notices' | 'noteManyPutAway' | 'putAway' | 'readLog'>

const REST_MS = 1000
const PAGE = 256

const found = signal<readonly ManyPutAway[]>([])

/** What waits for an answer, the oldest first. */
export const manyPutAway: ReadonlySignal<readonly ManyPutAway[]> = found

/** Watches an open place. Gives back how to stop. */
export function watchMassChanges(space: Space): () => void {
  const there = new Set<string>()
  let judged = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let known: readonly MassChange[] = []
  const told = new Set<string>()

  function show(): void {
    const { snapshot } = space.document
    const shown = space.notices.value.flatMap((notice) => {
      if (notice.kind !== 'many put away') return []
      const change = known.find((one) => isNoticeOf(notice, one))
      const losses = stillLost(change?.losses ?? [], snapshot.value)
      return change === undefined ? [] : [{ ...change, notice: notice.id, losses }]
    })
    for (const { notice, losses } of shown) if (losses.length === 0) space.putAway(notice)
    found.value = shown.filter(({ losses }) => losses.length > 0)
  }

  async function judge(lost: ReadonlySet<string>): Promise<void> {
    const log = await space.readLog()
    if (stopped || log === null) return
    const asked = space.notices.peek().filter(({ kind }) => kind === 'many put away')
    known = massChanges(await momentsOf(new History(log), lost, asked))
    if (stopped) return
    for (const { by, device, from, at, losses } of known) {
      const name = `${device} ${by} ${from}`
      // Answered once, it is not asked again.
      if (told.has(name) || !losses.some(({ entity, id }) => lost.has(`${entity}/${id}`))) continue
      told.add(name)
      space.noteManyPutAway(by, at)
    }
    show()
  }

  function soon(lost: ReadonlySet<string>): void {
    clearTimeout(waiting)
    waiting = setTimeout(() => void judge(lost), REST_MS)
  }

  const stop = effect(() => {
    const now = standing(space.document.snapshot.value)
    for (const path of now) there.add(path)
    const lost = new Set([...there].filter((path) => !now.has(path)))
    if (lost.size > judged && isMany(lost.size, there.size)) soon(lost)
    judged = lost.size
    show()
  })
  // What was told before this place was opened, and nobody has answered yet.
  if (space.notices.peek().some(({ kind }) => kind === 'many put away')) soon(new Set())
  return () => {
    stopped = true
    stop()
    clearTimeout(waiting)
    found.value = []
  }
}

/** The newest moments, as far back as what is lost and what was told reach, and a page more for what was before. */
async function momentsOf(
  history: History,
  lost: ReadonlySet<string>,
  asked: readonly Notice[],
): Promise<readonly Moment[]> {
  let moments: readonly Moment[] = []
  const unexplained = new Set(lost)
  const oldest = Math.min(...asked.map(({ at }) => at))
  for (let end = history.length; end > 0; end -= PAGE) {
    const page = await history.moments(end - PAGE, end)
    const isEnough = unexplained.size === 0 && (moments[0]?.at ?? Number.POSITIVE_INFINITY) < oldest
    moments = [...page, ...moments]
    if (isEnough) break
    for (const { differences } of page) for (const { entity, id } of differences) unexplained.delete(`${entity}/${id}`)
  }
  return moments
}

function isNoticeOf({ member, at }: Notice, change: MassChange): boolean {
  return (member ?? 'both') === change.by && change.from <= at && at <= change.at
}
