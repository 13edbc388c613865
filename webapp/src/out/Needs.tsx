/** What each of the two would like to be known: getting in and joining in, good to know, how to be asked after. Their own hand alone. */

import { useState } from 'preact/hooks'
import type { By, Document, Need, NeedKind } from '../../../sync/document.ts'
import { isRefused, type Refused } from '../document/outcomes.ts'
import { Choice } from '../kit/Choice.tsx'
import { Pick } from '../kit/Pick.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { addNeed, archiveNeed, bringBackNeed, setNeedWho } from './afterwards-actions.ts'
import { titleOf, topicOf } from './need-words.ts'
import { TakeAway } from './TakeAway.tsx'
import { WhoPick } from './WhoPick.tsx'

const KINDS: readonly NeedKind[] = ['access', 'about me', 'check in']

interface NeedsProps {
  readonly document: Document
  readonly pen: By
}

export function Needs({ document, pen }: NeedsProps) {
  const { out } = words
  return (
    <section class="app-totell app-stack" aria-labelledby="good-to-know">
      <h3 id="good-to-know">{out.goodToKnow}</h3>
      <p class="app-soft">{out.goodToKnowIntro}</p>
      {document.names.map((_, by) => (
        <OfOne key={by} by={by} document={document} pen={pen} />
      ))}
    </section>
  )
}

function OfOne({ by, document, pen }: NeedsProps & { readonly by: number }) {
  const { out } = words
  const name = callName(by, document)
  const own = document.needs.filter((need) => need.by === by)
  const shown = own.filter(({ archived }) => !archived)
  const away = own.filter(({ archived }) => archived)
  const isTheirs = (pen === 'both' || pen === by) && lookingBack.value === null
  if (shown.length === 0 && !isTheirs) return null
  return (
    <section class="app-stack app-stack--close" aria-label={out.knowOf(name)}>
      <h4 class="app-outing__name">{name}</h4>
      <ul class="app-barriers">
        {shown.map((need) => (
          <OneNeed key={need.id} need={need} document={document} isTheirs={isTheirs} />
        ))}
      </ul>
      {isTheirs && <AddNeed by={by} name={name} />}
      {isTheirs && (
        <PutAway
          title={out.putAway}
          away={away.map((need) => ({ id: need.id, what: titleOf(need), back: () => bringBackNeed(need.id) }))}
          called={words.plan.bringBack}
          said={words.plan.isBack}
        />
      )}
    </section>
  )
}

function OneNeed({ need, document, isTheirs }: { need: Need; document: Document; isTheirs: boolean }) {
  const { out } = words
  const title = titleOf(need)
  return (
    <li class="app-barrier">
      <p>
        <span class="app-soft">{out.needs[need.kind]}:</span> <b>{topicOf(need)}</b> {need.words}
        {need.kind === 'check in' && need.who.kind !== 'unknown' && ` (${whoWords(need.who, document)})`}
      </p>
      <CopiedFrom thing={need} />
      <KeptBeside document={document} entity={`needs/${need.id}`} fields={['kind', 'topic', 'who', 'archived']} />
      {need.kind === 'check in' && isTheirs && (
        <>
          <WhoPick
            label={out.needWho}
            who={need.who}
            document={document}
            name={`needs/${need.id}/who`}
            onPick={(who) => setNeedWho(need.id, who)}
          />
          <p class="app-soft">{out.checkInNever}</p>
        </>
      )}
      {isTheirs && <TakeAway what={title} onTake={() => archiveNeed(need.id)} />}
    </li>
  )
}

function AddNeed({ by, name }: { readonly by: number; readonly name: string }) {
  const { out } = words
  const [kind, setKind] = useState<NeedKind>('access')
  const [topic, setTopic] = useState('')
  function add(text: string): string | Refused {
    const outcome = addNeed({ kind, topic, words: text, by })
    if (!isRefused(outcome)) setTopic('')
    return outcome
  }
  return (
    <AddLine
      open={out.addNeed}
      called={out.addNeedFor(name)}
      label={out.needWords}
      name={`add need ${by}`}
      about={out.knowOf(name)}
      onAdd={add}
      said={() => out.needAdded}
    >
      <Choice
        label={out.needKind}
        shape="tiles"
        value={kind}
        options={KINDS.map((value) => ({ value, label: out.needs[value] }))}
        onChoose={(next) => {
          setKind(next)
          setTopic('')
        }}
      />
      <Pick
        label={out.needTopic}
        value={topic}
        options={[
          { value: '', label: out.noTopic },
          ...Object.entries(out.topics[kind]).map(([value, label]) => ({ value, label })),
        ]}
        onPick={setTopic}
      />
    </AddLine>
  )
}
