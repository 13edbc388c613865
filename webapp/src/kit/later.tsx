/** A part of a screen that comes when it is first shown, or before, so that the lock screen comes sooner (B4). */

import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { words } from '../words/en.ts'
import { tell, untell } from './Announce.tsx'

const AGAIN_MS = 1000

export interface Later<Props extends object> extends FunctionComponent<Props> {
  /** Brings it now, so that it is there when it is wanted. Rejects where it cannot be had. */
  bring(): Promise<void>
}

/** Every part there is, those too that a part has of its own once it has come. */
const parts = new Set<Pick<Later<object>, 'bring'>>()

/**
 * Brings every part, one after the other, so that nothing is missing when the signal goes before the service worker has kept
 * the app. What cannot be had is left: it is asked for again when it is shown.
 */
export async function bringTheRest(): Promise<void> {
  for (const part of parts) await part.bring().catch(() => undefined)
}

/**
 * Shows `meanwhile` for the moment that it takes: the service worker keeps every part on the device, like all the rest.
 * On a first visit with a bad signal it may not be had at once: whoever asked for it is told so, and it is asked for again
 * until it is there.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  meanwhile: ComponentChildren = null,
): Later<Props> {
  let loaded: FunctionComponent<Props> | null = null
  async function bring(): Promise<void> {
    loaded ??= await load()
  }
  function LaterPart(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      if (Part !== null) return
      let again: ReturnType<typeof setTimeout> | undefined
      let isGone = false
      const ask = (): void => {
        void bring().then(
          () => {
            if (isGone) return
            untell(words.kit.notHereYet)
            setPart(() => loaded)
          },
          () => {
            if (isGone) return
            if (again === undefined) tell(words.kit.notHereYet)
            again = setTimeout(ask, AGAIN_MS)
          },
        )
      }
      ask()
      return () => {
        isGone = true
        clearTimeout(again)
        if (again !== undefined) untell(words.kit.notHereYet)
      }
    }, [Part])
    return Part === null ? meanwhile : <Part {...props} />
  }
  const part = Object.assign(LaterPart, { bring })
  parts.add(part)
  return part
}
