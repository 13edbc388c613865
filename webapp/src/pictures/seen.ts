/** What can be counted on a map, in sentences. No name of a measure, no arrow, and nothing that says more is better. */

import type { Standing } from '../map/measures.ts'
import { measure } from '../map/measures.ts'
import { words } from '../words/en.ts'

/** A line each; what was not said is left out, and what is not known is said apart. */
export function seenWords(standing: Standing): readonly string[] {
  const { n, tray, rings, services, ties } = measure(standing)
  const { pictures } = words
  const said = services.outside + services.inside + services.linked
  return [
    pictures.onMap(n),
    ...(n > 0 ? [pictures.rings(rings.closest, rings.close, rings.life)] : []),
    ...(tray > 0 ? [pictures.unsure(tray)] : []),
    ...(said > 0 ? [pictures.outside(services.outside, said)] : []),
    ...(services.inside > 0 ? [pictures.inside(services.inside, said)] : []),
    ...(services.linked > 0 ? [pictures.linked(services.linked, said)] : []),
    ...(said > 0 && services.unknown > 0 ? [pictures.notSaid(services.unknown)] : []),
    ...(ties !== null && ties > 0 ? [pictures.ties(ties)] : []),
  ]
}
