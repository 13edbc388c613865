/** What got a no, and what was put away: out of sight, folded. A no is taken back by whoever may give it. */

import type { By, Document, Wish } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { brief } from '../plan/said.ts'
import { mayTake } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { bringBackWish, leaveWishOpen } from './actions.ts'

interface OutOfTheJarProps {
  readonly wishes: readonly Wish[]
  readonly document: Document
  readonly pen: By
}

export function OutOfTheJar({ wishes, document, pen }: OutOfTheJarProps) {
  const { jar, plan } = words
  if (wishes.length === 0) return null
  return (
    <details class="app-away">
      <summary class="app-away__head">{jar.out}</summary>
      <ul>
        {wishes.map((wish) => {
          const what = brief(wish.words, jar.untitled)
          return (
            <li class="app-away__row" key={wish.id}>
              <span>{what}</span>
              {(wish.archived || mayTake(pen)) && (
                <Button
                  label={plan.bringBack(what)}
                  onPress={() => {
                    if (wish.archived) bringBackWish(wish.id)
                    else leaveWishOpen(wish.id)
                    announce(plan.isBack(what))
                  }}
                >
                  {words.map.bringBack}
                </Button>
              )}
              <KeptBeside document={document} entity={`wishes/${wish.id}`} fields={['taken', 'archived']} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
