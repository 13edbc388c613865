/** A value being typed that becomes one change when the hand moves on: on leaving the field, on closing, on hiding the page. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { takeUp, typing } from './half-typed.ts'

export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  /** Hands over what was typed, once. */
  readonly settle: () => void
}

/**
 * While nothing is typed it shows `value`, also when that changes from elsewhere. What was left half typed under this key is
 * there again; the label says to people where it was.
 */
export function useDraft(value: string, commit: (text: string) => void, key: string, label: string): Draft {
  const [typed, setTyped] = useState<string | null>(() => takeUp(key) || null)
  const latest = useRef({ typed, value, commit })
  latest.current = { typed, value, commit }

  function settle(): void {
    const now = latest.current
    if (now.typed === null) return
    latest.current = { ...now, typed: null }
    setTyped(null)
    typing(key, label, '')
    if (now.typed !== now.value) now.commit(now.typed)
  }

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') settle()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      settle()
    }
  }, [])

  return {
    text: typed ?? value,
    write: (text) => {
      latest.current = { ...latest.current, typed: text }
      setTyped(text)
      typing(key, label, text)
    },
    settle,
  }
}
