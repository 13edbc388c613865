/** Words of files: a copy to take along, one's changes on their way by hand, and a copy that is read. */

const some = (number: number, one: string, many: string): string => (number === 1 ? `1 ${one}` : `${number} ${many}`)

export const files = {
  copyTitle: 'Take a copy with you',
  copyLead: 'All that is here goes into one file: the map, the plan and who wrote what.',
  copyWords: 'Words that lock the copy',
  copyWordsHint: 'Whoever has the file and these words can read all of it. Keep the two apart.',
  copyNoWords: 'Without the words nobody can open it, not even the people who run Kith.',
  copyMake: 'Save the copy',
  copyMaking: 'Locking it\u2026',
  copyDone: 'The copy is saved on this tablet, with the other files. Its name says nothing about you.',

  changesTitle: 'Changes as a file',
  changesLead: 'For when there is no signal. Pass the file to the other tablet by cable, by stick or however you like.',
  changesWho: 'Only a phone or tablet that can open this already can read it.',
  changesMake: 'Save my changes',
  changesMaking: 'Gathering them\u2026',
  changesDone: 'Saved with the other files on this tablet. Now open it on the other one, in this same place.',
  takeTitle: 'Take in a file',
  takeLead: 'Choose a file of changes, or a copy that one of you took along.',
  takeAsk: 'This is a copy under words. Which words lock it?',
  look: 'Look inside',
  looking: 'Looking\u2026',
  lookFresh: (number: number) =>
    number === 0
      ? 'There is nothing new in it. All of it is here already.'
      : `It brings ${some(number, 'change', 'changes')} that are not here yet.`,
  lookMade: (day: string) => `Made on ${day}.`,
  lookWaiting: (number: number) =>
    `${some(number, 'change', 'changes')} in it wait for others that have not come. They are kept until then.`,
  lookRefused: (number: number) =>
    `${some(number, 'change', 'changes')} in it cannot be right. They are set aside and change nothing.`,
  lookSafe: 'Nothing that is here now gets lost.',
  take: 'Take them in',
  taking: 'Taking them in\u2026',
  taken: 'They are in.',

  file: 'The file',
  fileChosen: (name: string) => `Chosen: ${name}`,
  otherFile: 'Use another file',

  openCopy: 'Open a copy',
  openTitle: 'Open a copy',
  openLead: 'Choose the file that you took with you. It can be read with no signal.',
  openWords: 'The words that lock it',
  open: 'Look inside',
  opening: 'Opening it\u2026',
  preview: 'This is what it holds',
  previewMade: (day: string, whose: string) => `Made on ${day}, on ${whose}.`,
  previewShared: 'a tablet that was shared',
  previewOwn: (name: string) => `a phone or tablet for ${name}`,
  previewNobody: 'a tablet that it does not name',
  previewNames: (names: string) => `It is about ${names}.`,
  previewPeople: (number: number) => some(number, 'person or place', 'people and places'),
  previewGoals: (number: number) => some(number, 'goal', 'goals'),
  previewSteps: (number: number) => some(number, 'step', 'steps'),
  previewAside: (number: number) =>
    `${some(number, 'change', 'changes')} in it could not be used. The rest is as it was.`,
  previewKeep: 'You can keep it here to read. To write in it again you need the key card.',
  keep: 'Keep it here to read',
  keeping: 'Keeping it\u2026',
  letGo: 'Put it away again',

  map: 'The map',
  plan: 'The plan',
  readTitle: 'A copy to read',
  readLead: 'This is a copy. It can be read, and nothing in it changes.',
  readAgain: 'To write in it again',
  readAgainCard: 'With the key card it goes on as before, once there is a signal.',
  readAgainOther: 'Or ask somebody who has it for an invitation. Once you are in, take this file in there.',
  useCard: 'Use the key card',
  usingCard: 'Opening\u2026',
  lockCopy: 'Close and lock',
  nobody: 'Nobody is on the map.',
  noPlan: 'There is no plan yet.',
  otherSteps: 'Other steps',
  done: 'done',
  letGoOf: 'let go',
  died: 'has died',
} as const
