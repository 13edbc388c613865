/** Words of what a helper said they would do, with everybody they meet: gathered for them alone. */

export const rounds = {
  title: 'What I said I\u2019d do',
  tab: 'I said',
  door: (name: string) => `What ${name} said they would do`,
  doorHint: (name: string) => `${name}\u2019s own page, with everybody that ${name} helps.`,
  lead: 'What you said you would do, and when you meet next, in every place that you help. For you alone.',
  how: 'It is gathered from each place as you open it beside your own pages. What is done goes from here then.',
  none: 'Nothing just now.',
  order: 'In what order?',
  orders: { place: 'Place by place', day: 'By day' },
  meet: (when: string) => `You meet: ${when}`,
  now: 'Open beside this page',
  asOf: (day: string) => `As it was on ${day}`,
  nextWith: (who: string, when: string) => `${who}, ${when}`,
  byName: (name: string) => `Call it \u201c${name}\u201d here`,
  byNameHint: 'Else it has the words from the lock, and people in it have initials.',
  isNamed: (name: string) => `It is called \u201c${name}\u201d on your page now.`,
  isUnnamed: (name: string) => `\u201c${name}\u201d is not on your page any more.`,
} as const
