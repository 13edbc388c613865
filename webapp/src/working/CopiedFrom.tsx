/** Says of a thing that it came along when the two began again: from before, and since when. */

import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

export function CopiedFrom({ thing }: { readonly thing: { readonly copied: string } }) {
  if (thing.copied === '') return null
  return <p class="app-soft">{words.working.copied(dayWords(thing.copied))}</p>
}
