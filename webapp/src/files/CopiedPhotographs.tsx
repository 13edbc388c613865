/** The maps on paper of a copy that is read. */

import { useSignal } from '@preact/signals'
import type { SharedDocument } from '../document/shared-document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { Look } from '../photographs/Look.tsx'
import { photographs, titleOf } from '../photographs/shown.ts'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'

export function CopiedPhotographs({ document }: { readonly document: SharedDocument }) {
  const chosen = useSignal('')
  const here = photographs(seen(document.snapshot.value))
  const looked = here.find(({ id }) => id === chosen.value)
  if (here.length === 0) return null
  return (
    <section class="app-stack" aria-labelledby="copy-photographs">
      <h2 id="copy-photographs">{words.photographs.titleMany}</h2>
      <ul class="app-stack app-stack--close">
        {here.map((one) => (
          <li key={one.id}>
            <Button onPress={() => (chosen.value = one.id)}>{words.photographs.look(titleOf(one))}</Button>
            {one.words !== '' && <p>{one.words}</p>}
          </li>
        ))}
      </ul>
      {looked !== undefined && (
        <Sheet wide title={titleOf(looked)} onClose={() => (chosen.value = '')}>
          <Look photograph={looked} shared={document} />
        </Sheet>
      )}
    </section>
  )
}
