/** Words for who knows whom: tying two on the map, in the list and in somebody's sheet. Nobody is asked for all of it. */

export const ties = {
  title: 'Who knows whom',
  tapOne: 'Tap someone, then someone they know.',
  tapOther: (name: string) => `Who does ${name} know? Tap them.`,
  tapAgain: 'Tap again to take it away.',
  help: 'Enter or Space chooses. Escape lets go, and once more stops.',
  enough: 'A few are enough.',
  none: (name: string) => `Nobody is joined to ${name} yet.`,
  whoWell: 'Whom do they know well?',
  someoneElse: 'Someone else',
  done: 'Done',
  rest: 'More about lines',
  shown: 'Lines on the map',

  chosen: (name: string, knows: string) => (knows === '' ? `${name} is chosen.` : `${name} is chosen. ${knows}.`),
  let: (name: string) => `${name} is let go. Tap someone else.`,
  tied: (one: string, other: string) => `${one} and ${other} know each other.`,
  tiedWell: (one: string, other: string) => `${one} and ${other} know each other well.`,
  untied: (one: string, other: string) => `No line between ${one} and ${other} any more.`,

  knows: 'Who they know here',
  knowsHint: 'Tick one or two, or nobody',
  knowsLead: (name: string) => `Tick who knows ${name}. As few as you like.`,
  knowsSaid: (names: string) => `Knows ${names}`,
  and: (first: string, last: string) => `${first} and ${last}`,
  more: (count: number) => `${count} more`,
  well: 'Know each other well',
  wellWith: (one: string, other: string) => `${one} and ${other} know each other well`,
  find: 'Find a name',
  nobody: 'Nobody else is on the map yet.',
  noSuch: 'Nobody by that name.',
} as const
