/** Tying on the map: one is chosen, and each tap on another ties the two, or takes the tie away. Kept while the app is open. */

import { computed, signal } from '@preact/signals'
import { current } from '../document/current.ts'
import { announce } from '../kit/Announce.tsx'
import { tieBetween, tieOrUntie } from '../map/tie-actions.ts'
import { words } from '../words/en.ts'
import { lifted, lookingBack, tying } from '../working/attention.ts'
import { seen } from '../working/hidden-names.ts'
import { knowsWords } from './knowing.ts'

/** Whether ties are drawn on the map. While somebody ties they always are. */
export const tiesShown = signal(true)

/** Whether a tap ties. At an earlier moment nothing does. */
export const isTying = computed(() => tying.value !== null && lookingBack.value === null)

export function beginTying(): void {
  lifted.value = null
  tying.value = ''
  announce(`${words.ties.title}. ${words.ties.tapOne}`)
}

export function endTying(): void {
  tying.value = null
}

/** Someone was tapped. The one who is chosen stays chosen, so that one person's ties are a tap each. */
export function tapToTie(id: string): void {
  const from = tying.peek()
  const now = current.peek()?.snapshot.peek()
  if (from === null || now === undefined || !isTying.peek()) return
  const document = seen(now)
  const nameOf = (one: string) => document.people.find((person) => person.id === one)?.name ?? ''
  if (document.people.find((person) => person.id === id)?.kind === 'missing') return
  if (from === '' || from === id) {
    tying.value = from === '' ? id : ''
    announce(from === '' ? words.ties.chosen(nameOf(id), knowsWords(id, document)) : words.ties.let(nameOf(id)))
    return
  }
  const wasTied = tieBetween(document.ties, from, id) !== null
  if (tieOrUntie(from, id) !== 'done') return
  announce((wasTied ? words.ties.untied : words.ties.tied)(nameOf(from), nameOf(id)))
}

/** Escape: first lets go of the one who is chosen, then stops tying. */
export function stepBack(): void {
  if (isTying.peek()) tying.value = tying.peek() === '' ? null : ''
}
