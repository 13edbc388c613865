/** What can be read out of many times of going out: the last good thing, who might come along, where two see it differently. Pure. */

import type { Document, Impression, Outing, Person } from '../../../sync/document.ts'

/** What went well last: an outing that somebody liked, else a step that is done; '' where there is none yet. */
export function lastGoodThing({ outings, occasions, impressions, steps }: Document): string {
  const liked = impressions.filter(({ felt, archived }) => !archived && (felt === 'loved' || felt === 'ok'))
  const times = occasions.filter(({ id, archived }) => !archived && liked.some((one) => one.occasion === id))
  const last = times[times.length - 1]
  const outing = outings.find(({ id }) => id === last?.outing)
  if (outing !== undefined && outing.what !== '') return outing.what
  const done = steps.filter((step) => step.done === 'done' && !step.archived)
  return done[done.length - 1]?.what ?? ''
}

/** Short words stand in everything. */
const SHORTEST = 4

/** People of whom was written that the two do such a thing together. */
export function whoCouldCome(outing: Outing, people: readonly Person[]): readonly Person[] {
  const wanted = wordsOf(`${outing.what} ${outing.where}`)
  return people.filter(({ archived, died, together }) => {
    if (archived || died || together === '') return false
    return wordsOf(together).some((word) => wanted.includes(word))
  })
}

/** Whether all who say how it was say that they did not go. */
export function cameToNothing(views: readonly Impression[]): boolean {
  const said = views.flatMap(({ felt }) => (felt === '' ? [] : [felt]))
  return said.length > 0 && said.every((felt) => felt === 'did not go')
}

/** Whether the two want different company next time. Two marks of one of them are no difference between the two. */
export function seeItDifferently(views: readonly Impression[]): boolean {
  const marked = views.filter(({ mark }) => mark !== '')
  return marked.some((one) => marked.some(({ by, mark }) => by !== one.by && mark !== one.mark))
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST)
