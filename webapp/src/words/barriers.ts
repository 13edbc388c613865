/** Words about what gets in the way, of either of the two, and about what may be told. Nobody is to blame for any of it. */

import type { BarrierKind, BarrierState, Consent } from '../../../sync/document.ts'

const kinds: Readonly<Record<BarrierKind, string>> = {
  '': 'Something else',
  health: 'Body, pain or tiredness',
  'getting in': 'Getting there or getting in',
  culture: 'How we live or what we believe',
  confidence: 'Nerves, or not feeling up to it',
  'a lot on': 'A lot going on',
  'what others think': 'What people might think',
  'not knowing': 'Not knowing what there is',
  company: 'People who pull me back',
  cost: 'Money',
  'how places work': 'How a place or its people treat us',
  time: 'Not enough time',
  'new ways': 'It is new to us',
}

const states: Readonly<Record<BarrierState, string>> = {
  open: 'In the way',
  'worked around': 'We got round it',
  left: 'We leave it be',
}

const consents: Readonly<Record<Consent['kind'], string>> = {
  open: 'Not answered yet',
  yes: 'Yes',
  no: 'No',
  back: 'Taken back',
}

export const barriers = {
  title: 'In the way',
  kinds,
  states,
  consents,
  ofService: 'The service',
  elsewhere: 'Somewhere else',
  toTell: 'What may be told',
  untitled: 'Something in the way',
  untitledDisclosure: 'Something that may be told',
} as const
