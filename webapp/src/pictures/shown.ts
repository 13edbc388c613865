/** The map as one moment shows it: now, or in a picture. Names and faces come from the people of today, also those put away. */

import type { Context, Document, PersonKind, Picture, Ring, Service } from '../../../sync/document.ts'

export interface Shown {
  /** The person's id. */
  readonly id: string
  readonly name: string
  readonly face: string
  readonly kind: PersonKind
  readonly ring: Ring
  readonly angle: number
  readonly died: boolean
  readonly service: Service
  readonly contexts: readonly Context[]
}

/** Whoever stands on the map today, where its owner has them: ideas are no places yet. */
export function shownNow({ people }: Document): readonly Shown[] {
  return people
    .filter((person) => !person.archived)
    .map(({ id, name, face, kind, died, service, contexts, place }) => {
      const { ring, angle } = place
      return { id, name, face, kind, died, service, contexts, ring, angle }
    })
}

/** Whoever stood there then. Who was taken out everywhere is not in it any more. */
export function shownIn(picture: Picture, { people }: Document): readonly Shown[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  return picture.rows.flatMap((row) => {
    const person = byId.get(row.id)
    if (person === undefined) return []
    return [{ ...row, name: person.name, face: person.face }]
  })
}

/** Pictures that are not put away, the newest day first; of one day, the last in the document first. */
export function pictures(document: Document): readonly Picture[] {
  return document.pictures
    .filter(({ archived }) => !archived)
    .reverse()
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
