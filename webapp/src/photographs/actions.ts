/** Photographs of maps on paper: kept, named, put away. What one shows is never changed. */

import type { Bytes } from '../../../sync/bytes.ts'
import { LIMITS } from '../../../sync/limits.ts'
import { current } from '../document/current.ts'
import { changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength } from '../document/lengths.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { carried, pieceCrypto } from '../document/photographs.ts'

/**
 * Keeps a photograph, and gives its id: its pieces first, then what the document says of it, so that it is whole wherever it is
 * named. One undo step.
 */
export async function addPhotograph(jpeg: Bytes): Promise<string | Refused> {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (document.snapshot.peek().photographs.length >= LIMITS.photographs) return { refused: 'too many photos' }
  const by = document.pen.peek()
  const { sealing, updates } = await carried(jpeg, by, document.now_s, document.newClient(), pieceCrypto())
  if (current.peek() !== document) return { refused: 'nothing open' }
  for (const update of updates) document.carry(update, by)
  let id = ''
  const create = (draft: Draft): void => {
    id = draft.create('photographs', { day: draft.today, by, ...sealing })
  }
  document.change('add photograph', create, by)
  return id
}

export function renamePhotograph(id: string, name: string): Outcome {
  const set = (draft: Draft): void => draft.set('photographs', id, 'name', name.trim())
  return checkLength(name) ?? changeThing('rename photograph', 'photographs', id, set)
}

/** The day that the map was drawn, as `2026-11-30`. */
export function setPhotographDay(id: string, day: string): Outcome {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { refused: 'empty' }
  return changeThing('rename photograph', 'photographs', id, (draft) => draft.set('photographs', id, 'day', day))
}

export function archivePhotograph(id: string): Outcome {
  return changeThing('archive photograph', 'photographs', id, (draft) => draft.set('photographs', id, 'archived', true))
}

export function bringBackPhotograph(id: string): Outcome {
  return changeThing('bring back photograph', 'photographs', id, (draft) =>
    draft.set('photographs', id, 'archived', false),
  )
}
