/** What is missing becomes a wish in the plan, at a touch; or says which wish it is. */

import type { Document, Person } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { addWishFor } from '../plan/actions.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { missingByName } from './missing.ts'

interface WishProps {
  readonly person: Person
  readonly document: Document
}

export function Wish({ person, document }: WishProps) {
  const { missing } = words.help
  const goal = document.goals.find(({ archived, people }) => !archived && people.includes(person.id))
  if (goal !== undefined) return <p class="app-soft">{missing.isWish(brief(goal.title, words.plan.untitledGoal))}</p>
  return (
    <Button
      label={missing.wishFor(person.name)}
      onPress={() => {
        done(
          addWishFor(person.id, sentence(missingByName().get(person.id) ?? person.name)),
          missing.wished(person.name),
        )
      }}
    >
      {missing.wish}
    </Button>
  )
}

/** As a title begins. */
function sentence(text: string): string {
  const [first = '', ...rest] = Array.from(text)
  return first.toLocaleUpperCase('en-GB') + rest.join('')
}
