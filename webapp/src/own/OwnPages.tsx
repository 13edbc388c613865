/** The own pages of whoever helps, in the place that is theirs alone: first they show that it is they, then all are open. */

import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { Proof, Why } from '../device/stage.ts'
import { current } from '../document/current.ts'
import { OWNER } from '../document/giving.ts'
import { ProofFields } from '../doors/LockChanges.tsx'
import { OwnColumn } from '../going/OwnColumn.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { OwnList } from '../offers/OwnList.tsx'
import { closeIfShared, ownMapShown } from '../offers/own-board.ts'
import { RoundsPage } from '../rounds/RoundsPage.tsx'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { HiddenSheet } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'

export type OwnPage = 'list' | 'column' | 'rounds'

const PAGES: readonly OwnPage[] = ['list', 'column', 'rounds']

interface OwnPagesProps {
  /** The one that was asked for. */
  readonly first: OwnPage
  /** The pair's, where some of it may be shown. */
  readonly document: Document
  readonly onClose: () => void
}

export function OwnPages({ first, document, onClose }: OwnPagesProps) {
  const { ownPages } = words
  const [page, setPage] = useState(first)
  const own = kith.own.stage.value
  useEffect(() => closeUnlessOnMap, [])
  const { title } = ownPages[page]
  if (namesHidden.value) return <HiddenSheet title={title} onClose={onClose} />
  const isOpen = own.name === 'open' && own.keeper === 'helper'
  const isHandedOver = current.value?.pen.value === OWNER
  return (
    <Sheet title={title} onClose={onClose} step={own.name}>
      {!isOpen && isHandedOver && <p>{ownPages.handedOver(callName(OWNER, document))}</p>}
      {!isOpen && !isHandedOver && <ToOpen page={page} isFirst={own.name === 'none'} />}
      {isOpen && (
        <>
          <Tabs
            label={ownPages.all}
            tabs={PAGES.map((name) => ({ name, label: ownPages[name].tab }))}
            chosen={page}
            onChoose={setPage}
          />
          <div class="app-stack" role="tabpanel" id={`panel-${page}`} aria-labelledby={`tab-${page}`}>
            {page === 'list' && <OwnList own={own.document} document={document} />}
            {page === 'rounds' && <RoundsPage open={own} />}
            {page === 'column' && <OwnColumn open={own} document={document} />}
          </div>
        </>
      )}
    </Sheet>
  )
}

/** On the way from the list to the map it stays open. */
function closeUnlessOnMap(): void {
  if (!ownMapShown.peek()) closeIfShared()
}

function ToOpen({ page, isFirst }: { readonly page: OwnPage; readonly isFirst: boolean }) {
  const { ownPages } = words
  const { lead, begin, open } = ownPages[page]
  const opening = kith.opening.value
  const proof = useSignal<Proof | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)

  async function show(): Promise<void> {
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
        void show()
      }}
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <p>{lead}</p>
      <p>{isFirst ? ownPages.first : ownPages.show}</p>
      {opening !== null && <ProofFields proof={proof} opening={opening} mayForget />}
      <Button kind="main" off={proof.value === null} busy={busy.value} submits onPress={() => undefined}>
        {busy.value ? ownPages.opening : isFirst ? begin : open}
      </Button>
    </form>
  )
}
