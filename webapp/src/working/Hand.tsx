/** The small sign of whose hand: a blue circle, a green square, or one of each. The name stands beside it, so it is not read out. */

import type { By, Document } from '../../../sync/document.ts'
import { callName, initials, toneOf } from './names.ts'

export function Hand({ by, document }: { readonly by: By; readonly document: Pick<Document, 'names'> }) {
  const members = by === 'both' ? [0, 1] : [by]
  return (
    <span class="app-hand" aria-hidden="true">
      {members.map((member) => (
        <span class={`app-hand__mark${toneOf(member) === 'green' ? ' app-hand__mark--green' : ''}`} key={member}>
          {document.names[member]?.trim() ? initials(callName(member, document), 1) : ''}
        </span>
      ))}
    </span>
  )
}
