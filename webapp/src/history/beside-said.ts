/** What was done to what stands beside the map and the plan: in the way, what may be told, going out, good to know, how far a goal has come. */

import type { EntityName } from '../../../sync/document.ts'
import type { SharedAlongside } from '../document/alongside.ts'
import type { Difference } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { isSameValue } from '../document/register.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { codeOf } from './beside-names.ts'
import { fieldWords, valueWords } from './values.ts'

export function addedBeside(entity: SharedAlongside, who: string, name: string): string {
  return words.history.did.beside[entity](who, name)
}

/** One sentence for any field; null for what another sentence says. */
export function aboutBeside({ entity, field, after }: Difference, moment: Moment, who: string, name: string) {
  const { did } = words.history
  if (FOLLOWS.includes(field)) return null
  if (NAMED_BY[entity as EntityName] === field && typeof after === 'string') {
    return after === '' ? did.emptied(who, name) : did.besideWords(who, brief(after, words.history.nothing))
  }
  if (entity === 'disclosures' && field === 'consent') return consented(after, who, name)
  if (field === 'replaced') return (after === true ? did.wordsAside : did.wordsAgain)(who, name)
  const what = fieldWords(codeOf(entity, field), moment.after)
  const isNothing = after === '' || isSameValue(after, { kind: 'none' }) || isSameValue(after, { kind: 'unknown' })
  if (isNothing) return did.noDetail(who, name, what)
  return did.detail(who, name, what, valueWords(codeOf(entity, field), after, moment.after))
}

/** They follow from what was chosen beside them. */
const FOLLOWS: readonly string[] = ['since', 'by', 'parent', 'outing', 'occasion']

/** The words by which such a thing goes. */
const NAMED_BY: Readonly<Partial<Record<EntityName, string>>> = {
  yardsticks: 'hoped',
  aims: 'hoped',
  barriers: 'words',
  disclosures: 'words',
  worries: 'words',
  needs: 'words',
  meetings: 'words',
  outings: 'what',
}

function consented(consent: unknown, who: string, name: string): string {
  const { did } = words.history
  const kind: unknown = typeof consent === 'object' && consent !== null ? Reflect.get(consent, 'kind') : 'open'
  if (kind === 'yes' || kind === 'exactly') return did.agreed(who, name)
  if (kind === 'no') return did.declined(who, name)
  return (kind === 'back' ? did.tookYesBack : did.leftOpen)(who, name)
}
