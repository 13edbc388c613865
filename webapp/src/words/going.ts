/** Words for taking stock: how it is going, as small or as large as anybody likes. Nothing is counted, and no day was too late. */

export const going = {
  title: 'How is it going?',
  intro: 'A minute is enough. Both of you say your own; nobody has to agree.',
  size: 'How much time is there?',
  sizes: { short: 'One minute', full: 'A good look' },

  since: 'What has happened',
  nothing: 'Nothing has happened yet, and that is fine. Not starting can be wise too.',
  did: (what: string) => `Done: ${what}`,
  letGo: (what: string) => `Let go: ${what}`,
  notThisTime: (what: string, day: string) => `Not this time: ${what}${day === '' ? '' : `, ${day}`}`,
  went: (what: string, day: string) => (day === '' ? `You went: ${what}` : `You went: ${what}, ${day}`),

  works: 'What works',
  worksHint: 'Anything, however small',
  addWorks: 'It works',
  notYet: 'Not yet',
  notYetHint: 'What has not worked so far',
  addNotYet: 'Not yet',
  oneGood: 'Is there one small thing that was all right? You can skip this.',
  hard: 'If it did not go as you hoped: that is hard, and it is part of trying.',

  what: 'What exactly was it?',
  whatHint: 'Three small questions at most. Stop at any of them.',
  stopped: (what: string) => `What stopped \u201c${what}\u201d?`,
  askStopped: [
    'What was it, exactly, that stopped it?',
    'What was going on just before?',
    'What one thing could be different?',
  ],
  enough: 'That\u2019s enough questions',
  carry: (what: string) => `Take \u201c${what}\u201d to what is in the way`,
  carryShort: 'Take it to what is in the way',
  isCarried: (what: string) => `\u201c${what}\u201d stands with what is in the way now.`,

  helped: 'What helped',
  helpedHint: 'Think of something that went well, now or long ago',
  addHelped: 'Something that helped',
  alsoFor: (what: string) => `Where else could \u201c${what}\u201d help?`,
  alsoNone: 'Nowhere just now',
  isAlso: (what: string, goal: string) => `\u201c${what}\u201d stands beside \u201c${goal}\u201d now.`,
  helpsHere: (what: string) => `What helped before: ${what}`,

  goals: 'Our goals',
  goalsHint: 'Keep, change, rest, let go, or done. No reason needed.',
  noGoals: 'There is no goal just now.',
  about: (goal: string, who: string) => `\u201c${goal}\u201d, as ${who} sees it`,
  both: 'You both say the same.',
  doIt: 'Do that in our plan',
  isDone: 'It stands in our plan like that now.',

  anew: 'Look at the map again',
  anewHint: 'Keep a picture of it as it is now, and see what has changed.',
  pictures: 'Pictures of the map',
  fancy: 'Anything new you fancy?',
  addFancy: 'Something new',
} as const
