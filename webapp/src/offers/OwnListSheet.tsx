/** The list of whoever helps, in the place that is theirs alone: first they show that it is they. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { Proof, Why } from '../device/stage.ts'
import { ProofFields } from '../doors/LockChanges.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { HiddenSheet } from '../working/NamesAreHidden.tsx'
import { OwnList } from './OwnList.tsx'
import { closeIfShared, ownMapShown } from './own-board.ts'

interface OwnListSheetProps {
  /** The pair's, where some of the list may be shown. */
  readonly document: Document
  readonly onClose: () => void
}

export function OwnListSheet({ document, onClose }: OwnListSheetProps) {
  const own = kith.own.stage.value
  useEffect(() => closeUnlessOnMap, [])
  if (namesHidden.value) return <HiddenSheet title={words.offers.list} onClose={onClose} />
  return (
    <Sheet title={words.offers.list} onClose={onClose} step={own.name}>
      {own.name === 'open' && own.keeper === 'helper' ? (
        <OwnList own={own.document} document={document} />
      ) : (
        <ToOpen isFirst={own.name === 'none'} />
      )}
    </Sheet>
  )
}

/** On the way from the list to the map it stays open. */
function closeUnlessOnMap(): void {
  if (!ownMapShown.peek()) closeIfShared()
}

function ToOpen({ isFirst }: { readonly isFirst: boolean }) {
  const { offers } = words
  const opening = kith.opening.value
  const proof = useSignal<Proof | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)

  async function open(): Promise<void> {
    if (proof.value === null || busy.value) return
    busy.value = true
    refused.value = null
    const outcome = await kith.own.open(proof.value)
    busy.value = false
    if (!outcome.ok) refused.value = outcome.why
  }

  return (
    <form
      class="app-stack"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <p>{offers.lead}</p>
      <p>{isFirst ? offers.first : offers.show}</p>
      {opening !== null && <ProofFields proof={proof} opening={opening} mayForget />}
      <Button kind="main" off={proof.value === null} busy={busy.value} submits onPress={() => undefined}>
        {busy.value ? offers.opening : isFirst ? offers.begin : offers.open}
      </Button>
    </form>
  )
}
