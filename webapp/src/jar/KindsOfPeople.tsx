/** What kinds of people somebody would like in their life: a touch puts one into the wish jar. None of it is missing, and none is counted. */

import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { lookingBack, room } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { addWish } from './actions.ts'
import { addingAgain, isInTheJar } from './again.ts'

export function KindsOfPeople({ document }: { readonly document: Document }) {
  const { kinds, added } = words.jar
  const inside = kinds.some.filter((kind) => isInTheJar(kind, document))
  const left = kinds.some.filter((kind) => !inside.includes(kind))
  const wish = (text: string) => addingAgain(text, document, (given) => addWish({ words: given }))
  return (
    <>
      <p>{kinds.lead}</p>
      {lookingBack.value === null && (
        <>
          <ul class="app-row">
            {left.map((kind) => (
              <li key={kind}>
                <Button label={kinds.wishFor(kind)} onPress={() => done(wish(kind), added(kind))}>
                  <span aria-hidden="true">+</span> {kind}
                </Button>
              </li>
            ))}
          </ul>
          <AddLine
            open={kinds.own}
            label={kinds.own}
            hint={kinds.ownHint}
            name="kind of people"
            onAdd={wish}
            said={added}
          />
        </>
      )}
      {inside.length > 0 && <p class="app-soft">{added(inside.join(', '))}</p>}
      {lookingBack.value === null && (
        <div>
          <Button
            kind="quiet"
            onPress={() => {
              room.value = 'jar'
            }}
          >
            {words.jar.open}
          </Button>
        </div>
      )}
    </>
  )
}
