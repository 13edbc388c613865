/** Words on the wish jar. Anything goes in: nothing has to be possible, and nothing is counted. */

import type { WishCard } from '../../../sync/document.ts'

const cards: Readonly<Record<WishCard, string>> = {
  '': 'Anything',
  'used to': 'I used to like',
  fancied: 'I always fancied',
  admired: 'Someone I like does this',
  dream: 'A dream',
  might: 'I might',
}

export const jar = {
  title: 'The wish jar',
  cards,
} as const
