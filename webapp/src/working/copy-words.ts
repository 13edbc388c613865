/** What there is to know about the copy on this device: each trouble once, with what Kith does and what the two can do. */

import type { Notice } from '../device/stage.ts'
import { words } from '../words/en.ts'
import type { WhereWordsAre } from './where-words.ts'

export interface Trouble {
  readonly key: string
  readonly what: string
  readonly doing: string
  readonly can: string
}

export type Alarm = keyof typeof words.copy.alarms

/** What stands in the way now, then what was noticed and nobody has put away yet. */
export function troublesOf(state: WhereWordsAre, notices: readonly Pick<Notice, 'kind'>[]): readonly Trouble[] {
  const { states, alarms } = words.copy
  const found: Trouble[] = []
  if (state.here === 'full' || state.here === 'gone') found.push({ key: state.here, ...states[state.here] })
  const kinds = new Set(notices.map(({ kind }) => kind).filter(isAlarm))
  if (state.aside > 0) kinds.add('set aside')
  // The notice says more than that something at the other end is odd.
  const isSaid = kinds.has('server shows another history') || kinds.has('removal cuts words')
  if (state.server === 'refused' || (state.server === 'lies' && !isSaid)) {
    found.push({ key: state.server, ...states[state.server] })
  }
  return [...found, ...[...kinds].map((kind) => ({ key: kind, ...alarms[kind] }))]
}

/** Something that the page about this copy explains, not news of a card or of another phone. */
export function isAlarm(kind: Notice['kind']): kind is Alarm {
  return kind in words.copy.alarms
}

/** Nothing to know, and nothing waits. */
export function isAllSent(state: WhereWordsAre): boolean {
  return state.here === 'saved' && state.sent === 'sent'
}
