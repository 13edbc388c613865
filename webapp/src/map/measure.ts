/** How wide words are in the page's own letters, and how large a part of the page is. */

import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

let pen: CanvasRenderingContext2D | null = null

/** A measure for bold text of this size. */
export function textMeasure(text_px: number): (text: string) => number {
  pen ??= document.createElement('canvas').getContext('2d')
  const font = `600 ${text_px}px ${getComputedStyle(document.body).fontFamily}`
  const known = new Map<string, number>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (pen === null) return text.length * text_px * 0.6
    pen.font = font
    const width = pen.measureText(text).width
    known.set(text, width)
    return width
  }
}

/** The reader's own text size, in pixels. */
export function rootText_px(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 17
}

/** The element's inner size, kept up to date; null before the first layout. */
export function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const next = { width: Math.floor(element.clientWidth), height: Math.floor(element.clientHeight) }
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return size
}
