/** Photographs of maps on paper: kept, named, put away. What one shows is never changed. */

import type { Bytes } from '../../../sync/bytes.ts'
import { LIMITS } from '../../../sync/limits.ts'
import { change, current } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { carried, pieceCrypto } from '../document/photographs.ts'
import { checkLength } from '../map/person-change.ts'

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
  return checkLength(name) ?? changePhotograph('rename photograph', id, 'name', name.trim())
}

/** The day that the map was drawn, as `2026-11-30`. */
export function setPhotographDay(id: string, day: string): Outcome {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { refused: 'empty' }
  return changePhotograph('rename photograph', id, 'day', day)
}

export function archivePhotograph(id: string): Outcome {
  return changePhotograph('archive photograph', id, 'archived', true)
}

export function bringBackPhotograph(id: string): Outcome {
  return changePhotograph('bring back photograph', id, 'archived', false)
}

function changePhotograph(
  what: Parameters<typeof change>[0],
  id: string,
  field: 'name' | 'day' | 'archived',
  value: string | boolean,
): Outcome {
  const photographs = current.peek()?.snapshot.peek().photographs
  if (photographs !== undefined && !photographs.some((one) => one.id === id)) return { refused: 'gone' }
  return change(what, (draft) => draft.write(`photographs/${id}`, field, value))
}
