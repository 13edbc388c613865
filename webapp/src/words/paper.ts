/** Words for the map and the plan on paper. */

export const paper = {
  title: 'On paper to keep',
  lead: 'A copy to keep, for the wall or the pocket. Nothing on it says where it comes from.',
  namesHidden: 'Names are hidden, so only the first letters are on it.',
  which: 'What goes on it?',
  whichOf: { both: 'The map and the plan', map: 'Only the map', plan: 'Only the plan' },
  letters: 'How large are the letters?',
  lettersOf: { usual: 'As usual', large: 'Large' },
  print: 'Print it',

  day: (day: string) => `As it is on ${day}`,
  mapTitle: (name: string) => `${name}\u2019s map`,
  mapTitleNoName: 'Our map',
  nobody: 'Nobody is on the map yet.',
  planTitle: 'Our plan',
  nothing: 'Nothing is in the plan yet.',
  meeting: (when: string) => `We meet next: ${when}`,
  helped: (names: string) => `Who could help: ${names}`,
  isDone: 'done',
} as const
