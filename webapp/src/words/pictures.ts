/** Words for pictures of the map and what is different between two. What changed is said; what it means is for the two to say. */

export const pictures = {
  title: 'Pictures of the map',
  lead: 'Keep how the map looks today. Later you can look back and see what is different.',
  none: 'No picture yet.',
  name: 'What shall it be called?',
  nameHint: 'A season, a day, or nothing at all',
  take: 'Keep a picture of today',
  taken: (name: string) => `Kept: ${name}. The map goes on as it is.`,
  blank: 'Start again with an empty map',
  blankHint:
    'A picture of today is kept first. Then everyone waits in \u201cNot sure where yet\u201d. Whoever has died stays where they are.',
  begun: 'The map is empty. Everyone waits in \u201cNot sure where yet\u201d. Undo brings all of it back.',
  untitled: (day: string) => `The map on ${day}`,
  list: 'Kept so far',
  look: (name: string) => `Look at ${name}`,
  compare: (name: string) => `${name} and now`,
  compareShort: 'What is different now?',
  lookShort: 'Look at it',
  day: 'Which day does it show?',
  dayHint: 'It may be an earlier one, drawn on paper before.',
  rename: 'Change its name or day',
  putAway: 'Put this picture away',
  isAway: (name: string) => `${name} is put away. Undo brings it back.`,
  where: 'Who was where',
  whereNow: 'Who is where',
  back: 'All pictures',
  inWords: (map: string) => `${map}, in words`,
  said: (what: string, more: string) => `${what}: ${more}`,

  differentTitle: (then: string, now: string) => `${then} and ${now}`,
  now: 'now',
  nowTitle: 'Now',
  beside: 'Which two?',
  with: 'With',
  over: 'One over the other',
  sideBySide: 'Side by side',
  how: 'How to look at it',
  ghosts: 'Dashed is where someone was before.',

  same: 'Everyone is where they were.',
  nobody: 'Nobody was on it, and nobody is.',
  fresh: (names: string, count: number) => (count === 1 ? `${names} is new here.` : `${names} are new here.`),
  closer: (name: string, place: string) => `${name} is closer now: ${place}.`,
  further: (name: string, place: string) => `${name} is further out now: ${place}.`,
  elsewhere: (name: string, place: string) => `${name} is somewhere else now: ${place}.`,
  rest: (count: number) => (count === 1 ? 'One is where they were.' : `${count} are where they were.`),
  notShown: (names: string) => `Not placed this time: ${names}.`,
  ask: (name: string, place: string) => `${name} was here before: ${place}. And now?`,
  askHint: 'There is no need to say. Not being on the map does not mean gone.',
  stillThere: 'Just as before',
  notNow: 'Not part of my days now',
  isBack: (name: string, place: string) => `${name}: ${place}.`,
  and: (first: string, last: string) => `${first} and ${last}`,

  seen: 'What the map shows',
  onMap: (count: number) =>
    count === 0
      ? 'Nobody is placed on the map.'
      : count === 1
        ? 'One person is on the map.'
        : `${count} people are on the map.`,
  unsure: (count: number) =>
    count === 1 ? 'One waits in \u201cNot sure where yet\u201d.' : `${count} wait in \u201cNot sure where yet\u201d.`,
  rings: (closest: number, close: number, life: number) => `Closest: ${closest}. Close: ${close}. In my life: ${life}.`,
  outside: (count: number, all: number) =>
    `${count} of the ${all} ${all === 1 ? 'person' : 'people'} ${count === 1 ? 'is' : 'are'} outside services.`,
  inside: (count: number, all: number) => `${count} of the ${all} ${count === 1 ? 'is' : 'are'} from a service.`,
  linked: (count: number, all: number) =>
    `${count} of the ${all} ${count === 1 ? 'is' : 'are'} both: known through a service.`,
  notSaid: (count: number) => (count === 1 ? 'Of one it was not said.' : `Of ${count} it was not said.`),
  ties: (count: number) =>
    count === 1
      ? 'Two of them know each other, as far as it was asked.'
      : `${count} lines for who knows whom, as far as it was asked.`,
  noMore: 'More is not better. It is a picture of how things are.',
} as const
