/** Puts a page together for somebody who is close: everything on it is chosen, and nothing is to begin with. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { useHalfTyped } from '../kit/draft.ts'
import { Field, TextArea } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import { PageWords } from './PageWords.tsx'
import { type Chosen, goalsForPage, NOTHING, pageWords, sayingsForPage } from './page.ts'
import { addDisclosure } from './telling-actions.ts'

interface PageForProps {
  readonly document: Document
  readonly onClose: () => void
}

export function PageFor({ document, onClose }: PageForProps) {
  const { page } = words.barriers
  const [to, setTo] = useState('')
  const [until, setUntil] = useState('')
  const [ticked, setTicked] = useState<Chosen>(NOTHING)
  const [own, setOwn] = useHalfTyped('page own', page.title)
  const chosen = { ...ticked, own }
  const name = callName(0, document)
  const text = pageWords(chosen, document)

  function ask(): void {
    const made = addDisclosure({ words: text, to, until })
    if (isRefused(made)) {
      tell(words.working.refusals[made.refused])
      return
    }
    setOwn('')
    announce(page.asked(name))
    onClose()
  }

  const isWhole = text !== '' && to.trim() !== ''
  return (
    <Sheet
      title={page.title}
      onClose={onClose}
      actions={
        <Button kind="main" off={!isWhole} onPress={ask}>
          {page.ready}
        </Button>
      }
    >
      {namesHidden.value ? (
        <NamesAreHidden />
      ) : (
        <>
          <p>{page.lead(name)}</p>
          <p class="app-soft">{page.never}</p>
          <Field label={page.to} hint={page.toHint} value={to} onInput={setTo} maxLength={120} />
          <Parts chosen={ticked} document={document} onChoose={setTicked} />
          <TextArea label={page.own} hint={page.ownHint} value={own} onInput={setOwn} />
          <Field
            label={page.untilWhen}
            hint={words.barriers.tellUntilHint}
            type="date"
            value={until}
            onInput={setUntil}
          />
          <section class="app-stack app-stack--close" aria-label={page.looks}>
            <h3>{page.looks}</h3>
            {text === '' ? (
              <p class="app-soft">{page.empty}</p>
            ) : (
              <div class="app-page">
                <PageWords text={text} />
              </div>
            )}
            <p class="app-soft">{page.look}</p>
          </section>
        </>
      )}
    </Sheet>
  )
}

interface PartsProps {
  readonly chosen: Chosen
  readonly document: Document
  readonly onChoose: (chosen: Chosen) => void
}

function Parts({ chosen, document, onChoose }: PartsProps) {
  const { page } = words.barriers
  const goals = goalsForPage(document)
  const sayings = sayingsForPage(document)
  const flip = (all: readonly string[], id: string, on: boolean) =>
    on ? [...all, id] : all.filter((one) => one !== id)
  if (goals.length + sayings.length + document.meeting.length === 0) return null
  return (
    <fieldset class="app-choice">
      <legend class="app-field__label">{page.what}</legend>
      <div class="app-choice__options">
        {goals.map(({ id, title }) => (
          <Tick
            key={id}
            label={page.lineGoal(title)}
            checked={chosen.goals.includes(id)}
            onChange={(on) => onChoose({ ...chosen, goals: flip(chosen.goals, id, on) })}
          />
        ))}
        {chosen.goals.length > 0 && (
          <Tick label={page.steps} checked={chosen.steps} onChange={(steps) => onChoose({ ...chosen, steps })} />
        )}
        {sayings.map(({ id, words: text }) => (
          <Tick
            key={id}
            label={page.lineEasier(text)}
            checked={chosen.sayings.includes(id)}
            onChange={(on) => onChoose({ ...chosen, sayings: flip(chosen.sayings, id, on) })}
          />
        ))}
        {document.meeting !== '' && (
          <Tick
            label={page.lineMeeting(document.meeting)}
            checked={chosen.meeting}
            onChange={(meeting) => onChoose({ ...chosen, meeting })}
          />
        )}
      </div>
    </fieldset>
  )
}
