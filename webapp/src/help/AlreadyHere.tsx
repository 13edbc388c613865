/** Two of one name: the same, or another? Asked, and never decided by itself. */

import { useEffect, useRef } from 'preact/hooks'
import type { Person } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { PersonToken } from '../map/PersonMark.tsx'
import { words } from '../words/en.ts'

interface AlreadyHereProps {
  readonly person: Person
  readonly onSame: () => void
  readonly onOther: () => void
}

export function AlreadyHere({ person, onSame, onOther }: AlreadyHereProps) {
  const { asking } = words.help
  const question = useRef<HTMLParagraphElement>(null)
  // The line that was written in is gone for the moment: whoever hears the screen hears why.
  useEffect(() => question.current?.focus(), [])
  return (
    <div class="app-notice app-notice--both">
      <p class="app-notice__title" tabIndex={-1} ref={question}>
        {person.archived ? asking.sameAway(person.name) : asking.same(person.name)}
      </p>
      <p class="app-row">
        <PersonToken {...person} size={36} />
        <span>{asking.sameWho(person.name, person.relation)}</span>
      </p>
      <div class="app-row">
        <Button onPress={onSame}>{asking.yesSame}</Button>
        <Button onPress={onOther}>{asking.noOther}</Button>
      </div>
    </div>
  )
}
