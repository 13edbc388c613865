/** Words about what somebody likes, is good at, is said to be, and brings. */

export const strengths = {
  title: 'Good things',
  intro: 'What we like, what we are good at, what we bring. Both of us.',
  of: (name: string) => `Good things about ${name}`,
  none: 'Nothing here yet. One small thing is plenty.',
  kinds: {
    like: 'I like',
    'good at': 'I\u2019m good at',
    said: 'People say I am',
    bring: 'I bring',
  },
  add: 'Add a good thing',
  addFor: (name: string) => `A good thing about ${name}`,
  added: (what: string) => `Added: ${what}`,
} as const
