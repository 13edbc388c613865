/** Words on somebody's sheet: the folded lines, what they say of what is there, and taking someone out. */

import type { HowOften } from '../../../sync/document.ts'

const often: Readonly<Record<Exclude<HowOften, ''>, string>> = {
  daily: 'every day',
  'few a week': 'a few times a week',
  weekly: 'most weeks',
  'few a month': 'a few times a month',
  monthly: 'once a month',
  less: 'now and then',
  'lost touch': 'not any more',
  varies: 'it varies',
}

export const sheet = {
  connection: 'What kind of connection',
  connectionHint: 'Family, a friend, from work, a service',
  service: 'Is it outside services, or part of one?',
  contexts: 'Where you know each other from',
  contextsHint: 'As many as fit, or none',

  touch: 'How often you are in touch',
  touchHint: 'In person, on the phone, by message',
  touchLead: 'About how often. No need to count.',
  often,
  in_person: (often: string) => `in person ${often}`,
  by_phone: (often: string) => `on the phone ${often}`,
  online: (often: string) => `by message ${often}`,
  phone: 'Phone number, if you like',
  phoneHint: 'Both of you can see it here. Kith never calls it.',
  phoneSaid: 'phone number is here',

  together: 'What you do together, and help with',
  togetherHint: 'A coffee, a walk, a lift, or nothing at all',
  togetherLabel: 'What we do together',
  theyHelp: 'What they help me with',
  iHelp: 'What I help them with',
  theyHelpSaid: (what: string) => `They help: ${what}`,
  iHelpSaid: (what: string) => `I help: ${what}`,

  closer: 'I\u2019d like us to be closer',
  closerThing: 'I\u2019d like more of this',
  closerHint: 'A wish, out in the open. Nothing moves by it.',

  likeness: 'What kind, and a picture',
  kindSaid: (kind: string, hasPicture: boolean) => (hasPicture ? `${kind}, with a picture` : kind),

  changes: 'When things change',
  changesHint: (isPerson: boolean) => (isPerson ? 'Has died, put away, or taken out' : 'Put away, or taken out'),
  diedSaid: (name: string) => `${name} has died, and stays on the map`,
  awaySaid: (name: string) => `${name} is put away`,

  takeOut: (name: string) => `Take ${name} out everywhere`,
  takeOutHint: 'Off the map and every picture of it. You can look first at what that means.',
  takeOutTitle: (name: string) => `Take ${name} out everywhere?`,
  takeOutFrom: 'It takes them off the map, and off every picture of it',
  takeOutSaid: 'It takes away all that was said about them here, and their phone number',
  takeOutJoined: 'It takes them out of who knows whom, who could help, goals and steps',
  staysWords: 'Goals and steps that name them stay in your words',
  staysPhotographs: 'A photo of a paper map may still show the name',
  staysHistory: 'What you did before still tells of them, on each phone and tablet that has this',
  staysCopies: 'Copies and pages that somebody took along stay as they are',
  takeOutDo: (name: string) => `Take ${name} out`,
  notNow: 'Not now',
  isOut: (name: string) => `${name} is taken out.`,
  isOutUndo: 'If that was not meant, Undo brings all of it back.',
  forGood: 'To have it gone from the history, too, begin again in a new place.',
  forGoodAfter: 'In a new place nothing of it comes along.',
  forGoodElsewhere: 'That can be done on the phone or tablet of the one whose map it is.',
  close: 'Close',
} as const
