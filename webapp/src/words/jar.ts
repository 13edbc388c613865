/** Words on the wish jar. Anything goes in: nothing has to be possible, and nothing is counted. */

import type { WishCard } from '../../../sync/document.ts'

const cards: Readonly<Record<WishCard, string>> = {
  '': 'Anything',
  'used to': 'I used to like',
  fancied: 'I always fancied',
  admired: 'Someone I like does this',
  dream: 'A dream, never mind how',
  might: 'I might',
}

export const jar = {
  title: 'The wish jar',
  open: 'Open the wish jar',
  lead: 'Anything goes in. It need not be possible, and nothing has to come of it.',
  begins: 'To begin with',
  cards,
  add: 'Put a wish in',
  wish: 'A wish',
  hint: 'Big or small, in your own words',
  added: (what: string) => `In the jar: ${what}`,
  whoseIdea: 'Whose idea was it?',
  ideas: 'Whose ideas these are',
  ideasHint: 'Where you have said it. Both of you have good ones.',
  ideasOf: (who: string) => `From ${who}`,
  ideasOfBoth: 'From both of you',
  ideasOfOthers: 'From somebody else',
  empty: 'The jar is empty. That is fine, too.',
  untitled: 'A wish without words yet',
  again: (what: string) =>
    `\u201c${what}\u201d was here before, and was set aside. It is here again, and that is fine.`,

  guess: (who: string) => `A guess by ${who}`,
  guessFor: (name: string) => `What ${name} might like`,
  guessHint: 'For when someone cannot say. It stays marked as a guess.',
  isGuess: 'A guess',
  seen: 'What we saw or heard when we tried it',

  like: 'What else is like this?',
  likeThis: (what: string) => `Something like \u201c${what}\u201d`,
  more: 'And from there',
  makeGoal: 'Make it a goal',
  makeGoalOf: (what: string) => `Make it a goal: ${what}`,
  isGoal: 'It is a goal in the plan.',
  about: 'With',
  who: 'Who or what on the map is it about?',
  moreAbout: (what: string) => `More about \u201c${what}\u201d`,
  moreShort: 'More',
  out: 'Out of the jar',

  kinds: {
    title: 'Who I would like more of',
    hint: 'Kinds of people, as wishes for the jar',
    lead: 'Touch what would be good to have. It goes into the wish jar. Nobody new just now is a good answer too.',
    some: [
      'A close friend',
      'Somebody to do things with',
      'Somebody who knows what it is like',
      'Somebody to love',
      'More of my family',
      'Neighbours who say hello',
      'A group where I fit in',
      'Somebody I can help',
    ],
    wishFor: (kind: string) => `A wish for the jar: ${kind}`,
    own: 'Another kind',
    ownHint: 'In your own words',
    forThis: 'Put a wish for this in the jar',
    somebodyFor: (what: string) => `Somebody for ${what}`,
  },
} as const
