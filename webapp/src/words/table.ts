/** Words of table mode: the tablet lies flat between the two, one half facing each. */

export const table = {
  title: 'The map, across the table',
  opened: 'The map lies between you. What you touch in your half is yours.',
  side: (name: string) => `${name}\u2019s side`,
  what: 'Drag someone, or tap them and then a ring.',
  back: 'Back to one side',
  isBack: 'Back to one side.',
  swap: 'Swap sides',
  swapped: (near: string, far: string) => `Now ${near} sits here, and ${far} across.`,
  undoOf: (name: string) => `Undo, ${name}`,
  writeAbout: (name: string) => `About ${name}, on one side`,
} as const
