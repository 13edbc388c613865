/**
 * Where each name is written so that none covers another name or another mark. Tried in turn: below, above, to the right,
 * to the left, below and above to one side; whole, in two lines, then cut short. At the edge of the drawing a name below or above
 * is written further in. A name that fits nowhere is left out, and the mark shows initials instead.
 */

import type { Point } from './geometry.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Named {
  readonly id: string
  readonly name: string
  readonly at: Point
  /** Written for the person opposite, upside down for this one. */
  readonly turned?: boolean
}

export interface Label {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  /** Where the first line's baseline is anchored. */
  readonly x: number
  readonly y: number
  readonly box: Box
  readonly turned: boolean
}

export interface Page {
  readonly bounds: Box
  /** Radius of a mark. */
  readonly mark: number
  readonly lineHeight: number
  readonly widthOf: (text: string) => number
  /** What a name must not cover: the middle. */
  readonly solid: readonly Box[]
  /** Marks without a name. */
  readonly nobody: readonly Box[]
  /** What a name covers only where there is no other room: the rings' own words. */
  readonly soft: readonly Box[]
  readonly maxWidth: number
}

interface Side {
  readonly way: 'below' | 'above' | 'right' | 'left'
  /** Below and above: written from the mark's one edge on, or up to its other. */
  readonly from?: 'start' | 'end'
}

const ASIDE: readonly Side[] = (['below', 'above'] as const).flatMap((way) =>
  (['start', 'end'] as const).map((from) => ({ way, from })),
)
const SIDES: readonly Side[] = [{ way: 'below' }, { way: 'above' }, { way: 'right' }, { way: 'left' }, ...ASIDE]
const SIDES_TURNED: readonly Side[] = [{ way: 'above' }, { way: 'below' }, { way: 'left' }, { way: 'right' }, ...ASIDE]

/**
 * A label by `keyOf`; those who come first in `people` choose first. Whoever stands there twice has a second label, for the
 * other side of the table, where there is room.
 */
export function placeLabels(people: readonly Named[], page: Page): Map<string, Label> {
  const taken = new Shelves(page.lineHeight * 3)
  for (const box of [...page.solid, ...page.nobody]) taken.add(box, '')
  const marks = new Map(people.map((person) => [person.id, person.at]))
  for (const [id, at] of marks) taken.add(around(at, page.mark), id)
  const soft = new Shelves(page.lineHeight * 3)
  for (const box of page.soft) soft.add(box, '')

  const placed = new Map<string, Label>()
  for (const person of people) {
    const key = placed.has(person.id) ? acrossKey(person.id) : person.id
    const sides = person.turned ? SIDES_TURNED : SIDES
    const chosen = firstFree(
      writings(person.name, page).flatMap((lines) => sides.map((side) => () => label(person, lines, side, page))),
      (box) => within(box, page.bounds) && !taken.meets(box, person.id),
      (box) => soft.meets(box, ''),
    )
    if (chosen === null) continue
    taken.add(chosen.box, `${person.id} name`)
    placed.set(key, chosen)
  }
  return placed
}

/** The first way that is free and covers nothing soft; where there is none, the first that is free. */
function firstFree(
  ways: readonly (() => Label)[],
  isFree: (box: Box) => boolean,
  isSoft: (box: Box) => boolean,
): Label | null {
  let first: Label | null = null
  for (const write of ways) {
    const way = write()
    if (!isFree(way.box)) continue
    if (!isSoft(way.box)) return way
    first ??= way
  }
  return first
}

/** Where the second label of somebody is found. */
export function acrossKey(id: string): string {
  return `${id} across`
}

/** "Mr" or "Big" alone says less than the initials in the mark. */
const LEAST_ALONE = 4

/** The name whole, over two lines, and cut short: as many as differ. */
export function writings(name: string, page: Pick<Page, 'widthOf' | 'maxWidth'>): readonly (readonly string[])[] {
  const whole = name.trim()
  const ways: (readonly string[])[] = page.widthOf(whole) <= page.maxWidth ? [[whole]] : []
  const parts = whole.split(/\s+/)
  if (parts.length > 1) ways.push(twoLines(parts, page))
  if (ways.length === 0) ways.push([shorten(whole, page)])
  const first = parts[0] ?? whole
  if (parts.length > 1 && Array.from(first).length >= LEAST_ALONE) {
    const alone = shorten(first, page, page.maxWidth * 0.7)
    ways.push([alone.endsWith('\u2026') ? alone : `${alone}\u2026`])
  }
  return ways
}

/**
 * Of even length where both fit; else as much as the first has room for, so that only the last is cut. A first word that is too
 * long itself is cut only where all that follows it is whole: what is cut twice reads as neither.
 */
function twoLines(parts: readonly string[], page: Pick<Page, 'widthOf' | 'maxWidth'>): readonly string[] {
  const cutAt = (cut: number) => [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')] as const
  const fits = (line: string) => page.widthOf(line) <= page.maxWidth
  const even = cutAt(evenCut(parts))
  if (even.every(fits)) return even
  let cut = 1
  while (cut < parts.length - 1 && fits(cutAt(cut + 1)[0])) cut += 1
  const [first, rest] = cutAt(cut)
  return fits(first) || fits(rest) ? [shorten(first, page), shorten(rest, page)] : [shorten(first, page)]
}

function evenCut(parts: readonly string[]): number {
  const total = parts.join(' ').length
  let cut = 1
  while (cut < parts.length - 1 && parts.slice(0, cut).join(' ').length < total / 2 - 1) cut += 1
  return cut
}

/** Cut to the width, between whole characters, with an ellipsis. */
function shorten(text: string, page: Pick<Page, 'widthOf' | 'maxWidth'>, width = page.maxWidth): string {
  if (page.widthOf(text) <= width) return text
  const characters = Array.from(text.slice(0, 200))
  while (characters.length > 1 && page.widthOf(`${characters.join('')}\u2026`) > width) characters.pop()
  return `${characters.join('').trimEnd()}\u2026`
}

function label({ at, turned = false }: Named, lines: readonly string[], side: Side, page: Page): Label {
  const width = Math.max(...lines.map(page.widthOf))
  const height = lines.length * page.lineHeight
  const ascent = page.lineHeight * 0.78
  const away = page.mark + 4
  const isBeside = side.way === 'right' || side.way === 'left'
  const left = isBeside
    ? side.way === 'right'
      ? at.x + away + 2
      : at.x - away - 2 - width
    : furtherIn(leftOf(at.x, width, side, page), width, page)
  const top = side.way === 'below' ? at.y + away : side.way === 'above' ? at.y - away - height : at.y - height / 2
  const anchor = side.way === 'right' ? 'start' : side.way === 'left' ? 'end' : 'middle'
  const x = anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2
  return { lines, anchor, x, y: top + ascent, turned, box: { left, top, right: left + width, bottom: top + height } }
}

function leftOf(x: number, width: number, { from }: Side, { mark }: Page): number {
  if (from === 'start') return x - mark
  return from === 'end' ? x + mark - width : x - width / 2
}

/** As far as the edge of the drawing asks, and no further. */
function furtherIn(left: number, width: number, { bounds }: Page): number {
  return Math.max(bounds.left, Math.min(bounds.right - width, left))
}

export function around(at: Point, radius: number): Box {
  return { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function within(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
}

/** Boxes by height on the page, so that 500 names are not each held against 500 others. */
class Shelves {
  readonly #shelves = new Map<number, { readonly box: Box; readonly of: string }[]>()
  readonly #height: number

  constructor(height: number) {
    this.#height = height
  }

  add(box: Box, of: string): void {
    const last = this.#shelfOf(box.bottom)
    for (let key = this.#shelfOf(box.top); key <= last; key += 1) {
      const shelf = this.#shelves.get(key)
      if (shelf) shelf.push({ box, of })
      else this.#shelves.set(key, [{ box, of }])
    }
  }

  meets(box: Box, except: string): boolean {
    const last = this.#shelfOf(box.bottom)
    for (let key = this.#shelfOf(box.top); key <= last; key += 1) {
      const shelf = this.#shelves.get(key)
      if (shelf?.some((other) => (except === '' || other.of !== except) && meet(box, other.box))) return true
    }
    return false
  }

  #shelfOf(y: number): number {
    return Math.floor(y / this.#height)
  }
}
