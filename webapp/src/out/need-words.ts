/** What is good to know, in words: its topic is a free text from whoever wrote it, and may be no topic of ours. */

import type { Need } from '../../../sync/document.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** '' where none was chosen, or one that is not known here. */
export function topicOf({ kind, topic }: Pick<Need, 'kind' | 'topic'>): string {
  return Object.entries(words.out.topics[kind]).find(([code]) => code === topic)?.[1] ?? ''
}

export function titleOf(need: Pick<Need, 'kind' | 'topic' | 'words'>): string {
  return topicOf(need) || brief(need.words, words.out.needs[need.kind])
}
