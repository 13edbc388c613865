/** Pictures of the map: taken, begun anew from, named, put away. What a picture shows is never changed. */

import type { Document, Picture } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { addThing, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { mayPlace } from '../document/giving.ts'
import { checkLength } from '../document/lengths.ts'
import { compareText } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { answerTo } from '../document/wonders.ts'
import { settleNudge } from './placing.ts'
import { tiedTo } from './tie-actions.ts'

/** Takes a picture of the map as it stands, and gives its id. The map goes on as it is. */
export function takePicture(name: string): string | Refused {
  return take('take picture', name, (draft) => createPicture(draft, name, 'copy'))
}

/**
 * Takes a picture of the map as it stands, then moves everybody to the tray, and gives the picture's id: one undo step. Who
 * has died stays, since nobody is asked where they belong. Only the hand that places people can do it.
 */
export function startBlank(name: string): string | Refused {
  const document = current.peek()
  if (document !== null && !mayPlace(document.pen.peek())) return { refused: 'theirs to say' }
  return take('start blank', name, (draft) => {
    for (const { id, archived, died, place, wonder } of draft.document.people) {
      if (archived || died) continue
      if (place.ring !== 'tray') draft.write(`people/${id}`, 'place', ['tray', 0])
      if (wonder !== null) draft.write(`people/${id}`, 'answered', answerTo(wonder))
    }
    return createPicture(draft, name, 'blank')
  })
}

export function renamePicture(id: string, name: string): Outcome {
  const set = (draft: Draft): void => draft.set('pictures', id, 'name', name.trim())
  return checkLength(name) ?? changeThing('rename picture', 'pictures', id, set)
}

/** The day that it shows, as `2026-11-30`: a picture may be made of a map that was drawn on paper before. */
export function setPictureDay(id: string, day: string): Outcome {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { refused: 'empty' }
  return changeThing('rename picture', 'pictures', id, (draft) => draft.set('pictures', id, 'day', day))
}

export function archivePicture(id: string): Outcome {
  return changeThing('archive picture', 'pictures', id, (draft) => draft.set('pictures', id, 'archived', true))
}

export function bringBackPicture(id: string): Outcome {
  return changeThing('bring back picture', 'pictures', id, (draft) => draft.set('pictures', id, 'archived', false))
}

function take(what: 'take picture' | 'start blank', name: string, make: (draft: Draft) => string): string | Refused {
  settleNudge() // what the keys have just moved is on it
  return checkLength(name) ?? addThing(what, make)
}

function createPicture(draft: Draft, name: string, start: Picture['start']): string {
  const { pictures } = draft.document
  const after = pictures.filter(({ archived }) => !archived).pop()?.id ?? ''
  const registers = { name: name.trim(), day: draft.today, after, start }
  return draft.create('pictures', registers, {}, rowsOf(draft.document))
}

/** Everyone who is on the map or in the tray, as they are stored in a picture. */
function rowsOf({ people, ties }: Document): ReadonlyMap<string, unknown> {
  const shown = people.filter(({ archived }) => !archived)
  return new Map(
    shown.map(({ id, place, kind, service, died, contexts }) => {
      const tied = [...tiedTo(ties, id)]
        .filter((other) => compareText(other, id) > 0 && shown.some((one) => one.id === other))
        .sort(compareText)
      return [id, [place.ring, place.angle, kind, service, died, [...contexts], tied]]
    }),
  )
}
