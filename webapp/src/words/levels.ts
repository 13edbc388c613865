/** Words for how far a goal has come: in the pair's own words first, and as a number only for whoever asks. Nobody has to. */

import type { Baseline, Degree } from '../../../sync/document.ts'

const starts: Readonly<Record<Baseline, string>> = {
  '': 'Not said',
  'much less': 'Much less than that',
  less: 'A bit less than that',
  expected: 'It is so already: keep it going',
}

const matters: Readonly<Record<Degree, string>> = {
  '': 'Not said',
  none: 'Not so much',
  some: 'It matters',
  much: 'It matters a lot',
  most: 'More than most things',
}

const hard: Readonly<Record<Degree, string>> = {
  '': 'Not said',
  none: 'Not hard',
  some: 'A bit hard',
  much: 'Hard',
  most: 'Very hard',
}

export const levels = {
  title: 'How would we know?',
  hint: 'Only if you like: what would be as hoped?',

  levels: {
    much_better: 'A lot more',
    better: 'A bit more',
    hoped: 'What would be as hoped?',
    less: 'A bit less',
    much_less: 'A lot less',
  },
  hopedShort: 'As hoped',
  hopedHint: 'Something that both of you could see',
  begun: 'It is written down. You can both change it.',
  start: 'Where is it now?',
  starts,
  more: 'More and less than that',
  moreHint: 'Only if you want to say more',
  matters: (who: string) => `How much does it matter to ${who}?`,
  mattersTo: (who: string, how: string) => `How much it matters to ${who}: ${how}`,
  degreesOfMattering: matters,
  hard: 'How hard is it?',
  byDay: 'By when would that be good?',
  byDayHint: 'A day to look at it again. Nothing is late. You can leave it empty.',
  byDaySaid: (day: string) => `By when: ${day}`,
  degreesOfHardness: hard,

  isSo: 'It is so already. Then to keep it going is as hoped.',
  same: 'Two of these say the same. Leave it so, if you mean it.',
  someEmpty: 'Some are still empty. They can stay empty.',
  readOut: 'Read them out, from a lot less to a lot more. Is each a bit more than the last?',
  twoThings: 'There may be two things in this. Two goals are easier to see.',

  agree: 'We agree on this',
  agreed: 'These words stay as they are now.',
  agreedBoth: 'You agreed on this',
  agreedBy: (who: string) => `${who} noted that you agree on this`,
  change: 'Change the words',
  changeHint: 'What you agreed on stays here as well.',
  changed: 'New words',
  leave: 'Leave them',
  why: 'What has changed?',
  whyHint: 'A few words, or nothing',
  whySaid: (why: string) => `What had changed: ${why}`,
  twoAtOnce: 'You agreed twice at the same time. Both are here.',
  keepThis: 'Keep this one',
  keepWhat: (what: string) => `Keep this one: ${what}`,
  isKept: 'Kept. The other is with the earlier words.',
  earlier: 'Earlier words',
  begunTwice: 'This was begun twice at the same time. Both are here.',
  putAway: 'Put this one away',
  putAwayWhat: (what: string) => `Put this one away: ${what}`,
  isAway: 'It is put away.',
  away: 'Put away',
  bringBack: (what: string) => `Bring back: ${what}`,
  isBack: 'It is back.',

  far: 'How far have we come?',
  farHint: 'As you see it. You need not see it the same.',
  farAs: (goal: string, who: string) => `How far \u201c${goal}\u201d has come, as ${who} sees it`,
  beganAt: (where: string) => `Where it began: ${where}`,
  saidBefore: (who: string, said: string, day: string) => `${who} said on ${day}: ${said}`,
  unsay: 'Take it back',
  unsayOf: (goal: string, who: string) => `Take it back: how far \u201c${goal}\u201d has come, as ${who} sees it`,
  isUnsaid: 'It is taken back.',
  differ: 'You see this in two ways. Both stay.',

  showNumber: 'Show the number',
  hideNumber: 'Hide the number',
  number: 'The number',
  numberBoth: (number: string) => `As you both see it: ${number}`,
  numberOf: (who: string, number: string) => `As ${who} sees it: ${number}`,
  numberNotSaid: (who: string) => `${who} has not said yet.`,
  noNumber: 'There is no number. Nothing was said yet.',
  numberMeans: '50 means: as hoped. It is higher where more came of it.',
  notCompare: 'It is about your own goals, and not for comparing people.',
  leftOut: (goals: string) => `Not in the number, because you let it go: ${goals}`,
  apart: (goal: string, one: string, other: string) => `\u201c${goal}\u201d. ${one}. ${other}.`,
} as const
