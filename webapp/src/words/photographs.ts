/** Words for a map on paper, photographed: to copy from later, or never. */

export const photographs = {
  title: 'A map on paper',
  titleMany: 'Maps on paper',
  lead: 'Is there a map on paper? Take a photo of it. You can copy from it later, or never.',
  take: 'Take a photo',
  choose: 'Choose a photo',
  opening: 'One moment. The photo is being made ready.',
  opened: 'Here is the photo. Shall it be kept?',

  keepTitle: 'Keep this photo?',
  chosen: 'The photo that you chose',
  leftOut: 'When and where it was taken is left out. Names and faces on it stay.',
  stays: 'A photo that is kept can be put away. It is gone for good only when you begin again without it.',
  keep: 'Keep it',
  another: 'Not this one',
  keeping: 'One moment',
  kept: 'The photo is kept.',

  refusals: {
    'too large': 'That file is too big to open here. Nothing is lost. Take a photo of the paper instead.',
    'not a photo': 'That could not be opened as a photo. Nothing is lost. Take a photo of the paper here instead.',
  },

  list: 'Kept so far',
  untitled: 'A photo of a paper map',
  untitledOn: (day: string) => `The paper map, ${day}`,
  by: (name: string) => `Added by ${name}`,
  byBoth: 'Added by both',
  look: (name: string) => `Look at ${name}`,
  lookShort: 'Look',
  back: 'All photos',

  coming: 'Not all of this photo has come here yet. It shows by itself when it has.',
  looking: 'One moment. Looking for the photo.',
  unread: 'This photo could not be opened here just now. Nothing is lost.',
  hidden: 'Names are off, so the photo is hidden too. Turn names on to see it.',

  zoomIn: 'Closer',
  zoomOut: 'See more',
  zoomWhole: 'All of it',
  zoom: 'How close',
  view: (name: string) =>
    `${name}. Move it with a finger or the arrow keys, closer with plus, and see more with minus.`,

  beside: 'Keep it beside the map',
  besideHint: 'It stands beside the map, while you copy from it.',
  besideClose: 'Put it aside',

  about: 'Its name, its day and what is on it',
  name: 'What shall it be called?',
  nameHint: 'A word or two, or nothing at all',
  day: 'Which day was it drawn?',
  dayHint: 'Or about when. It need not be right.',
  words: 'What is on it, in words',
  wordsHint: 'Only if you like. For whoever cannot see it, and to find your way in it.',
  putAway: 'Put this photo away',
  isAway: 'The photo is put away. It can be brought back.',
  away: 'Put away',
  bringBack: (name: string) => `Bring back ${name}`,
  bringBackShort: 'Bring back',
  isBack: 'The photo is back.',
} as const
