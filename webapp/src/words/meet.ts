/** Words for when the two meet: the next time, how to reach each other, and what was said the last time. Nothing is asked for. */

import type { MeetingKind } from '../../../sync/document.ts'

const kinds: Readonly<Record<MeetingKind, string>> = {
  '': 'We met',
  chat: 'Just a chat',
  map: 'The map',
  plan: 'The plan',
  out: 'Out and about',
  stock: 'A look at how it is going',
}

export const meet = {
  title: 'When we meet',
  more: 'Place, numbers, last time',
  next: 'Next time',
  place: 'Where?',
  placeHint: 'A caf\u00e9, a bench, your kitchen table',
  chosen: 'Whose idea was the place?',
  card: 'A card to take along',
  cardHint: 'When, where and how to reach each other. Small, plain, and for the pocket.',
  cardTitle: 'We meet',
  cardLate: 'If one of us is late',

  reach: 'How to reach each other',
  reachHint: 'A number, and what to do if one of us is late. Only if you like.',
  number: (name: string) => `A number for ${name}`,
  numberHint: 'Only if you want the other to have it. It stays between the two of you.',
  late: 'What if one of us is late?',
  lateHint: '\u201cWait ten minutes, then ring\u201d, or nothing',
  ready: 'Words to send',
  readyWords: [
    'Running ten minutes late. See you soon.',
    'I am here. See you soon.',
    'Can we make it another day?',
    'Not today, sorry. All is well.',
  ],
  readyHint: 'Your messages app opens, and you can change them there. Kith sends nothing.',
  ring: (name: string) => `Ring ${name}`,
  write: (name: string) => `Send it to ${name}`,

  last: 'Last time we said',
  lastSaid: (words: string) => `Last time we said: \u201c${words}\u201d`,
  readLast: 'Read it',
  asideLast: 'Not now',
  noLast: '\u201cFinish for today\u201d in the plan keeps a few words for next time. Only if you like.',

  times: 'Times we met',
  timesHint: 'Nothing has to stand here.',
  chat: 'We had a chat today',
  chatHint: 'That is enough. Nothing has to be written down.',
  chatKept: 'Noted: just a chat.',
  kinds,
  kind: 'What was it?',
  day: 'Which day?',
  someDay: 'Some day',
  about: (what: string) => `More about ${what}`,
  moreShort: 'More',
  putAway: 'Put away',
  isAway: (what: string) => `${what} is put away.`,
  away: 'Put away',
  bringBack: (what: string) => `Bring back ${what}`,
  isBack: (what: string) => `${what} is back.`,
} as const
