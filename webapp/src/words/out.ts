/** Words about going out: plans for it, who helps, what worries, how it was. No is always an answer. */

import type { Company, Felt, Mark, NeedKind, OutingState, SupportKind } from '../../../sync/document.ts'

const states: Readonly<Record<OutingState, string>> = {
  open: 'Planned',
  'no thanks': 'No thanks',
  resting: 'Having a rest',
  'let go': 'Let go',
}

const supports: Readonly<Record<SupportKind, string>> = {
  'come along': 'Come with me',
  'meet there': 'Meet me there',
  call: 'Ring before or after',
  introduce: 'Introduce me to someone',
  buddy: 'Be my buddy there',
  lift: 'Give me a lift',
  'visit first': 'Go and look first',
  practise: 'Practise it with me',
  learn: 'Help me learn something',
  other: 'Something else',
}

const company: Readonly<Record<Company, string>> = {
  '': 'Not said',
  together: 'Both of us',
  'met there': 'We met there',
  'with someone': 'With someone else',
  'on my own': 'On my own',
}

const felt: Readonly<Record<Felt, string>> = {
  '': 'Not said',
  loved: 'Loved it',
  ok: 'It was OK',
  mixed: 'Mixed',
  'not for me': 'Not for me',
  'did not go': 'Didn\u2019t go',
}

const marks: Readonly<Record<Mark, string>> = {
  '': 'Not said',
  together: 'Together',
  'mostly together': 'Mostly together',
  half: 'Half and half',
  'mostly on my own': 'Mostly on my own',
  'on my own': 'On my own',
}

const needs: Readonly<Record<NeedKind, string>> = {
  access: 'What helps me get in and join in',
  'about me': 'Good to know about me',
  'check in': 'Asking how I am',
}

export const out = {
  title: 'Going out',
  states,
  supports,
  asked: { 'not yet': 'To ask', yes: 'Said yes', no: 'Said no' },
  company,
  felt,
  marks,
  needs,
  worries: 'Worries',
  goodToKnow: 'Good to know',
  untitled: 'An outing without a name yet',
} as const
