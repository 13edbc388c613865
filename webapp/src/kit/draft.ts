/** Words being typed that are no change yet: until the hand moves on (leaves the field, closes, hides the page), or until a button takes them. */

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

/** Words that a button takes: what was left half typed under this key is there again; the label says to people where it was. */
export function useHalfTyped(key: string, label: string): readonly [text: string, write: (text: string) => void] {
  const [text, setText] = useState(() => takeUp(key))
  const write = (words: string): void => {
    setText(words)
    typing(key, label, words)
  }
  return [text, write]
}
