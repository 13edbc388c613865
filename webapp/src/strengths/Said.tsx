/** What another said of someone: a question, with two answers of the same size, until that one has answered. */

import type { By, Document, Strength } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName, toneOf } from '../working/names.ts'
import { agreeStrength, archiveStrength, declineStrength } from './actions.ts'

interface SaidProps {
  readonly strength: Strength
  readonly document: Document
  readonly pen: By
}

export function Said({ strength, document, pen }: SaidProps) {
  const { strengths } = words
  const { id, about, by, kind } = strength
  const what = brief(strength.words, words.history.nothing)
  const name = callName(about, document)
  const answer = (yes: boolean) => {
    if (yes) agreeStrength(id)
    else declineStrength(id)
    announce(yes ? strengths.agreed(what) : strengths.declined)
  }
  return (
    <Notice kind={toneOf(by)}>
      <p>{strengths.says(callName(by, document), strengths.begins[kind](name), strength.words)}</p>
      {pen === 'both' || pen === about ? (
        <div class="app-row">
          <Button onPress={() => answer(true)}>{strengths.yes}</Button>
          <Button onPress={() => answer(false)}>{strengths.no}</Button>
        </div>
      ) : (
        <>
          <p class="app-soft">{strengths.counts(name)}</p>
          <div class="app-row">
            <Button
              onPress={() => {
                archiveStrength(id)
                announce(strengths.isAway(what))
              }}
            >
              {strengths.takeBack}
            </Button>
          </div>
        </>
      )}
    </Notice>
  )
}
