/**
 * Whom somebody knows who could help. The list is in a space of their own; what they choose of it, one by one, goes into a pair's
 * document as a copy that says whose it is.
 */

import type { Asked, Offer } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

export interface NewOffer {
  readonly name: string
  /** What they could offer. */
  readonly words: string
  readonly asked: Asked
}

/** Writes somebody into one's own list, and gives the id. */
export function addOffer(own: OwnDocument, { name, words, asked }: NewOffer): string | Refused {
  if (name.trim() === '' && words.trim() === '') return { refused: 'empty' }
  const wrong = checkName(name)
  if (wrong !== null) return wrong
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  let id = ''
  own.change('add offer', (draft) => {
    const by = draft.by === 'both' ? 0 : draft.by
    id = draft.create('offers', { name: name.trim(), asked, by }, { words: words.trim() })
  })
  return id
}

/** Whether they may be named. What was shown before stays as it was, until it is shown again. */
export function setAsked(own: OwnDocument, id: string, asked: Asked): Outcome {
  return changeOffer(own, 'set offer', id, (draft) => draft.set('offers', id, 'asked', asked))
}

export function renameOffer(own: OwnDocument, id: string, name: string): Outcome {
  return checkName(name) ?? changeOffer(own, 'set offer', id, (draft) => draft.set('offers', id, 'name', name.trim()))
}

/** A copy that is put away keeps no name: they may have said no meanwhile. Shown again, it has what is true then. */
export function archiveOffer(document: SharedDocument, id: string): Outcome {
  const isCopy = document.snapshot.peek().offers.some((offer) => offer.id === id && offer.of !== '')
  return changeOffer(document, 'archive offer', id, (draft) => {
    draft.set('offers', id, 'archived', true)
    if (!isCopy) return
    draft.set('offers', id, 'name', '')
    draft.set('offers', id, 'asked', 'not yet')
  })
}

export function bringBackOffer(document: SharedDocument, id: string): Outcome {
  return changeOffer(document, 'bring back offer', id, (draft) => draft.set('offers', id, 'archived', false))
}

/**
 * Shows one offer in the open pair, as a copy: without a name as long as they were not asked, and never once they said no. Shown
 * again, the copy that is there is named as is true now; its words stay, since either of the two may have changed them. Gives the
 * copy's id.
 */
export function showOffer(offer: Offer, by: number): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (offer.asked === 'no') return { refused: 'asked not to' }
  const registers = { name: offer.asked === 'yes' ? offer.name : '', asked: offer.asked, by }
  const copy = document.snapshot.peek().offers.find(({ of }) => of === offer.id)
  let id = copy?.id ?? ''
  change('add offer', (draft) => {
    if (copy === undefined) id = draft.create('offers', { ...registers, of: offer.id }, { words: offer.words })
    else {
      for (const [field, value] of Object.entries({ ...registers, archived: false })) {
        draft.write(`offers/${id}`, field, value)
      }
    }
  })
  return id
}

function changeOffer(document: SharedDocument, what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  if (!document.snapshot.peek().offers.some((offer) => offer.id === id)) return { refused: 'gone' }
  document.change(what, edit)
  return 'done'
}

function checkName(name: string): Refused | null {
  return countCodePoints(name) > NAME_CODE_POINTS ? { refused: 'too long' } : null
}
