/** "Last time we said": the words that both said yes to at the end of their last time. They open the next one. */

import { signal } from '@preact/signals'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { brief, dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { room } from '../working/attention.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { lastWords } from './actions.ts'

/** Whose words were read, or put aside, since this was opened. */
const readHere = signal<readonly string[]>([])

interface LastTimeProps {
  readonly document: Document
  /** As `2026-11-30`: what was said today opens nothing yet. */
  readonly today: string
}

/** A strip at the beginning of the next time, until somebody reads it or puts it aside. */
export function LastTimeStrip({ document, today }: LastTimeProps) {
  const { meet } = words
  const said = lastWords(document.meetings).filter(({ id, day }) => day < today && !readHere.value.includes(id))
  const [first] = said
  // Their own words may name somebody.
  if (first === undefined || namesHidden.value) return null
  const aside = () => {
    readHere.value = [...readHere.value, ...said.map(({ id }) => id)]
  }
  return (
    <section class="app-strip app-strip--told" aria-label={meet.last}>
      <span>{meet.lastSaid(brief(first.words, ''))}</span>
      <div class="app-row">
        <Button
          kind="quiet"
          onPress={() => {
            aside()
            room.value = 'meet'
          }}
        >
          {meet.readLast}
        </Button>
        <Button kind="quiet" onPress={aside}>
          {meet.asideLast}
        </Button>
      </div>
    </section>
  )
}

/** The same in full, with its day. */
export function LastWords({ document }: { readonly document: Document }) {
  const { meet } = words
  const said = lastWords(document.meetings)
  if (said.length === 0) return null
  return (
    <section class="app-stack app-stack--close" aria-label={meet.last}>
      <h3>{meet.last}</h3>
      {said.map(({ id, day, words: text }) => (
        <blockquote class="app-meet__words" key={id}>
          <p>{text}</p>
          <p class="app-soft">{dayWords(day)}</p>
        </blockquote>
      ))}
    </section>
  )
}
