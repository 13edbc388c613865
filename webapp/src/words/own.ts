/** Words of what is one person's alone: their own notes about someone, and why they are not on a tablet that somebody else keeps. */

export const own = {
  open: 'My own notes',
  openHint: 'Only for the one whose map it is',
  title: (name: string) => `My own notes about ${name}`,

  lead: 'Some things about people are hard to say out loud. Here they stay with you alone.',
  never: (name: string) => `${name} cannot open this. It is on no page that you print, and in no copy that you take.`,
  again: 'To open them, show that it is you.',
  first: 'First show that it is you.',
  begin: 'Write here',
  openAgain: 'Open my notes',
  opening: 'One moment\u2026',

  hard: 'What is hard',
  hardNumber: (number: number) => `What is hard, note ${number}`,
  hardHint: 'As much or as little as you like. Nobody asks.',
  distance: 'I would like more distance',
  distanceHint: 'Nothing moves on the map.',
  putAway: 'Put this note away',
  isAway: 'The note is put away.',
  bringBack: 'Bring it back',
  onlyHere: 'These notes are on this phone or tablet only. If it is lost, so are they.',
  elsewhereToo: 'These notes are on another phone or tablet of yours, too.',
  full: 'There is no room here just now. Your words are on the screen only.',

  notHere: 'Not here',
  keptBy: (name: string) => `${name} keeps this tablet, and could open what is on it.`,
  theirs: (name: string) => `This phone or tablet is ${name}\u2019s.`,
  seenByBoth: 'What is written here, both of you can see.',
  so: 'So what is hard about someone is not written here. It belongs to the one whose map it is.',
  where: 'On a phone or tablet that only you open, you can write it in Kith.',
  paper: 'Paper is good for it, too. Keep it, or tear it up after. Nobody will ask to see it.',
} as const
