/** A part of a screen that comes when it is first shown, so that the lock screen comes sooner (B4). */

import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Shows nothing for the moment that it takes: the service worker keeps every part on the device, like all the rest. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      if (Part !== null) return
      void load().then((part) => {
        loaded = part
        setPart(() => part)
      })
    }, [Part])
    return Part === null ? null : <Part {...props} />
  }
}
