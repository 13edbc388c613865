/** While the own place of the one who helps is open beside a pair's, what they said they would do there is gathered into it. */

import { effect } from '@preact/signals'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { OpenOwn } from '../device/own.ts'
import type { OpenSpace } from '../device/stage.ts'
import { gather, isLeftBy, letGo, type OpenPair } from './actions.ts'

/** Nobody is written after letter by letter. */
const SETTLED_MS = 1500

export function pairBeside(
  { beside: place, before, space }: OpenOwn,
  { id, label }: OpenSpace,
  document: Document,
): OpenPair {
  const device = space.devices.peek().find(({ thisOne }) => thisOne)
  return { place, before, label, via: `${device?.ix ?? 0}/${id}`, document }
}

/** At once as it opens, then whenever the plan has been left alone for a moment. Gives back how to stop. */
export function watchRounds(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: OpenOwn | null = null
  const stop = effect(() => {
    const own = kith.own.stage.value
    const pair = kith.stage.value
    clearTimeout(timer)
    if (own.name !== 'open' || own.keeper !== 'helper' || pair.name !== 'open') {
      seen = null
      return
    }
    const isOver = pair.space.ending.value !== 'open'
    const document = pair.space.document.snapshot.value
    const isFirst = seen !== own
    seen = own
    const write = (): void => {
      if (kith.own.stage.peek() !== own) return
      if (isFirst) letGoOfLeft(own)
      if (isOver) letGo(own.document, ({ place }) => place === own.beside)
      else gather(own.document, pairBeside(own, pair.space, document))
    }
    if (isFirst) queueMicrotask(write)
    else timer = setTimeout(write, SETTLED_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function letGoOfLeft({ document, space, goingOn }: OpenOwn): void {
  const devices = space.devices.peek()
  const here = devices.find(({ thisOne }) => thisOne)
  if (here === undefined) return
  const isHere = (ix: number): boolean => devices.some((one) => one.ix === ix && one.removed === null)
  letGo(document, (round) => isLeftBy(round, here.ix, goingOn, isHere))
}
