/** What one heard the other say: said back, and right or not quite when the other says so. Both stand side by side. */

import { useState } from 'preact/hooks'
import type { Document, Saying } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { addSaying, answerHeard, archiveSaying } from './actions.ts'
import { OffTheList, Said } from './Sayings.tsx'
import { through, voicesHere } from './voices.ts'
import { voiceOf, WhoSays } from './WhoSays.tsx'

export function Heard({ document }: { readonly document: Document }) {
  const { talk } = words
  const [chosen, setChosen] = useState(1)
  const by = voiceOf(chosen, document)
  const all = document.sayings.filter((one) => one.kind === 'heard' && one.beside === '')
  const heard = all.filter(({ archived }) => !archived)
  return (
    <div class="app-stack app-stack--close">
      {heard.length > 0 && (
        <ul class="app-said">
          {heard.map((one) => (
            <One key={one.id} saying={one} document={document} />
          ))}
        </ul>
      )}
      {lookingBack.value === null && (
        <>
          <WhoSays document={document} chosen={by} onChoose={setChosen} />
          <AddLine
            open={talk.addHeard}
            label={talk.addHeard}
            name="say heard"
            onAdd={(text) => addSaying({ words: text, kind: 'heard', by, through: through.value })}
            said={talk.written}
          />
        </>
      )}
      <OffTheList sayings={all.filter(({ archived }) => archived)} document={document} />
    </div>
  )
}

function One({ saying, document }: { readonly saying: Saying; readonly document: Document }) {
  const { talk } = words
  const what = brief(saying.words, words.history.nothing)
  const other = saying.by === 0 ? 1 : 0
  const voices = lookingBack.value === null ? voicesHere(document) : []
  const beside = document.sayings.filter((one) => !one.archived && one.beside === `sayings/${saying.id}`)
  return (
    <li class="app-said__one app-stack app-stack--close">
      <div class="app-said__row">
        <Said saying={saying} document={document} />
        {voices.includes(saying.by) && (
          <Button
            kind="quiet"
            label={talk.putAway(what)}
            onPress={() => done(archiveSaying(saying.id), talk.isAway(what))}
          >
            {talk.putAwayShort}
          </Button>
        )}
      </div>
      {saying.agreed !== '' && (
        <p class="app-soft">{(saying.agreed === 'yes' ? talk.right : talk.wrong)(callName(other, document))}</p>
      )}
      {beside.map((one) => (
        <div class="app-said__beside" key={one.id}>
          <Said saying={one} document={document} />
        </div>
      ))}
      {voices.includes(other) && saying.agreed === '' && (
        <div class="app-row">
          <Button onPress={() => done(answerHeard(saying.id, 'yes', other), talk.answered)}>{talk.isRight}</Button>
          <Button onPress={() => done(answerHeard(saying.id, 'no', other), talk.answered)}>{talk.isWrong}</Button>
        </div>
      )}
      {voices.includes(other) && saying.agreed === 'no' && beside.length === 0 && (
        <AddLine
          open={talk.besideIt(callName(other, document))}
          label={talk.sayBeside(what)}
          name={`say beside ${saying.id}`}
          onAdd={(text) =>
            addSaying({
              words: text,
              kind: 'heard',
              by: other,
              beside: `sayings/${saying.id}`,
              through: through.value,
            })
          }
          said={talk.written}
        />
      )}
    </li>
  )
}
