/** "Changes as a file": ours out, theirs in, with no signal. What a file would bring is shown before anything is taken. */

import { useSignal } from '@preact/signals'
import type { Bytes } from '../../../sync/bytes.ts'
import type { FileLook } from '../device/file-looks.ts'
import { kith } from '../device/kith.ts'
import type { Why } from '../device/stage.ts'
import { SecretField } from '../doors/SecretField.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { FileField } from './FileField.tsx'
import { LookedAt } from './LookedAt.tsx'
import { saveFile } from './save-file.ts'

export function ChangesSheet({ onClose }: { readonly onClose: () => void }) {
  const data = useSignal<Bytes | null>(null)
  const look = useSignal<FileLook | null>(null)
  const typed = useSignal('')
  const busy = useSignal(false)
  const done = useSignal<string | null>(null)
  const refused = useSignal<Why | null>(null)

  async function save(): Promise<void> {
    if (busy.value) return
    busy.value = true
    const outcome = await kith.makeChanges()
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) return
    saveFile('changes', outcome.value)
    done.value = words.files.changesDone
  }

  async function lookAt(bytes: Bytes, passphrase: string | null): Promise<void> {
    if (busy.value) return
    busy.value = true
    done.value = null
    data.value = bytes
    const outcome = await kith.lookAtFile(bytes, passphrase)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (outcome.ok) look.value = outcome.value
    else if (passphrase === null) look.value = null
  }

  async function take(taken: Extract<FileLook, { kind: 'preview' }>): Promise<void> {
    if (busy.value) return
    busy.value = true
    const outcome = await taken.take()
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) return
    look.value = null
    typed.value = ''
    done.value = words.files.taken
  }

  const seen = look.value
  return (
    <Sheet title={words.files.changesTitle} onClose={onClose}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {done.value !== null && (
        <Notice kind="both" live>
          {done.value}
        </Notice>
      )}
      <p>{words.files.changesLead}</p>
      <p class="app-soft">{words.files.changesWho}</p>
      <Button kind="main" busy={busy.value} onPress={() => void save()}>
        {words.files.changesMake}
      </Button>
      <h3>{words.files.takeTitle}</h3>
      <p>{words.files.takeLead}</p>
      <FileField
        onFile={(bytes) => {
          look.value = null
          void lookAt(bytes, null)
        }}
        onRefused={(why) => {
          look.value = null
          refused.value = why
        }}
      />
      {seen?.kind === 'needs words' && (
        <form
          class="app-stack"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            if (data.value !== null) void lookAt(data.value, typed.value)
          }}
        >
          <p>{words.files.takeAsk}</p>
          <SecretField
            label={words.files.openWords}
            value={typed.value}
            onInput={(text) => {
              typed.value = text
            }}
          />
          <Button submits off={typed.value === ''} busy={busy.value} onPress={() => undefined}>
            {busy.value ? words.files.looking : words.files.look}
          </Button>
        </form>
      )}
      {seen?.kind === 'preview' && (
        <>
          <LookedAt look={seen} />
          {seen.fresh + seen.waiting > 0 && (
            <Button kind="main" busy={busy.value} onPress={() => void take(seen)}>
              {busy.value ? words.files.taking : words.files.take}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}
