/** What is said aloud to whoever hears the screen: one polite status region, moved into the open sheet while there is one. */

import { signal } from '@preact/signals'

const said = signal<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 })

/** How many sheets are open: the page behind an open sheet is silent to a screen reader. */
export const openSheets = signal(0)

/** Says `text` when whatever is being read out has finished. The same words twice are said twice. */
export function announce(text: string): void {
  said.value = { text, turn: said.value.turn + 1 }
}

/** Words that stay on the screen until they are put away; '' for none. Shown in the open sheet, or under the header. */
export const told = signal('')

/** Says something that must not be missed: what could not be done, and why. */
export function tell(text: string): void {
  told.value = text
  announce(text)
}

/** Takes these words away again, where they are what was told last: they are true no more. */
export function untell(text: string): void {
  if (told.peek() !== text) return
  told.value = ''
  announce('')
}

/** The region. `level` 0 is the page; a sheet gives its own depth. */
export function Announce({ level = 0 }: { readonly level?: number }) {
  const { text, turn } = said.value
  return (
    <div role="status" class="app-hidden">
      {openSheets.value === level && <span key={turn}>{text}</span>}
    </div>
  )
}
