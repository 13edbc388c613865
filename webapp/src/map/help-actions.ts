/** Who could help with something of every day: faces, or what is said in place of a face. */

import type { HelpAnswer, Situation } from '../../../sync/document.ts'
import { change } from '../document/current.ts'
import { addThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength, checkName } from '../document/lengths.ts'
import { compareOrder, keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { changePerson } from './person-change.ts'

/** Says that somebody could help with it, or no longer. `situation` is a code of the catalogue, or an id of their own. */
export function linkHelper(situation: string, person: string, on: boolean): Outcome {
  return changePerson('answer situation', person, (draft) => {
    draft.write('help', `${situation}/people/${person}`, on)
    if (on && known(draft, situation)?.answer === 'nobody') draft.write('help', `${situation}/answer`, '')
  })
}

/** What is said in place of a face; '' takes it back. Where it is nobody, no face stays. */
export function answerSituation(situation: string, answer: HelpAnswer): Outcome {
  return change('answer situation', (draft) => {
    draft.write('help', `${situation}/answer`, answer)
    const linked = answer === 'nobody' ? (known(draft, situation)?.people ?? []) : []
    for (const person of linked) draft.write('help', `${situation}/people/${person}`, false)
  })
}

/** "I do this for others." */
export function setGives(situation: string, gives: boolean): Outcome {
  return change('answer situation', (draft) => draft.write('help', `${situation}/gives`, gives))
}

/** A situation in their own words, behind all others. Gives its id. */
export function addSituation(words: string): string | Refused {
  const make = (draft: Draft): string => {
    const id = draft.newId()
    draft.write('help', `${id}/words`, words.trim())
    draft.write('help', `${id}/order`, keyAtEnd(draft.document.help))
    return id
  }
  return checkName(words) ?? addThing('add situation', make)
}

/** Their own words for it; '' and the catalogue's stand again. One of their own always has words. */
export function rewordSituation(situation: string, words: string, isOwn: boolean): Outcome {
  const wrong = isOwn ? checkName(words) : checkLength(words)
  return wrong ?? change('set situation', (draft) => draft.write('help', `${situation}/words`, words.trim()))
}

export function putAwaySituation(situation: string): Outcome {
  return change('set situation', (draft) => draft.write('help', `${situation}/away`, true))
}

export function bringBackSituation(situation: string): Outcome {
  return change('set situation', (draft) => draft.write('help', `${situation}/away`, false))
}

/** Every situation in the order shown: those of the catalogue of which nothing was said yet come as if they had been. */
export function situationsShown(help: readonly Situation[], catalogue: readonly string[]): readonly Situation[] {
  const said = new Map(help.map((situation) => [situation.id, situation]))
  const codes = catalogue.map((id) => said.get(id) ?? { ...UNSAID, id })
  const own = help.filter(({ id }) => !catalogue.includes(id))
  return [...codes, ...[...own].sort(compareOrder)].filter(({ away }) => !away)
}

const UNSAID: Situation = { id: '', words: '', answer: '', gives: false, people: [], away: false, order: '' }

const known = (draft: Draft, situation: string): Situation | undefined =>
  draft.document.help.find(({ id }) => id === situation)
