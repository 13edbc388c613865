/**
 * What may be made where: things where things stand, of such parts as belong to them, and nothing where registers do. Made
 * elsewhere it would stay for ever, and whoever wrote there afterwards would write over it. README.md section 4, "honest" (P22);
 * vectors/authorship.json.
 */

import { fields, type Stored } from './document.ts'
import { Damaged } from './errors.ts'
import { type Item, MAP, TEXT } from './yjs-update.ts'

/** Lost values are kept under ids that follow from what was lost, so two devices may both keep the same one. */
export const KEPT_ROOT = 'kept'
/** These hold registers and nothing else, for anybody to write: the path of a field there is the root's name and the key. */
export const FLAT_ROOTS = ['meta', 'ties', 'help'] as const

/** Whether the root of this name is one of them. */
export function isFlatRoot(root: unknown): root is (typeof FLAT_ROOTS)[number] {
  return FLAT_ROOTS.some((one) => one === root)
}

/** Reading what is nested takes longer with each step down. */
const DEEPEST = 8

/** The type at each field, or null where a register is; flags stand behind the field's name and a slash. */
type Parts = ReadonlyMap<string, number | null>

const TYPES: Partial<Record<Stored['stored'], number>> = { text: TEXT, links: MAP, rows: MAP }
const NONE: Parts = new Map()
const PARTS: ReadonlyMap<unknown, Parts> = new Map(
  Object.entries(fields).map(([root, all]) => [root, partsOf(all)] as const),
)

function partsOf(all: Readonly<Record<string, Stored>>): Parts {
  return new Map(
    Object.entries(all).map(([name, { stored }]) => [stored === 'flags' ? `${name}/` : name, TYPES[stored] ?? null]),
  )
}

/** A type, which parts it may have, and whether a version to come may have given it more. */
interface Made {
  readonly parts: Parts
  readonly isOpen: boolean
  readonly depth: number
}

const CLOSED: Made = { parts: NONE, isOpen: false, depth: 1 }

/** The types that one update makes. Everybody writes registers in what was there before. */
export class Making {
  readonly #made = new Map<string, Made>()

  /** The next item. Throws Damaged ACTOR_WRONG where something else belongs. */
  take(item: Item): void {
    const { client, clock, content, origin, rightOrigin, parent, key } = item
    if (content === 'type') {
      if (origin !== null || rightOrigin !== null) throw new Damaged('ACTOR_WRONG', 'a type in the place of something')
      this.#made.set(`${client}:${clock}`, this.#madeIn(item))
    } else if (parent === KEPT_ROOT || PARTS.has(parent)) {
      throw new Damaged('ACTOR_WRONG', 'no thing where things stand')
    } else if (parent !== null && (key === null ? content === 'values' : content === 'text')) {
      throw new Damaged('ACTOR_WRONG', 'letters where registers stand, or a register among letters')
    }
  }

  #madeIn({ parent, key, of }: Item): Made {
    if (parent === null || typeof parent === 'string') return madeAt(parent, of)
    const holder = this.#made.get(parent.join(':')) ?? CLOSED
    const name = /^[^/]*\/?/.exec(key ?? '')?.[0] ?? ''
    if (holder.isOpen && !holder.parts.has(name) && holder.depth < DEEPEST) {
      return { parts: NONE, isOpen: true, depth: holder.depth + 1 }
    }
    if (of === undefined || holder.parts.get(name) !== of) {
      throw new Damaged('ACTOR_WRONG', 'a type where people write registers, or one of another kind')
    }
    return CLOSED
  }
}

function madeAt(root: string | null, of: number | undefined): Made {
  if (root === KEPT_ROOT || PARTS.has(root)) {
    if (of !== MAP) throw new Damaged('ACTOR_WRONG', 'no thing where things stand')
    return { parts: PARTS.get(root) ?? NONE, isOpen: PARTS.has(root), depth: 1 }
  }
  if (isFlatRoot(root)) throw new Damaged('ACTOR_WRONG', 'a type where people write registers')
  return { parts: NONE, isOpen: true, depth: 1 }
}
