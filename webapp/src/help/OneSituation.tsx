/** One thing of any week: touch whoever could help with it, or say it another way. */

import type { Document, HelpAnswer, Situation } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { situationName } from '../history/values.ts'
import { addWish } from '../jar/actions.ts'
import { addingAgain, isInTheJar } from '../jar/again.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'
import { addPerson } from '../map/actions.ts'
import { answerSituation, linkHelper, putAwaySituation, rewordSituation, setGives } from '../map/help-actions.ts'
import { PersonToken } from '../map/PersonMark.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { isMarked } from './missing.ts'
import { isOwn } from './situations.ts'

const ANSWERS: readonly HelpAnswer[] = ['nobody', 'rather not', 'myself', '']

interface OneSituationProps {
  readonly situation: Situation
  readonly document: Document
  readonly onLeave: () => void
}

export function OneSituation({ situation, document, onLeave }: OneSituationProps) {
  const { help, details } = words
  const { id } = situation
  const what = situationName(id, document)
  const fields = ['people', 'answer', 'gives', 'words', 'away'].map((field) => `${id}/${field}`)
  return (
    <>
      <Faces situation={situation} document={document} what={what} />
      <Choice
        label={help.or}
        shape="tiles"
        value={situation.answer}
        options={ANSWERS.map((answer) => ({
          value: answer,
          label: answer === '' ? help.openAnswer : details.answers[answer],
        }))}
        onChoose={(answer) => answerSituation(id, answer)}
      />
      <Tick label={details.gives} checked={situation.gives} onChange={(gives) => setGives(id, gives)} />
      <KeptBeside document={document} entity="help" fields={fields} />
      <MissingHere what={what} />
      {situation.answer === 'nobody' && <WishForThis what={what} document={document} />}
      <Words situation={situation} what={what} onLeave={onLeave} />
    </>
  )
}

interface AboutOneProps {
  readonly situation: Situation
  readonly what: string
}

/** Faces of everybody on the map. Who has died is never suggested; a link that is there already stays in sight. */
function Faces({ situation, what, document }: AboutOneProps & { readonly document: Document }) {
  const { help } = words
  const offered = document.people
    .filter(({ id, archived, died, kind }) => {
      return situation.people.includes(id) || !(archived || died || kind === 'missing')
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  if (offered.length === 0) return <p class="app-soft">{help.noFaces}</p>
  return (
    <fieldset class="app-choice app-choice--people">
      <legend class="app-field__label">{help.faces}</legend>
      <div class="app-choice__options">
        {offered.map((person) => (
          <Tick
            key={person.id}
            label={person.name}
            picture={<PersonToken {...person} size={36} />}
            checked={situation.people.includes(person.id)}
            onChange={(on) => {
              linkHelper(situation.id, person.id, on)
              announce(on ? help.linked(person.name, what) : help.unlinked(person.name))
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A gap may be marked, and never is by itself. */
function MissingHere({ what }: { readonly what: string }) {
  const { help } = words
  const name = help.missingName(what).slice(0, NAME_LENGTH)
  if (isMarked(name)) return <p class="app-soft">{help.isMissing(name)}</p>
  return (
    <div class="app-stack app-stack--close">
      <div>
        <Button
          describedBy="missing-here-hint"
          onPress={() => {
            done(addPerson({ name, kind: 'missing' }), help.isMissing(name))
          }}
        >
          {help.missingFor}
        </Button>
      </div>
      <p class="app-soft" id="missing-here-hint">
        {help.missingHint}
      </p>
    </div>
  )
}

/** From the answer to the wish jar: nobody has to do anything about it. */
function WishForThis({ what, document }: { readonly what: string; readonly document: Document }) {
  const { kinds, added } = words.jar
  const wish = kinds.somebodyFor(what)
  if (isInTheJar(wish, document)) return <p class="app-soft">{added(wish)}</p>
  return (
    <div>
      <Button
        onPress={() =>
          done(
            addingAgain(wish, document, (text) => addWish({ words: text })),
            added(wish),
          )
        }
      >
        {kinds.forThis}
      </Button>
    </div>
  )
}

function Words({ situation, what, onLeave }: AboutOneProps & { readonly onLeave: () => void }) {
  const { help } = words
  const reword = (text: string) => {
    const outcome = rewordSituation(situation.id, text, isOwn(situation))
    if (isRefused(outcome)) tell(words.working.refusals[outcome.refused])
  }
  const draft = useDraft(situation.words, reword, `help/${situation.id}/words`, help.with(what))
  return (
    <details class="app-away">
      <summary class="app-away__head">{help.change}</summary>
      <div class="app-stack">
        <Field
          label={help.reword}
          hint={isOwn(situation) ? help.ownHint : help.rewordHint}
          value={draft.text}
          placeholder={isOwn(situation) ? undefined : what}
          onInput={draft.write}
          onBlur={draft.settle}
          onEnter={draft.settle}
          maxLength={NAME_LENGTH}
        />
        <div>
          <Button
            onPress={() => {
              putAwaySituation(situation.id)
              announce(help.isAway(what))
              onLeave()
            }}
          >
            {help.putAway}
          </Button>
        </div>
      </div>
    </details>
  )
}
