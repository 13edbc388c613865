/** A file out of the app, under a name that says nothing of what is in it. */

import type { Bytes } from '../../../sync/bytes.ts'

/** Longer than a browser takes to begin; then its memory goes back. */
const KEPT_MS = 60_000

export function saveFile(kind: 'copy' | 'changes', bytes: Bytes): void {
  const day = new Date().toISOString().slice(0, 10)
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${kind}-${day}.kith`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
