/**
 * Says to whoever was at work on somebody or something that the other put it away meanwhile: what they did is kept, and one tap
 * brings it back. Told once, and by itself no more when anybody has brought it back.
 */

import type { OpenSpace } from '../device/stage.ts'
import { isThingRoot } from '../document/differences.ts'
import { quoted } from '../history/said.ts'
import { nameOf } from '../history/values.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { letGo, putBack, whoAnswers } from '../map/kept-actions.ts'
import { words } from '../words/en.ts'
import { done } from './done.ts'
import { seen } from './hidden-names.ts'
import { awayHere } from './kept-words.ts'
import { callName } from './names.ts'

export function AwayStrip({ space }: { readonly space: OpenSpace }) {
  const document = seen(space.document.snapshot.value)
  const [kept] = awayHere(document, space)
  if (kept === undefined) return null
  const say = words.working.putAway
  const [root = '', id = ''] = kept.entity.split('/')
  const name = isThingRoot(root) ? nameOf(root, id, document) : ''
  const what = isThingRoot(root) && name !== '' ? quoted(root, name) : words.history.nothing
  const who = kept.instead_by === 'both' ? words.working.onShared : callName(kept.instead_by, document)
  return (
    <section class="app-strip app-strip--told" aria-label={say.label} role="status">
      <span>{say.told(who, what)}</span>
      <Button
        onPress={() => {
          done(putBack(kept.id, undefined, whoAnswers(kept, document)), say.isBack(what))
        }}
      >
        {words.map.bringBackFor(what)}
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          letGo(kept.id)
          announce(say.isLeft)
        }}
      >
        {say.leave}
      </Button>
    </section>
  )
}
