/** All ties of a map as a few paths, clear of every name and every mark. Pure. */

import type { Tie } from '../../../sync/document.ts'
import { middleRadius, type Point } from '../map/geometry.ts'
import { around, type Box } from '../map/labels.ts'
import type { Picture } from '../map/picture.ts'
import { runOf } from './curves.ts'

/** The `d` of four paths: of those who know each other, well or not, and the same of the one who is looked at. */
export interface Runs {
  readonly plain: string
  readonly strong: string
  readonly mine: string
  readonly mineStrong: string
}

/** All ties of a kind in one path: two hundred of them are four things to draw. */
export function runsOf(
  ties: readonly Tie[],
  focus: string,
  picture: Pick<Picture, 'circle' | 'mark' | 'spots' | 'labels' | 'tags' | 'ringWords' | 'text_px'>,
): Runs {
  const runs = { plain: '', strong: '', mine: '', mineStrong: '' }
  const marks = [...picture.spots.values()].map((spot) => around(spot, picture.mark))
  const names = [...picture.labels.values()].map(({ box }) => box).concat([...picture.tags.values()], wordsOf(picture))
  const middle = around(picture.circle, middleRadius(picture.circle))
  const ground = { middle: picture.circle, mark: picture.mark, marks: [...marks, middle], names }
  for (const tie of ties) {
    const [from, to] = [spotOf(tie.a, picture), spotOf(tie.b, picture)]
    if (from === undefined || to === undefined) continue
    const isMine = focus !== '' && (tie.a === focus || tie.b === focus)
    const which = tie.strength === 'strong' ? (isMine ? 'mineStrong' : 'strong') : isMine ? 'mine' : 'plain'
    runs[which] += runOf({ from, to }, ground)
  }
  return runs
}

/** About the room of the words on the rings, whose middle is given. */
function wordsOf({ ringWords, text_px }: Pick<Picture, 'ringWords' | 'text_px'>): readonly Box[] {
  return ringWords.map(({ text, x, y }) => {
    const half = text.length * text_px * 0.3
    return { left: x - half, right: x + half, top: y - text_px, bottom: y + text_px * 0.3 }
  })
}

/** Where they stand today, while an idea about them stands elsewhere. */
export function spotOf(id: string, { spots }: Pick<Picture, 'spots'>): Point | undefined {
  return spots.get(`${id} today`) ?? spots.get(id)
}
