/** What a picture or a photograph of the map is called, the day that it shows, and putting it away. */

import type { Outcome } from '../document/outcomes.ts'
import { Button } from '../kit/Button.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { NAME_LENGTH } from '../map/AddPerson.tsx'

interface NameAndDayProps {
  readonly name: string
  readonly day: string
  /** `pictures/<id>` */
  readonly entity: string
  /** What it is called while it has no name. */
  readonly title: string
  readonly labels: Readonly<Record<'name' | 'nameHint' | 'day' | 'dayHint' | 'putAway', string>>
  readonly onRename: (name: string) => Outcome
  readonly onDay: (day: string) => Outcome
  readonly onPutAway: () => void
}

export function NameAndDay({ name, day, entity, title, labels, onRename, onDay, onPutAway }: NameAndDayProps) {
  const draft = useDraft(name, onRename, `${entity}/name`, title)
  return (
    <>
      <Field
        label={labels.name}
        hint={labels.nameHint}
        value={draft.text}
        onInput={draft.write}
        onBlur={draft.settle}
        onEnter={draft.settle}
        maxLength={NAME_LENGTH}
        capitals="sentences"
      />
      <Field label={labels.day} hint={labels.dayHint} type="date" value={day} onInput={onDay} />
      <Button onPress={onPutAway}>{labels.putAway}</Button>
    </>
  )
}
