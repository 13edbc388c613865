/** Words for two maps beside each other. What both have is said; how much each has is not. */

export const twoMaps = {
  title: 'Our two maps',
  lead: 'A map each. They need not look alike.',
  all: (name: string) => `${name} chose what to show here. The rest of ${name}\u2019s own map stays with ${name}.`,
  nothing: (name: string) => `${name} shows nobody here so far. That can wait, or stay so.`,
  nobody: 'Nobody is on it so far.',
  someone: 'Someone',

  both: 'What is on both',
  ask: 'You can look at what is on both maps, if both of you say yes first.',
  yes: (name: string) => `${name} says yes`,
  waits: (name: string) => `Now ${name} says yes, or not.`,
  onBoth: (names: string) => `On both maps: ${names}.`,
  none: 'Nothing has the same name on both maps just now.',
  byName:
    'Only names are looked at. One name can stand for two, and one of them can have two names. You can ask each other.',
  notKept: 'What you find is not kept.',
  alone: (name: string) => `When ${name} is beside you, on one tablet, you can look at what is on both maps.`,
  hidden: 'Names are hidden just now, so nothing is looked for.',
  oneByOne: 'What is shown, one by one',
} as const
