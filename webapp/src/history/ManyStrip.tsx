/** Says that one hand put much away at once, with one tap to bring all of it back, and a look first. It never scolds. */

import { useSignal } from '@preact/signals'
import type { OpenSpace } from '../device/stage.ts'
import type { Loss } from '../document/mass-change.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { seen, seenValue } from '../working/hidden-names.ts'
import { callName } from '../working/names.ts'
import { bringBackMany } from './actions.ts'
import { type ManyPutAway, manyPutAway } from './guard.ts'
import { nameOf } from './values.ts'

export function ManyStrip({ space }: { readonly space: OpenSpace }) {
  const looking = useSignal(false)
  const [many] = manyPutAway.value
  if (many === undefined) return null
  const say = words.history.many
  const text = sentenceOf(many, space)
  return (
    <section class="app-strip app-strip--told" aria-label={say.label} role="status">
      <span>{text}</span>
      <Button onPress={() => bring(many.losses)}>{say.bring}</Button>
      <Button onPress={() => (looking.value = true)}>{say.look}</Button>
      <Button kind="quiet" onPress={() => space.putAway(many.notice)}>
        {say.leave}
      </Button>
      {looking.value && <ManySheet many={many} space={space} text={text} onClose={() => (looking.value = false)} />}
    </section>
  )
}

interface ManySheetProps {
  readonly many: ManyPutAway
  readonly space: OpenSpace
  readonly text: string
  readonly onClose: () => void
}

function ManySheet({ many, space, text, onClose }: ManySheetProps) {
  const say = words.history.many
  const document = seen(space.document.snapshot.value)
  return (
    <Sheet
      title={say.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={() => bring(many.losses)}>
            {say.bring}
          </Button>
          <Button onPress={() => space.putAway(many.notice)}>{say.leave}</Button>
        </>
      }
    >
      <p>{text}</p>
      <p>{say.lead}</p>
      <ul class="app-stack app-stack--close">
        {many.losses.map((loss) => {
          const name = nameIn(loss, nameOf(loss.entity, loss.id, document))
          return (
            <li class="app-was__row" key={`${loss.entity} ${loss.id} ${loss.field}`}>
              <span>{name}</span>
              <Button label={words.map.bringBackFor(name)} onPress={() => bring([loss])}>
                {words.map.bringBack}
              </Button>
            </li>
          )
        })}
      </ul>
      <p class="app-soft">{say.safe}</p>
    </Sheet>
  )
}

function sentenceOf({ by, losses }: ManyPutAway, space: OpenSpace): string {
  const document = seen(space.document.snapshot.value)
  const who = by === 'both' ? words.history.together : callName(by, document)
  const things = new Set(losses.map(({ entity, id }) => `${entity}/${id}`)).size
  const [only] = losses
  if (things > 1 || only === undefined) return words.history.many.put(who, things)
  return words.history.many.one(who, nameIn(only, nameOf(only.entity, only.id, document)))
}

/** What was emptied is called by the words that it had. */
function nameIn({ field, before }: Loss, now: string): string {
  return (field === '' ? now : String(seenValue(field, before))) || words.history.nothing
}

function bring(losses: readonly Loss[]): void {
  done(bringBackMany(losses), words.history.many.isBack)
}
