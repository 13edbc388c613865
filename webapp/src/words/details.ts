/** Words for what can be said about someone on the map, for who could help, and for strengths. All of it may be left out. */

import type { Context, HowOften, Service, StrengthKind } from '../../../sync/document.ts'

const services: Readonly<Record<Service, string>> = {
  unknown: 'Not said',
  outside: 'Outside services',
  inside: 'Inside a service',
  linked: 'Linked to a service',
}

const contexts: Readonly<Record<Context, string>> = {
  family: 'Family',
  friend: 'Friend',
  neighbour: 'Neighbour',
  work: 'Work',
  learning: 'Learning',
  club: 'Club or group',
  faith: 'Faith',
  service: 'A service',
  online: 'Games or chat',
  other: 'Somewhere else',
}

const howOften: Readonly<Record<HowOften, string>> = {
  '': 'Not said',
  daily: 'Every day',
  'few a week': 'A few times a week',
  weekly: 'Once a week',
  'few a month': 'A few times a month',
  monthly: 'Once a month',
  less: 'Less often',
  'lost touch': 'We lost touch',
  varies: 'It varies',
}

/** What someone may want a hand with, after "Who could help with". The codes are stored: none is ever used for another. */
const situations = {
  lift: 'a lift somewhere',
  carrying: 'carrying something heavy',
  shopping: 'bread and milk on a bad day',
  mending: 'a thing that has stopped working',
  cooking: 'cooking a meal',
  letters: 'a form or a letter',
  money: 'making money last till Friday',
  phone: 'a phone or a computer',
  listening: 'a chat when the day is long',
  deciding: 'thinking something through',
  walking: 'getting out for a walk',
  laughing: 'a good laugh',
  pets: 'feeding the cat or the fish',
  keys: 'keeping a spare key',
  news: 'finding out what is on',
} as const

export type SituationCode = keyof typeof situations

const strengths: Readonly<Record<StrengthKind, string>> = {
  like: 'I like',
  'good at': 'I\u2019m good at',
  said: 'People say I am',
  bring: 'I bring',
}

export const details = {
  services,
  contexts,
  howOften,
  channels: { in_person: 'In person', by_phone: 'On the phone', online: 'By message or video' },
  situations,
  answers: {
    nobody: 'Nobody yet',
    'rather not': 'I\u2019d rather not ask',
    myself: 'I can do this myself',
  },
  gives: 'I do this for others',
  strengths,
  asked: { 'not yet': 'Not asked yet', yes: 'They said yes', no: 'They said no' },
} as const
