/** One line of words about someone: handed over when the hand moves on, with who else writes there and what gave way. */

import type { Document, Person } from '../../../sync/document.ts'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { WritingBy } from '../working/WritingBy.tsx'
import { NAME_LENGTH } from './AddPerson.tsx'

type Line = 'name' | 'relation' | 'together' | 'they_help' | 'i_help' | 'phone'

export interface DetailFieldProps {
  readonly person: Person
  readonly document: Document
  readonly field: Line
  readonly label: string
  readonly hint?: string | undefined
  readonly onCommit: (text: string) => void
  readonly capitals?: 'words' | undefined
  readonly type?: 'text' | 'tel' | undefined
}

export function DetailField({ person, document, field, onCommit, ...shown }: DetailFieldProps) {
  const entity = `people/${person.id}`
  const commit = (text: string) => onCommit(text.trim())
  const draft = useDraft(person[field], commit, `${entity}/${field}`, words.map.about(person.name))
  return (
    <>
      <WritingBy entity={person.id} field={field} document={document}>
        <Field
          {...shown}
          value={draft.text}
          onInput={draft.write}
          onBlur={draft.settle}
          onEnter={draft.settle}
          maxLength={NAME_LENGTH}
        />
      </WritingBy>
      <KeptBeside document={document} entity={entity} fields={[field]} />
    </>
  )
}
