/** What was said, felt and answered: told in history as the one who said it. */

import type { Answer, Document } from '../../../sync/document.ts'
import type { Difference } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { signWords } from '../going/noticed.ts'
import { words } from '../words/en.ts'
import { answerName, feelingName, fieldWords, nameOf, valueWords } from './values.ts'

export function addedTalk({ entity, id }: Difference, { after }: Moment, who: string, name: string): string {
  const { did } = words.history
  const { talk } = words
  if (entity === 'feelings') return did.felt(who, feelingName(after.feelings.find((one) => one.id === id)) || name)
  if (entity === 'answers') {
    const answer = after.answers.find((one) => one.id === id)
    return did.replied(who, askedName(answer, after), answerName(answer) || name)
  }
  const saying = after.sayings.find((one) => one.id === id)
  const other = nameOf('sayings', saying?.beside.replace(/^sayings\//, '') ?? '', after)
  if (other !== '') return did.saidBeside(who, name, other)
  return did.said(who, talk.kinds[saying?.kind ?? 'hope'], name)
}

/** What was asked; of a sign that is noticed, which one. */
function askedName(answer: Answer | undefined, document: Document): string {
  const { asks } = words.talk
  if (answer?.question === 'sign') return signWords(answer.beside, document) || asks.sign
  return asks[answer?.question ?? 'go on']
}

/** Nobody chooses these, or another sentence tells them. */
const UNTOLD: readonly string[] = ['kind', 'by', 'beside', 'day', 'question', 'topic', 'nature', 'of']

export function aboutTalk({ field, after }: Difference, moment: Moment, who: string, name: string): string | null {
  const { did } = words.history
  if (UNTOLD.includes(field)) return null
  if (field === 'words' && after === '') return did.emptied(who, name)
  if (field === 'agreed') {
    return (after === 'yes' ? did.heardRight : after === 'no' ? did.heardWrong : did.leftOpen)(who, name)
  }
  if (field.startsWith('feels/'))
    return (after === true ? did.feltToo : did.feltNot)(who, fieldWords(field, moment.after))
  return did.detail(who, name, fieldWords(field, moment.after), valueWords(field, after, moment.after))
}
