/** One entry: all that was done at once, with a way to put each of it back, and to see everything as it was. */

import type { Document } from '../../../sync/document.ts'
import { type Difference, isThingRoot } from '../document/differences.ts'
import type { Moment } from '../document/history.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { namesHidden, seen, seenDifference } from '../working/hidden-names.ts'
import { bringBack, canBringBack, mayBringBack } from './actions.ts'
import { closed, nameThen, sentence } from './said.ts'
import { lookAt } from './ThenScreen.tsx'
import { backWords, thingIn } from './ThenSheet.tsx'
import { flatValue } from './values.ts'

interface MomentSheetProps {
  readonly moment: Moment
  readonly now: Document
  readonly onClose: () => void
  /** Something earlier is shown: what lies over the screen goes. */
  readonly onLook: () => void
}

export function MomentSheet({ moment, now, onClose, onLook }: MomentSheetProps) {
  function look(document: Document): void {
    onClose()
    onLook()
    lookAt({ document, at: moment.at })
  }
  return (
    <Sheet title={words.history.entry} onClose={onClose}>
      <ul class="app-stack app-stack--close">
        {moment.differences.map((one) => (
          <Line key={`${one.what} ${one.entity} ${one.id} ${one.field}`} difference={one} moment={moment} now={now} />
        ))}
      </ul>
      {moment.shared && <p class="app-soft">{words.history.onShared}</p>}
      <div class="app-stack app-stack--close">
        <Button wide onPress={() => look(moment.after)}>
          {words.history.seeThen}
        </Button>
        <Button wide onPress={() => look(moment.before)}>
          {words.history.seeBefore}
        </Button>
      </div>
    </Sheet>
  )
}

interface LineProps {
  readonly difference: Difference
  readonly moment: Moment
  readonly now: Document
}

function Line({ difference, moment, now }: LineProps) {
  const shown = { ...moment, before: seen(moment.before), after: seen(moment.after) }
  const said = sentence(seenDifference(difference), shown)
  const back = namesHidden.value ? null : backTo(difference, moment, now)
  if (said === null) return null
  return (
    <li class="app-was__row">
      <span>{closed(said)}</span>
      {back !== null && (
        <Button onPress={() => done(bringBack([back]), words.history.isPutBack)}>
          {backWords(back, nameThen(difference, moment), moment.before)}
        </Button>
      )}
    </li>
  )
}

/** From now to what stood there before this entry; null where nothing is to be put back. */
function backTo(
  { what, entity, id, field, before, after }: Difference,
  moment: Moment,
  now: Document,
): Difference | null {
  if (what === 'added' || what === 'back') return null
  if (!isThingRoot(entity)) {
    const stands = flatValue({ what, entity, id, field, before, after }, now) === after
    return stands ? { what, entity, id, field, before: after, after: before } : null
  }
  const today = thingIn(now, entity, id)
  if (what === 'away') {
    const back: Difference = { what: 'back', entity, id, field: '', before: true, after: false }
    return today?.archived && mayBringBack(back, today) ? back : null
  }
  const then = thingIn(moment.before, entity, id)
  if (then === undefined || today === undefined) return null
  return canBringBack(entity, then, today).find((one) => one.what === 'changed' && one.field === field) ?? null
}
