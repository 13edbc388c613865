/** A file out of the app, under a name that says nothing of what is in it. */

import type { Bytes } from '../../../sync/bytes.ts'

/** Longer than a browser takes to begin; then its memory goes back. */
const KEPT_MS = 60_000

export function saveFile(kind: 'copy' | 'changes', bytes: Bytes): void {
  save(`${kind}-${new Date().toISOString().slice(0, 10)}.kith`, 'application/octet-stream', bytes)
}

/** A calendar file: phones open it at a touch. */
export function saveDays(bytes: Bytes): void {
  save('days.ics', 'text/calendar', bytes)
}

/** A page of plain text, which anything can open. */
export function savePage(text: string): void {
  save('page.txt', 'text/plain;charset=utf-8', new TextEncoder().encode(text))
}

function save(name: string, type: string, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
