/** One quiet line beside wishes and goals: what can be built on. Nothing where nothing was said. */

import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack, room } from '../working/attention.ts'
import { callName } from '../working/names.ts'
import { counts } from './actions.ts'

/** So many of each, so that it stays one line or two. */
const A_FEW = 3

export function GoodThingsLine({ document }: { readonly document: Document }) {
  const { strengths } = words
  const said = document.names.flatMap((_, about) => {
    const theirs = document.strengths.filter((one) => one.about === about && counts(one))
    if (theirs.length === 0) return []
    const few = theirs.slice(0, A_FEW).map((one) => brief(one.words, words.history.nothing))
    return [`${callName(about, document)}: ${few.join(', ')}`]
  })
  if (said.length === 0) return null
  return (
    <p class="app-good__line app-soft">
      <span>
        {strengths.remember}. {said.join(' \u00b7 ')}
      </span>
      {lookingBack.value === null && (
        <Button
          kind="link"
          onPress={() => {
            room.value = 'strengths'
          }}
        >
          {strengths.look}
        </Button>
      )}
    </p>
  )
}
