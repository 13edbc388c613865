/** A photograph in a window: all of it, or closer, by fingers, keys and buttons. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import {
  drawnIn,
  LEAST,
  type Look,
  MOST,
  moved,
  type Point,
  pinched,
  type Size,
  stepped,
  type Way,
  WHOLE,
  within,
} from './looking.ts'

interface WindowProps {
  readonly address: string
  readonly title: string
  /** What is on it; its title where nobody said. */
  readonly alt: string
}

const KEYS: Readonly<Record<string, Way>> = { '+': 'closer', '=': 'closer', '-': 'more', '0': 'whole' }
/** The look goes where the arrow points, as far as a page would scroll. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: 60, y: 0 },
  ArrowRight: { x: -60, y: 0 },
  ArrowUp: { x: 0, y: 60 },
  ArrowDown: { x: 0, y: -60 },
}
const NOTHING: Size = { width: 0, height: 0 }

export function Window({ address, title, alt }: WindowProps) {
  const pane = useRef<HTMLDivElement>(null)
  const fingers = useRef<ReadonlyMap<number, Point>>(new Map())
  const [size, setSize] = useState<Size>(NOTHING)
  const [photograph, setPhotograph] = useState<Size>(NOTHING)
  const [wished, setWished] = useState<Look>(WHOLE)
  const drawn = photograph.width > 0 ? drawnIn(size, photograph) : NOTHING
  const look = within(wished, size, drawn)
  const middle = { x: size.width / 2, y: size.height / 2 }

  useLayoutEffect(() => {
    const { current } = pane
    if (current === null) return
    const measure = () => setSize({ width: current.clientWidth, height: current.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [])

  function go(way: Way): void {
    setWished(stepped(look, way, middle))
    announce(
      { closer: words.photographs.zoomIn, more: words.photographs.zoomOut, whole: words.photographs.zoomWhole }[way],
    )
  }

  function key(event: KeyboardEvent): void {
    const [way, arrow] = [KEYS[event.key], ARROWS[event.key]]
    if ((way === undefined && arrow === undefined) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (way !== undefined) go(way)
    else if (arrow !== undefined) setWished(moved(look, arrow))
  }

  function at({ clientX, clientY }: PointerEvent): Point {
    const corner = pane.current?.getBoundingClientRect()
    return { x: clientX - (corner?.left ?? 0), y: clientY - (corner?.top ?? 0) }
  }

  function down(event: PointerEvent): void {
    pane.current?.setPointerCapture(event.pointerId)
    fingers.current = new Map([...fingers.current, [event.pointerId, at(event)]])
  }

  function move(event: PointerEvent): void {
    const before = fingers.current
    const was = before.get(event.pointerId)
    if (was === undefined) return
    const is = at(event)
    fingers.current = new Map([...before, [event.pointerId, is]])
    const other = [...before].find(([id]) => id !== event.pointerId)?.[1]
    if (other === undefined) setWished(moved(look, { x: is.x - was.x, y: is.y - was.y }))
    else setWished(pinched(look, [was, other], [is, other]))
  }

  function up(event: PointerEvent): void {
    fingers.current = new Map([...fingers.current].filter(([id]) => id !== event.pointerId))
  }

  return (
    <div class="app-photo">
      <div
        class="app-photo__pane"
        ref={pane}
        role="group"
        aria-label={words.photographs.view(title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys look around in it
        tabIndex={0}
        onKeyDown={key}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        style={photograph.width > 0 ? { aspectRatio: `${photograph.width} / ${photograph.height}` } : {}}
      >
        <img
          class="app-photo__image"
          src={address}
          alt={alt}
          draggable={false}
          style={{
            width: `${drawn.width * look.zoom}px`,
            height: `${drawn.height * look.zoom}px`,
            transform: `translate(${-look.x}px, ${-look.y}px)`,
          }}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setPhotograph({ width: naturalWidth, height: naturalHeight })
          }
        />
      </div>
      <div class="app-row" role="group" aria-label={words.photographs.zoom}>
        <Button off={look.zoom >= MOST} onPress={() => go('closer')}>
          {words.photographs.zoomIn}
        </Button>
        <Button off={look.zoom <= LEAST} onPress={() => go('more')}>
          {words.photographs.zoomOut}
        </Button>
        <Button off={look.zoom <= LEAST} onPress={() => go('whole')}>
          {words.photographs.zoomWhole}
        </Button>
      </div>
    </div>
  )
}
