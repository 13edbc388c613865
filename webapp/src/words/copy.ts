/** How this copy is doing: for each thing that can be wrong what it is, what Kith is doing about it, and what you can do. */

export const copy = {
  title: 'How this copy is doing',
  hint: 'Is what you wrote safe, and has it been sent?',
  lead: 'Each phone, tablet and paper card of yours opens a copy of the same. This is how the one here is.',
  well: 'All is well.',
  wellMeans: 'What you wrote is safe, and nothing is waiting.',
  quiet: 'All is well here.',
  quietMeans: 'Something waits for a signal. It goes by itself.',
  doing: 'What Kith is doing',
  can: 'What you can do',
  waitsFor: (name: string, count: number) => `${name}: ${count} waiting for what comes before`,
  asideOf: (name: string, count: number) => `${name}: ${count} set aside`,
  whose: (name: string) => `From ${name}\u2019s phone or tablet`,
  whoseShared: 'From the shared tablet',
  whoseUnknown: 'From a phone or tablet that is not known here',
  aside: 'What was set aside',
  takeHint: 'One file with all of it, under words of your own.',
  how: 'How is this copy?',

  behind: {
    title: 'What did not come along',
    strip: 'Some things were written here in the old place and did not come along.',
    look: 'Look at them',
    lead: 'They were written here, in the old place, and did not get out in time. You choose for each of them.',
    keepThis: 'Keep this?',
    keep: 'Keep',
    leave: 'Leave',
    keepNamed: (name: string) => `Keep ${name}`,
    leaveNamed: (name: string) => `Leave ${name}`,
    kept: 'It is kept, here in the new place.',
    left: 'It stays behind.',
    safe: 'Nothing goes until you say so. The old place still has all of it, until you clear it from here.',
    there: 'Open the new place here, with the new card. Then you are asked about each of these: keep it, or leave it.',
    cleared: 'What did not come along goes, too. Open the new place here first if you want to keep any of it.',
  },

  apart: {
    title: 'Kept to one side',
    strip: 'Some words are kept to one side. What they were about did not last.',
    look: 'Look at them',
    lead: 'They were written on something that went missing on its way here. You choose for each of them.',
    keepThis: 'Keep this?',
    keep: 'Keep',
    leave: 'Leave',
    keepNamed: (name: string) => `Keep ${name}`,
    leaveNamed: (name: string) => `Leave ${name}`,
    kept: 'It is kept. It stands with everything else now.',
    left: 'It is left out.',
    safe: 'Nothing goes until you say so. This tablet still has all of it.',
  },

  alarms: {
    'something held back': {
      what: 'Something that was written has not come through yet.',
      doing: 'Kith keeps asking for it. Whoever wrote it still has it.',
      can: 'If it stays away, open Kith on the phone or tablet where it was written.',
    },
    'server lost something': {
      what: 'Some of what was sent has been lost. It is still on this tablet.',
      doing: 'Each phone and tablet gives back what it has, until all of it is there again.',
      can: 'Leave Kith open with a signal for a while.',
    },
    'server shows another history': {
      what: 'What came back is not the same as before. Your words are safe here.',
      doing: 'Nothing more is sent from here for now. All that is here stays, to read and to take away.',
      can: 'Take a copy, and ask whoever runs this Kith.',
    },
    'copied storage': {
      what: 'This tablet seems to be a copy of another. Your words are safe here.',
      doing: 'Kith keeps what was written on each of them. Nothing is thrown away.',
      can: 'Use one of the two from now on. Look for anything that stands twice.',
    },
    'removal cuts words': {
      what: 'A phone or tablet was taken out, and its last words would have been cut off.',
      doing: 'Kith keeps those words, and does not go along with it.',
      can: 'Ask each other who did it. Then take it out once more, with a signal.',
    },
    'copies differ': {
      what: 'Two copies did not come out the same.',
      doing: 'Kith reads everything once more from the beginning, and goes by that.',
      can: 'You need do nothing. If you read this again, tell whoever runs this Kith.',
    },
    'said anew': {
      what: 'Some words from here could not be read anywhere else. They have been said once more.',
      doing: 'Kith wrote them down again in a way that all can read. Nothing is lost.',
      can: 'Look over what was written here of late. You need do nothing else.',
    },
    'kept here': {
      what: 'Words that you write here are kept here, and not sent.',
      doing: 'Kith keeps them safe on this tablet. It could not make them readable elsewhere.',
      can: 'Take a copy, then join this tablet once more with the card.',
    },
    'set aside': {
      what: 'Some words that came could not be used. They are set aside, not lost.',
      doing: 'Where they were written they are still there, and Kith asks for them again.',
      can: 'Open Kith on the phone or tablet that wrote them, with a signal.',
    },
    'wrong clock': {
      what: 'The clock of this tablet seems wrong. It changes nothing here.',
      doing: 'Kith goes by the order of what was done, not by clocks.',
      can: 'Put the clock right in the settings of the tablet, so that days are right.',
    },
  },
  states: {
    full: {
      what: 'This tablet is full. What you write now is only on this screen.',
      doing: 'Kith tries again every few seconds. What was saved before is safe.',
      can: 'Make some room, and leave this page open until it says \u201cSaved here\u201d.',
    },
    gone: {
      what: 'This tablet could not save. What you write now is only on this screen.',
      doing: 'Kith sends it while there is a signal, and tries again to save it.',
      can: 'Leave this page open. Open Kith on another phone or tablet too.',
    },
    lies: {
      what: 'What came back does not fit what was there before.',
      doing: 'Nothing of it was taken in, and all that is here stays. Kith tries again by itself.',
      can: 'If it goes on for days, ask whoever runs this Kith.',
    },
    refused: {
      what: 'It cannot be sent just now.',
      doing: 'Your words are safe here. Kith tries again by itself.',
      can: 'If it goes on for days, ask whoever runs this Kith.',
    },
  },
} as const
