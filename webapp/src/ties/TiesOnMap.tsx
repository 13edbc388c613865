/** Who knows whom, drawn softly behind everyone: thin lines, thicker for those who know each other well. Only drawn, never touched. */

import { useEffect, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import type { Picture } from '../map/picture.ts'
import { lifted, tying } from '../working/attention.ts'
import { otherOf, tiesOf } from './knowing.ts'
import { type Runs, runsOf, spotOf } from './runs.ts'
import { isTying, tiesShown } from './tying.ts'

interface TiesOnMapProps {
  readonly document: Document
  readonly picture: Picture
}

export function TiesOnMap({ document, picture }: TiesOnMapProps) {
  const from = isTying.value ? tying.value : null
  const isShown = tiesShown.value || from !== null
  const focus = from ?? (lifted.value?.kind === 'person' ? lifted.value.id : '')
  const [runs, setRuns] = useState<Runs | null>(null)
  // People come first: among three hundred the lines take as long to work out as all their names.
  useEffect(() => {
    const next = requestAnimationFrame(() => setRuns(isShown ? runsOf(document.ties, focus, picture) : null))
    return () => cancelAnimationFrame(next)
  }, [isShown, document.ties, focus, picture])
  if (!isShown || runs === null) return null
  const mine = from === null || from === '' ? [] : tiesOf(document.ties, from)
  const at = from === null ? undefined : spotOf(from, picture)
  return (
    <g class={focus === '' ? 'app-ties' : 'app-ties app-ties--focus'} aria-hidden="true">
      <path class="app-ties__run" d={runs.plain} />
      <path class="app-ties__run app-ties__run--strong" d={runs.strong} />
      <path class="app-ties__run app-ties__run--mine" d={runs.mine} />
      <path class="app-ties__run app-ties__run--mine app-ties__run--strong" d={runs.mineStrong} />
      {mine.map((tie) => {
        const other = otherOf(tie, from ?? '')
        const there = spotOf(other, picture)
        return there && <circle class="app-ties__tied" key={other} cx={there.x} cy={there.y} r={picture.mark + 5} />
      })}
      {at && <circle class="app-ties__from" cx={at.x} cy={at.y} r={picture.mark + 7} />}
    </g>
  )
}
