/** "How this copy is doing": all is well, or what is the matter and what happens about it; what waits and what was set aside. */

import type { AsideLine, OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { isAllSent, type Trouble, troublesOf } from './copy-words.ts'
import { seen } from './hidden-names.ts'
import { callName } from './names.ts'
import { SyncWords } from './SyncWords.tsx'

interface HowItIsProps {
  readonly space: OpenSpace
  readonly onClose: () => void
  /** Opens what makes a file of all that is here. */
  readonly onTakeCopy?: (() => void) | undefined
}

export function HowItIsSheet({ space, onClose, onTakeCopy }: HowItIsProps) {
  const say = words.copy
  const state = space.state.value
  const document = seen(space.document.snapshot.value)
  const troubles = troublesOf(state, space.notices.value)
  const aside = space.aside.value
  return (
    <Sheet title={say.title} onClose={onClose}>
      <p class="app-soft">{say.lead}</p>
      {troubles.length === 0 && (
        <Notice kind="both" title={isAllSent(state) ? say.well : say.quiet}>
          <p>{isAllSent(state) ? say.wellMeans : say.quietMeans}</p>
        </Notice>
      )}
      {troubles.map((trouble) => (
        <TroubleNotice key={trouble.key} trouble={trouble} />
      ))}
      <SyncWords state={state} document={document} members={space.members} inSheet />
      {aside.length > 0 && (
        <section aria-labelledby="set-aside">
          <h3 id="set-aside">{say.aside}</h3>
          <ul class="app-stack app-stack--close">
            {aside.map((line) => (
              <li key={`${line.device} ${line.waits}`}>
                {(line.waits ? say.waitsFor : say.asideOf)(whose(line, space), line.count)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {onTakeCopy !== undefined && (
        <div>
          <Button wide onPress={onTakeCopy}>
            {words.files.copyTitle}
          </Button>
          <p class="app-soft">{say.takeHint}</p>
        </div>
      )}
    </Sheet>
  )
}

function TroubleNotice({ trouble: { what, doing, can } }: { readonly trouble: Trouble }) {
  const say = words.copy
  return (
    <Notice kind="care" title={what}>
      <p>
        <b>{say.doing}:</b> {doing}
      </p>
      <p>
        <b>{say.can}:</b> {can}
      </p>
    </Notice>
  )
}

function whose({ device }: AsideLine, space: OpenSpace): string {
  const known = space.devices.value.find(({ ix }) => ix === device)
  const [member] = known?.members ?? []
  if (known === undefined || member === undefined) return words.copy.whoseUnknown
  if (known.members.length > 1) return words.copy.whoseShared
  return words.copy.whose(callName(member, seen(space.document.snapshot.value)))
}
