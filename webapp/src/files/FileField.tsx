/** Choosing a file. Its bytes are read once, here; one that is too large to be ours is not read at all. */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Bytes } from '../../../sync/bytes.ts'
import { LIMITS } from '../../../sync/limits.ts'
import type { Why } from '../device/stage.ts'
import { words } from '../words/en.ts'

export interface FileFieldProps {
  readonly onFile: (bytes: Bytes) => void
  readonly onRefused: (why: Why) => void
}

export function FileField({ onFile, onRefused }: FileFieldProps) {
  const id = useId()
  const name = useSignal('')

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return
    name.value = file.name
    if (file.size > LIMITS.file_bytes) return onRefused('fileTooLarge')
    try {
      onFile(new Uint8Array(await file.arrayBuffer()))
    } catch (error) {
      // The file went away, or the browser may not read it.
      if (!(error instanceof DOMException)) throw error
      onRefused('fileDamaged')
    }
  }

  return (
    <div class="app-field">
      <label class="app-field__label" for={id}>
        {words.files.file}
      </label>
      <input
        class="app-file"
        id={id}
        type="file"
        autocomplete="off"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
    </div>
  )
}
