/** Good things of the one who helps, on their own list: written there, and shown in this partnership one by one. */

import { useState } from 'preact/hooks'
import type { Document, Strength, StrengthKind } from '../../../sync/document.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { AddToOwn } from '../own/AddToOwn.tsx'
import { KeptOfOwn } from '../own/KeptOfOwn.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { KINDS } from './AddGoodThing.tsx'
import { addOwnStrength, archiveOwnStrength, shownStrength, showStrength, takeStrengthOff } from './own-actions.ts'

interface OwnGoodThingsProps {
  readonly own: OwnDocument
  /** The pair's, where some of them may be shown. */
  readonly document: Document
}

export function OwnGoodThings({ own, document }: OwnGoodThingsProps) {
  const { strengths } = words
  const all = own.snapshot.value.strengths
  const listed = all.filter(({ archived }) => !archived)
  const away = all.filter(({ archived }) => archived)
  return (
    <section class="app-stack app-good" aria-labelledby="own-good">
      <h3 id="own-good">{strengths.own}</h3>
      <p class="app-soft">{strengths.ownLead}</p>
      {listed.length === 0 && <p class="app-soft">{strengths.none}</p>}
      <ul>
        {listed.map((one) => (
          <Row key={one.id} strength={one} own={own} document={document} />
        ))}
      </ul>
      <Add own={own} />
      {away.map((one) => (
        <div class="app-row" key={one.id}>
          <span class="app-soft">{strengths.isAway(brief(one.words, ''))}</span>
          <Button
            label={strengths.bringBack(brief(one.words, ''))}
            onPress={() => {
              archiveOwnStrength(own, one.id, false)
              announce(strengths.isBack(brief(one.words, '')))
            }}
          >
            {strengths.bringBackShort}
          </Button>
        </div>
      ))}
      <KeptOfOwn own={own} of="strengths" ids={all.map(({ id }) => id)} />
    </section>
  )
}

interface RowProps extends OwnGoodThingsProps {
  readonly strength: Strength
}

function Row({ strength, own, document }: RowProps) {
  const { strengths } = words
  const what = brief(strength.words, '')
  const copy = shownStrength(document, strength)

  return (
    <li class="app-stack app-stack--close">
      <span class="app-good__words">
        <span class="app-soft">{words.details.strengths[strength.kind]}</span> <b>{strength.words}</b>
        {copy !== undefined && <span class="app-soft app-good__by">{strengths.ownShown}</span>}
      </span>
      <div class="app-row">
        {copy === undefined ? (
          <Button onPress={() => done(showStrength(strength), strengths.ownShown)}>{strengths.ownShow(what)}</Button>
        ) : (
          <Button onPress={() => done(takeStrengthOff(strength), strengths.ownOff)}>{strengths.ownTake(what)}</Button>
        )}
        <Button
          kind="quiet"
          onPress={() => {
            archiveOwnStrength(own, strength.id, true)
            announce(strengths.isAway(what))
          }}
        >
          {strengths.putAway(what)}
        </Button>
      </div>
    </li>
  )
}

function Add({ own }: { readonly own: OwnDocument }) {
  const { strengths } = words
  const [kind, setKind] = useState<StrengthKind>('like')
  return (
    <AddToOwn
      called={strengths.ownAdd}
      label={strengths.ownWords}
      hint={strengths.hint}
      button={strengths.ownAdd}
      onAdd={(text) => addOwnStrength(own, text, kind)}
      said={strengths.added}
    >
      <Choice
        label={strengths.kind}
        shape="tiles"
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: words.details.strengths[one] }))}
        onChoose={setKind}
      />
    </AddToOwn>
  )
}
