/** What things beside the map and the plan are called, and their fields. */

import type { Document } from '../../../sync/document.ts'
import { isAlongside, type SharedAlongside } from '../document/alongside.ts'
import { meetingName } from '../meet/meeting-name.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** What one of these things is called; '' where it was not there, or had no words. */
export function nameBeside(entity: SharedAlongside, id: string, document: Document): string {
  switch (entity) {
    case 'yardsticks':
    case 'aims': {
      const known = document[entity].find((one) => one.id === id)
      const goal = document.goals.find((one) => one.id === known?.goal)
      return brief(known?.hoped ?? '', brief(goal?.title ?? '', ''))
    }
    case 'outings':
      return brief(document.outings.find((one) => one.id === id)?.what ?? '', '')
    case 'supports': {
      const support = document.supports.find((one) => one.id === id)
      return support === undefined ? '' : brief(support.words, words.out.supports[support.kind])
    }
    case 'occasions':
    case 'impressions': {
      const outing = document[entity].find((one) => one.id === id)?.outing
      return outing === undefined ? '' : nameBeside('outings', outing, document) || words.out.untitled
    }
    case 'needs': {
      const need = document.needs.find((one) => one.id === id)
      return need === undefined ? '' : brief(need.words, words.out.needs[need.kind])
    }
    case 'meetings': {
      const known = document.meetings.find((one) => one.id === id)
      return known === undefined ? '' : brief(known.words, meetingName(known))
    }
    case 'barriers':
    case 'disclosures':
    case 'worries':
      return brief(document[entity].find((one) => one.id === id)?.words ?? '', '')
  }
}

/** What it is called while it has no words. */
export function untitledBeside(entity: SharedAlongside): string {
  if (entity === 'yardsticks' || entity === 'aims') return words.plan.untitledGoal
  if (entity === 'meetings') return words.meet.kinds['']
  if (entity === 'barriers') return words.barriers.untitled
  if (entity === 'disclosures') return words.barriers.untitledDisclosure
  return entity === 'worries' ? words.history.nothing : words.out.untitled
}

/** The name under which the words of a field and its values are found: fields of the same name differ from root to root. */
export function codeOf(root: string, field: string): string {
  const known = Object.keys(words.history.fields)
  return isAlongside(root) && known.includes(`${root}/${field}`) ? `${root}/${field}` : field
}
