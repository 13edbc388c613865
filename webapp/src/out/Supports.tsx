/** What would make an outing easier: what, who, and whether they were asked. Someone on the map, or to be found. */

import { useState } from 'preact/hooks'
import { type Document, isSupportKind, type Outing, type Support, type SupportKind } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { useHalfTyped } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { addPerson } from '../map/actions.ts'
import { CoField } from '../plan/CoField.tsx'
import { brief, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { namesHidden } from '../working/hidden-names.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { PutAway } from '../working/PutAway.tsx'
import { LineField } from './LineField.tsx'
import { whoCouldCome } from './lasting.ts'
import {
  addSupport,
  archiveSupport,
  bringBackSupport,
  sayNobodyYet,
  setSupportAsked,
  setSupportHappened,
  setSupportTo,
  setSupportWho,
} from './support-actions.ts'
import { TakeAway } from './TakeAway.tsx'
import { WhoPick } from './WhoPick.tsx'

interface SupportsProps {
  readonly outing: Outing
  readonly document: Document
}

export function Supports({ outing, document }: SupportsProps) {
  const { out } = words
  const all = document.supports.filter((one) => one.outing === outing.id)
  const shown = all.filter(({ archived }) => !archived)
  const away = all.filter(({ archived }) => archived)
  return (
    <Fold title={out.help} said={shown.map(({ kind }) => out.supports[kind]).join(', ')} hint={out.helpHint}>
      {shown.map((support) => (
        <OneSupport key={support.id} support={support} document={document} />
      ))}
      <CouldCome outing={outing} document={document} shown={shown} />
      <AddSupport outing={outing} />
      <CoField entity="outings" id={outing.id} field="helps" label={out.helps} document={document} />
      <PutAway
        title={out.putAway}
        away={away.map(({ id, kind, words: more }) => ({
          id,
          what: `${out.supports[kind]} ${brief(more, '')}`.trim(),
          back: () => bringBackSupport(id),
        }))}
        called={words.plan.bringBack}
        said={words.plan.isBack}
      />
    </Fold>
  )
}

function AddSupport({ outing }: { readonly outing: Outing }) {
  const { out } = words
  const [kind, setKind] = useState<SupportKind>('come along')
  const [more, write] = useHalfTyped(`support outings/${outing.id}`, out.addSupport)
  const [error, setError] = useState<string | undefined>(undefined)
  const options = Object.entries(out.supports).flatMap(([value, label]) =>
    isSupportKind(value) ? [{ value, label }] : [],
  )
  function add(): void {
    const outcome = addSupport({ outing: outing.id, kind, words: more })
    if (isRefused(outcome)) return setError(words.working.refusals[outcome.refused])
    announce(out.supportAdded(out.supports[kind]))
    write('')
  }
  return (
    <div class="app-outing__part app-stack app-stack--close">
      <Pick label={out.addSupport} value={kind} options={options} onPick={setKind} />
      <Field
        label={out.supportWords}
        value={more}
        error={error}
        onInput={(text) => {
          setError(undefined)
          write(text)
        }}
        onEnter={add}
      />
      <div>
        <Button onPress={add}>{out.addIt}</Button>
      </div>
    </div>
  )
}

/** Why somebody is named is said with it: what was written about the two. */
function CouldCome({ outing, document, shown }: SupportsProps & { readonly shown: readonly Support[] }) {
  const { out } = words
  const asked = new Set(shown.flatMap(({ who }) => (who.kind === 'person' ? [who.id] : [])))
  const people = whoCouldCome(outing, document.people).filter(({ id }) => !asked.has(id))
  return (
    <>
      {people.map(({ id, name, together }) => (
        <div class="app-row" key={id}>
          <span class="app-soft">{out.couldCome(name, together)}</span>
          <Button
            onPress={() => {
              addSupport({ outing: outing.id, kind: 'come along', who: { kind: 'person', id } })
              announce(out.supportAdded(name))
            }}
          >
            {out.ask(name)}
          </Button>
        </div>
      ))}
    </>
  )
}

/** A no leads on: what is not there yet goes on the board of what is in the way, in the hand of whoever writes. */
function NobodyYet({ support, document }: { readonly support: Support; readonly document: Document }) {
  const { out } = words
  const what = out.noOneFor(support.words || out.supports[support.kind])
  if (document.barriers.some((one) => one.words === what && !one.archived)) return null
  return (
    <div>
      <Button
        onPress={() => {
          sayNobodyYet(support, what)
          announce(out.isOnBoard(out.supports[support.kind]))
        }}
      >
        {out.toBoard}
      </Button>
    </div>
  )
}

function OneSupport({ support, document }: { readonly support: Support; readonly document: Document }) {
  const { out } = words
  const { id, kind, who, asked, happened, to } = support
  const what = out.supports[kind]
  const meets = kind === 'introduce' || kind === 'buddy'
  const newName = kind === 'introduce' ? to : who.kind === 'other' ? who.name : ''
  const isKnown = document.people.some((one) => one.name === newName && !one.archived)
  return (
    <div class="app-outing__part app-stack app-stack--close" role="group" aria-label={what}>
      <p>
        <b>{what}</b> {support.words}
      </p>
      <CopiedFrom thing={support} />
      {kind === 'buddy' && <p class="app-soft">{out.buddyHint}</p>}
      <WhoPick
        label={out.supportWho}
        who={who}
        document={document}
        name={`supports/${id}/who`}
        onPick={(next) => setSupportWho(id, next)}
      />
      {who.kind !== 'unknown' && (
        <Choice
          label={out.wasAsked(whoWords(who, document))}
          shape="tiles"
          value={asked}
          options={(['not yet', 'yes', 'no'] as const).map((value) => ({ value, label: out.asked[value] }))}
          onChoose={(answer) => setSupportAsked(id, answer)}
        />
      )}
      {asked === 'no' && <NobodyYet support={support} document={document} />}
      {kind === 'introduce' && !namesHidden.value && (
        <LineField label={out.to} value={to} name={`supports/${id}/to`} onWrite={(text) => setSupportTo(id, text)} />
      )}
      {meets && <Tick label={out.happened} checked={happened} onChange={(on) => setSupportHappened(id, on)} />}
      {meets && happened && newName !== '' && !isKnown && !namesHidden.value && (
        <div>
          <Button
            onPress={() => {
              addPerson({ name: newName, kind: 'person' })
              announce(out.isOnMap(newName))
            }}
          >
            {out.onMap(newName)}
          </Button>
        </div>
      )}
      <KeptBeside
        document={document}
        entity={`supports/${id}`}
        fields={['kind', 'who', 'asked', 'to', 'happened', 'archived']}
      />
      <TakeAway what={what} onTake={() => archiveSupport(id)} />
    </div>
  )
}
