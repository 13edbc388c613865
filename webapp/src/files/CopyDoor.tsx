/** "Open a copy": the file, its words, what it holds, and only then, if somebody wants it, it is kept to read. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Bytes } from '../../../sync/bytes.ts'
import type { CopyLook, CopyPreview } from '../device/file-looks.ts'
import { kith } from '../device/kith.ts'
import type { Unlock, Why } from '../device/stage.ts'
import { Frame } from '../doors/Frame.tsx'
import { dayOf, nameOf } from '../doors/names.ts'
import { leaveDoor } from '../doors/open-door.ts'
import { SecretField } from '../doors/SecretField.tsx'
import { UnlockFields } from '../doors/UnlockFields.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { FileField } from './FileField.tsx'

export function CopyDoor() {
  const data = useSignal<Bytes | null>(null)
  const typed = useSignal('')
  const look = useSignal<CopyLook | null>(null)
  const unlock = useSignal<Unlock | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  // Whatever way this door is left by, what was not kept goes with it.
  useEffect(() => () => look.value?.close(), [])

  async function open(bytes: Bytes): Promise<void> {
    if (busy.value) return
    busy.value = true
    const outcome = await kith.openCopy(bytes, typed.value)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (outcome.ok) look.value = outcome.value
  }

  async function keep(copy: CopyLook): Promise<void> {
    if (unlock.value === null || busy.value) return
    busy.value = true
    const outcome = await copy.keep(unlock.value)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) return
    look.value = null
    leaveDoor()
  }

  const copy = look.value
  return (
    <Frame title={copy === null ? words.files.openTitle : words.files.preview} onBack={leaveDoor}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {copy === null ? (
        <form
          class="app-stack"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            if (data.value !== null) void open(data.value)
          }}
        >
          <p>{words.files.openLead}</p>
          <FileField
            onFile={(bytes) => {
              data.value = bytes
              refused.value = null
            }}
            onRefused={(why) => {
              data.value = null
              refused.value = why
            }}
          />
          <SecretField
            label={words.files.openWords}
            value={typed.value}
            onInput={(text) => {
              typed.value = text
            }}
          />
          <Button
            kind="main"
            submits
            off={data.value === null || typed.value === ''}
            busy={busy.value}
            onPress={() => undefined}
          >
            {busy.value ? words.files.opening : words.files.open}
          </Button>
        </form>
      ) : (
        <form
          class="app-stack"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            void keep(copy)
          }}
        >
          <Held preview={copy.preview} />
          <p>{words.files.previewKeep}</p>
          <UnlockFields chosen={unlock} ownPhone />
          <Button kind="main" submits off={unlock.value === null} busy={busy.value} onPress={() => undefined}>
            {busy.value ? words.files.keeping : words.files.keep}
          </Button>
          <Button onPress={leaveDoor}>{words.files.letGo}</Button>
        </form>
      )}
    </Frame>
  )
}

function Held({ preview }: { readonly preview: CopyPreview }) {
  const say = words.files
  const names = preview.names.filter((name) => name !== '').join(' & ')
  return (
    <Notice kind="both">
      {names !== '' && <p>{say.previewNames(names)}</p>}
      <p>{say.previewMade(dayOf(preview.madeAt), whose(preview))}</p>
      <ul>
        <li>{say.previewPeople(preview.people)}</li>
        <li>{say.previewGoals(preview.goals)}</li>
        <li>{say.previewSteps(preview.steps)}</li>
      </ul>
      {preview.aside > 0 && <p>{say.previewAside(preview.aside)}</p>}
    </Notice>
  )
}

function whose({ madeBy, names }: CopyPreview): string {
  const [first] = madeBy
  if (first === undefined) return words.files.previewNobody
  return madeBy.length > 1 ? words.files.previewShared : words.files.previewOwn(nameOf(names, first))
}
