/** The page itself, once there is a yes to it: to read, or with room to write something back. On paper, or as a file. */

import { useState } from 'preact/hooks'
import type { Disclosure } from '../../../sync/document.ts'
import { savePage } from '../files/save-file.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { printPage } from '../working/print-page.ts'
import { PageWords } from './PageWords.tsx'
import { asText } from './page.ts'

interface PageToTakeProps {
  readonly disclosure: Disclosure
  readonly onClose: () => void
}

export function PageToTake({ disclosure, onClose }: PageToTakeProps) {
  const { barriers } = words
  const { page } = barriers
  const [kind, setKind] = useState<'read' | 'write'>('read')
  const { to, until } = disclosure
  const said = { ...disclosure, until: until === '' ? '' : dayWords(until) }

  function save(): void {
    savePage(asText(said, kind === 'write'))
    announce(page.saved)
  }

  return (
    <Sheet
      title={page.take}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={printPage}>
            {barriers.paperPrint}
          </Button>
          <Button onPress={save}>{page.save}</Button>
        </>
      }
    >
      <Choice
        label={page.which}
        shape="tiles"
        value={kind}
        options={[
          { value: 'read', label: page.read },
          { value: 'write', label: page.write },
        ]}
        onChoose={setKind}
      />
      <p class="app-soft">{namesHidden.value ? barriers.paperNames : page.given}</p>
      <div class="app-page app-stack">
        <h3 class="app-page__title">{page.heading(to)}</h3>
        <PageWords text={disclosure.words} />
        {kind === 'write' &&
          page.rooms.map((room) => (
            <div key={room}>
              <p>
                <b>{room}</b>
              </p>
              <div class="app-page__room" />
            </div>
          ))}
        {until !== '' && <p class="app-soft">{page.until(said.until)}</p>}
      </div>
    </Sheet>
  )
}
