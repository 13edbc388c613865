/** Two maps of made-up people, to be looked at before one's own. Nobody on them is anybody's; the small one comes first. */

export const example = {
  first: 'See an example first',
  madeUp: 'Made-up people',
  notKept: 'None of them is real, and nothing of this is kept. A map can look like one of these, or like neither.',
  close: 'Close the example',
  theirs: (name: string) => `What ${name} shows of their own map`,
  maps: {
    small: {
      name: 'Ines',
      said: 'Three, and that is the whole of it. Her grandad has died, and he stays where he is.',
      people: {
        lev: { name: 'Grandad Lev', words: 'he taught me to whistle' },
        pixel: { name: 'Pixel', words: 'wakes me every morning' },
        mina: { name: 'Mina', words: 'from the bakery' },
      },
    },
    fuller: {
      name: 'Tomasz',
      said: 'Places, a dog and a choir are on it too. Two of them he would leave open.',
      people: {
        zosia: { name: 'Zosia', words: 'my daughter' },
        otto: { name: 'Otto', words: 'walks me twice a day' },
        winnie: { name: 'Winnie', words: 'next door, we swap keys' },
        ray: { name: 'Uncle Ray', words: 'rings on Sundays' },
        plot: { name: 'Garden', words: 'behind the old school' },
        kezia: { name: 'Kezia', words: 'chess by post' },
        library: { name: 'Library', words: 'warm, and nobody minds' },
        choir: { name: 'Choir', words: 'when I feel like it' },
        advice: { name: 'Money advice', words: 'ask for Pat' },
        noor: { name: 'Noor', words: 'bus 14, we say hello' },
        football: { name: 'Football', words: 'maybe again' },
        petra: { name: 'Petra', words: 'from the old street' },
      },
    },
  },
} as const
