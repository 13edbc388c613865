/** Where everyone of the example maps stands. They are drawn from here, and are in no document. */

import type { PersonKind, Ring } from '../../../sync/document.ts'
import type { OnIt } from '../pictures/OneMap.tsx'
import { words } from '../words/en.ts'

export type Example = keyof typeof words.example.maps

/** The small one first: it is as whole as the other. */
export const EXAMPLES: readonly Example[] = ['small', 'fuller']

type Stands = readonly [kind: PersonKind, ring: Ring, angle: number, face: string]

type Everyone = {
  readonly [One in Example]: Readonly<Record<keyof (typeof words.example.maps)[One]['people'], Stands>>
}

const STAND: Everyone = {
  small: {
    lev: ['person', 'closest', 3150, '👴'],
    pixel: ['animal', 'closest', 800, '🐈'],
    mina: ['person', 'close', 2000, '👩🏼'],
  },
  fuller: {
    zosia: ['person', 'closest', 500, '👧'],
    otto: ['animal', 'closest', 2300, '🐕'],
    winnie: ['person', 'close', 3200, '👩🏾'],
    ray: ['person', 'close', 1000, '🧔🏻'],
    plot: ['place', 'close', 1900, '🌳'],
    kezia: ['person', 'life', 300, '🧑🏽'],
    library: ['place', 'life', 2750, '📚'],
    choir: ['activity', 'life', 1400, '🎵'],
    advice: ['service', 'life', 2150, '💷'],
    noor: ['person', 'life', 3400, '🧕🏽'],
    football: ['activity', 'tray', 0, '⚽️'],
    petra: ['person', 'past', 0, '👩'],
  },
}

const DIED = 'lev'

export function madeUp(example: Example): readonly OnIt[] {
  const stands: Readonly<Record<string, Stands>> = STAND[example]
  return Object.entries(words.example.maps[example].people).flatMap(([id, said]) => {
    const [kind, ring, angle, face] = stands[id] ?? []
    if (kind === undefined || ring === undefined || angle === undefined || face === undefined) return []
    return [{ id, ...said, kind, ring, angle, face, died: id === DIED }]
  })
}
