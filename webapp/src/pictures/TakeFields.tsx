/** Keeping a picture of today, and starting again from an empty map behind it. */

import { useState } from 'preact/hooks'
import { isRefused, type Refused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'
import { startBlank, takePicture } from '../map/picture-actions.ts'
import { words } from '../words/en.ts'

export function TakeFields({ onBegun }: { readonly onBegun: () => void }) {
  const [name, setName] = useState('')

  function say(outcome: string | Refused, done: string): boolean {
    if (isRefused(outcome)) {
      tell(words.working.refusals[outcome.refused])
      return false
    }
    announce(done)
    setName('')
    return true
  }

  return (
    <section class="app-stack" aria-label={words.pictures.take}>
      <Field
        label={words.pictures.name}
        hint={words.pictures.nameHint}
        value={name}
        onInput={setName}
        maxLength={NAME_LENGTH}
        capitals="sentences"
      />
      <Button
        kind="main"
        wide
        onPress={() => say(takePicture(name), words.pictures.taken(name.trim() || words.pictures.now))}
      >
        {words.pictures.take}
      </Button>
      <Button
        wide
        describedBy="blank-hint"
        onPress={() => {
          if (say(startBlank(name), words.pictures.begun)) onBegun()
        }}
      >
        {words.pictures.blank}
      </Button>
      <p class="app-soft" id="blank-hint">
        {words.pictures.blankHint}
      </p>
    </section>
  )
}
