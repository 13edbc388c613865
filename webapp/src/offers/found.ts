/** Finding somebody on a long list of one's own. */

import type { Offer } from '../../../sync/document.ts'

/** So many are seen at a look. */
const A_LOOK = 10

export function isLong(listed: readonly Offer[]): boolean {
  return listed.length > A_LOOK
}

/** Those in whose name or offer every word stands that was typed, but for capitals and accents; all, while nothing is. */
export function found(listed: readonly Offer[], typed: string): readonly Offer[] {
  const sought = plain(typed).split(/\s+/).filter(Boolean)
  return listed.filter(({ name, words }) => {
    const said = plain(`${name} ${words}`)
    return sought.every((word) => said.includes(word))
  })
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en-GB')
}
