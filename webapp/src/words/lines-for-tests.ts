/** Everything that Kith can say, line by line, for whoever looks at how it is said. */

import { words } from './en.ts'

/** Every line with its place in the catalogue. What is filled in is filled in with a short name. */
function* lines(value: unknown, place: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [place, value]
  else if (typeof value === 'function') yield* lines(value(...Array(value.length).fill('Ama')), place)
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* lines(one, `${place}.${at}`)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) if (key !== 'href') yield* lines(one, `${place}.${key}`)
  }
}

export const all: readonly (readonly [place: string, line: string])[] = [
  ...lines(
    {
      ...words,
      map: {
        ...words.map,
        spoken: words.map.spoken('Ama', 'Person', [], ['Close']),
        spokenBeside: words.map.spoken('Ama', 'Person', ['my aunt'], ['Close']),
      },
    },
    'words',
  ),
]
