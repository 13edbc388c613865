/** While somebody ties: what a tap does now, who is tied to the one who is chosen, and the way out. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { keepInSight } from '../map/ChosenBar.tsx'
import { PersonToken } from '../map/PersonMark.tsx'
import { tieBetween } from '../map/tie-actions.ts'
import { words } from '../words/en.ts'
import { tying } from '../working/attention.ts'
import { WellButton } from './KnowsTicks.tsx'
import { knownTo } from './knowing.ts'
import { endTying, tiesShown } from './tying.ts'

interface TyingBarProps {
  readonly document: Document
  /** In the list each line is opened by itself: there is nobody to choose first. */
  readonly inList: boolean
}

export function TyingBar({ document, inList }: TyingBarProps) {
  const from = document.people.find((person) => person.id === tying.value && !person.archived)
  const isLost = from === undefined && tying.value !== '' && tying.value !== null
  // The one who is chosen may be put away on the other tablet.
  useEffect(() => {
    if (isLost) tying.value = ''
  }, [isLost])
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    if (from !== undefined && !inList) keepInSight(from.id, bar.current)
  }, [from?.id, inList])
  // Only where there is little room is anything folded away.
  const [isOpen, setOpen] = useState(false)
  const say = words.ties
  const known = from === undefined ? [] : knownTo(from.id, document)
  return (
    <section class={isOpen ? 'app-tying app-tying--open' : 'app-tying'} aria-label={say.title} ref={bar}>
      {from === undefined || inList ? (
        <p class="app-tying__what">
          <b class={inList ? undefined : 'app-tying__aside'}>{say.title}.</b> {!inList && say.tapOne}{' '}
          <span class={inList ? undefined : 'app-tying__aside'}>{say.enough}</span>
        </p>
      ) : (
        <p class="app-tying__what app-chosen__who">
          <PersonToken {...from} size={36} />
          <span>
            {say.tapOther(from.name)} <span class="app-tying__aside">{say.tapAgain}</span>
          </span>
        </p>
      )}
      <span class="app-tying__more">
        <Button kind="quiet" label={say.rest} expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {words.map.menuShort}
        </Button>
      </span>
      <Button kind="main" onPress={endTying}>
        {say.done}
      </Button>
      {from !== undefined && !inList && known.length > 0 && (
        <fieldset class="app-tying__known">
          <legend class="app-soft">{say.whoWell}</legend>
          {known.map((other) => (
            <WellButton
              key={other.id}
              person={from}
              other={other}
              isStrong={tieBetween(document.ties, from.id, other.id)?.strength === 'strong'}
              text={other.name}
            />
          ))}
        </fieldset>
      )}
      <div class="app-tying__rest">
        {from !== undefined && !inList && (
          <Button
            onPress={() => {
              tying.value = ''
              announce(say.let(from.name))
            }}
          >
            {say.someoneElse}
          </Button>
        )}
        <Tick label={say.shown} checked={tiesShown.value} onChange={(on) => (tiesShown.value = on)} />
      </div>
    </section>
  )
}
