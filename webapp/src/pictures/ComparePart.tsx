/** Two maps, and what is different: in words first, then drawn one over the other or side by side. */

import { useState } from 'preact/hooks'
import type { Document, Picture } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { standing, standingIn } from '../map/measures.ts'
import { words } from '../words/en.ts'
import { changeBetween } from './change.ts'
import { NotPlaced } from './NotPlaced.tsx'
import { SeenPart } from './SeenPart.tsx'
import { StillMap } from './StillMap.tsx'
import { changeWords, titleOf } from './said.ts'
import { pictures, type Shown, shownIn, shownNow } from './shown.ts'
import { WhoWhere } from './WhoWhere.tsx'

interface ComparePartProps {
  readonly first: Picture
  readonly document: Document
}

const NOW = 'now'

export function ComparePart({ first, document }: ComparePartProps) {
  const [secondId, setSecondId] = useState(NOW)
  const [way, setWay] = useState<'over' | 'beside'>('over')
  const others = pictures(document).filter(({ id }) => id !== first.id)
  const second = others.find(({ id }) => id === secondId)
  const isNow = second === undefined
  // The earlier day is "then", whichever was chosen first.
  const [from, to] = isNow || first.day <= second.day ? [first, second] : [second, first]
  const then = shownIn(from, document)
  const now = to === undefined ? shownNow(document) : shownIn(to, document)
  const change = changeBetween(then, now)
  const middle = document.names[0]?.trim() || words.map.me
  const nowTitle = to === undefined ? words.pictures.nowTitle : titleOf(to)
  const ghosts: readonly Shown[] = [...change.moved.map((one) => one.was), ...change.notShown]
  return (
    <>
      {others.length > 0 && (
        <Choice
          label={words.pictures.with}
          shape="tiles"
          value={isNow ? NOW : secondId}
          options={[
            { value: NOW, label: words.pictures.nowTitle },
            ...others.map((picture) => ({ value: picture.id, label: titleOf(picture) })),
          ]}
          onChoose={setSecondId}
        />
      )}
      <ul
        class="app-stack app-stack--close app-changes"
        aria-label={words.pictures.differentTitle(titleOf(from), nowTitle)}
      >
        {changeWords(change).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isNow && <NotPlaced document={document} people={change.notShown} />}
      <Choice
        label={words.pictures.how}
        shape="tiles"
        value={way}
        options={[
          { value: 'over', label: words.pictures.over },
          { value: 'beside', label: words.pictures.sideBySide },
        ]}
        onChoose={setWay}
      />
      {way === 'over' ? (
        <>
          <StillMap label={nowTitle} middle={middle} people={now} ghosts={ghosts} />
          {ghosts.length > 0 && <p class="app-soft">{words.pictures.ghosts}</p>}
        </>
      ) : (
        <div class="app-stills">
          <figure class="app-stills__one">
            <figcaption>{titleOf(from)}</figcaption>
            <StillMap label={titleOf(from)} middle={middle} people={then} />
          </figure>
          <figure class="app-stills__one">
            <figcaption>{nowTitle}</figcaption>
            <StillMap label={nowTitle} middle={middle} people={now} />
          </figure>
        </div>
      )}
      <WhoWhere title={`${words.pictures.where}: ${titleOf(from)}`} people={then} />
      <WhoWhere title={`${words.pictures.whereNow}: ${nowTitle}`} people={now} />
      <SeenPart standing={to === undefined ? standing(document) : standingIn(to)} />
    </>
  )
}
