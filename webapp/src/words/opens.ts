/** Words of "How Kith opens here": what opens it on this phone or tablet, and every change of that. */

export const opens = {
  title: 'How Kith opens here',
  hint: 'Change the words, or how soon it locks.',
  byWords: 'Your words open it.',
  byPhone: 'It asks for no words. Whoever can open this phone can open Kith.',
  byFingerToo: 'Your finger, your face or this phone\u2019s own code opens it too.',
  shared: 'You share this tablet, so only words open it.',

  change: 'Change the words',
  oldWords: 'The words that open it now',
  newWords: 'The new words',
  forgotten: 'I do not know them',
  forgottenHint: 'Kith then asks for your finger, your face or this phone\u2019s code.',
  changeFiles: 'A file that you saved before still opens with the words it was saved with.',
  changeDo: 'Use the new words',
  changed: 'The new words open it from now on. The old ones do not.',

  addFinger: 'Use my finger or face too',
  addFingerLead:
    'This phone or tablet asks for your finger, your face or its own code, and Kith opens. Your words open it as before.',
  addFingerCare:
    'Keep the paper with your words. If this phone forgets your finger or face, the words are your way in.',
  addFingerDo: 'Ask this phone now',
  addedFinger: 'It is set up. Next time, choose \u201cUse my finger or face\u201d.',
  removeFinger: 'Stop using my finger or face',
  removedFinger: 'Only your words open it now.',
  openWithFinger: 'Use my finger or face',
  goesWhenShared: 'If you share this tablet, only the words will open Kith here. A finger or face will not.',

  toPhone: 'My phone locks itself',
  toPhoneLead: 'Kith then asks for no words on this phone. The phone\u2019s own lock is the only lock.',
  toPhoneCare: 'Whoever can open this phone can open Kith, and whoever finds it with no lock can too.',
  toPhoneBack: 'You can go back to words any day.',
  toPhoneDo: 'Ask for no words',
  toPhoneDone: 'Kith asks for no words here from now on.',
  toWords: 'Ask for words again',
  toWordsDo: 'Use these words',
  toWordsDone: 'These words open it from now on.',

  changing: 'One moment\u2026',
  quiet: 'When nobody touches it, Kith locks after',
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  kept: 'What is kept here',
} as const
