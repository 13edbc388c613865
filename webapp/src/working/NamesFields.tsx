/** What the two call each other, and when they meet next. Free words; changed any day. */

import type { Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { Button } from '../kit/Button.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { setMeeting, setNames } from '../map/actions.ts'
import { words } from '../words/en.ts'
import { naming, room } from './attention.ts'
import { Hand } from './Hand.tsx'
import { namesHidden } from './hidden-names.ts'
import { KeptBeside } from './KeptBeside.tsx'
import { NamesAreHidden } from './NamesAreHidden.tsx'

/** Names are short words. */
const NAME_LENGTH = 60

interface NamesFieldsProps {
  readonly document: Document
  /** Who is in it, by number; without it, all who ever had a name. */
  readonly people?: readonly number[] | undefined
}

export function NamesFields({ document, people }: NamesFieldsProps) {
  if (namesHidden.value) return <NamesAreHidden />
  return (
    <section class="app-stack app-names" aria-labelledby="names-title">
      <h3 id="names-title">{words.working.namesTitle}</h3>
      <p class="app-soft">{words.working.namesHint}</p>
      {(people ?? document.names.map((_, member) => member)).map((member) => (
        <Name key={member} member={member} document={document} />
      ))}
      <Meeting document={document} />
      <div>
        <Button
          onPress={() => {
            naming.value = false
            room.value = 'meet'
          }}
        >
          {words.meet.more}
        </Button>
      </div>
    </section>
  )
}

function Name({ member, document }: { readonly member: number; readonly document: Document }) {
  const give = (text: string) => {
    // Both fields may settle at once: the other's name is read anew.
    const names = current.peek()?.snapshot.peek().names ?? []
    const all = Array.from({ length: Math.max(names.length, member + 1) }, (_, i) => names[i] ?? '')
    setNames(all.map((name, i) => (i === member ? text.trim() : name)))
  }
  const label = member === 0 ? words.working.blueName : words.working.greenName
  const draft = useDraft(document.names[member] ?? '', give, `meta/name/${member}`, label)
  return (
    <>
      <div class="app-names__one">
        <Hand by={member} document={document} />
        <Field
          label={label}
          value={draft.text}
          onInput={draft.write}
          onBlur={draft.settle}
          onEnter={draft.settle}
          maxLength={NAME_LENGTH}
          capitals="words"
        />
      </div>
      <KeptBeside document={document} entity="meta" fields={[`name/${member}`]} />
    </>
  )
}

/** When they meet next, in their words. */
export function Meeting({ document }: { readonly document: Document }) {
  const draft = useDraft(document.meeting, setMeeting, 'meta/meeting', words.working.meeting)
  return (
    <>
      <Field
        label={words.working.meeting}
        hint={words.working.meetingHint}
        value={draft.text}
        onInput={draft.write}
        onBlur={draft.settle}
        onEnter={draft.settle}
        maxLength={NAME_LENGTH * 2}
      />
      <KeptBeside document={document} entity="meta" fields={['meeting']} />
    </>
  )
}
