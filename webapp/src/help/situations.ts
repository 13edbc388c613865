/** Situations of every day as they are shown: the catalogue's and their own, and what was said about each. */

import type { Document, Situation } from '../../../sync/document.ts'
import { situationsShown } from '../map/help-actions.ts'
import { words } from '../words/en.ts'

export const CATALOGUE: readonly string[] = Object.keys(words.details.situations)

/** Those that are not put away, in the order shown. */
export function shownSituations(document: Document): readonly Situation[] {
  return situationsShown(document.help, CATALOGUE)
}

/** Whoever could help, or what was said in place of a face; empty where nothing was. */
export function answerWords({ answer, gives, people }: Situation, document: Document): readonly string[] {
  const names = document.people.filter(({ id, archived }) => people.includes(id) && !archived).map(({ name }) => name)
  const { answers } = words.details
  return [...names, ...(answer === '' ? [] : [answers[answer]]), ...(gives ? [words.details.gives] : [])]
}

export function isOwn({ id }: Situation): boolean {
  return !CATALOGUE.includes(id)
}
