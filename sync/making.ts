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
// These hold registers and nothing else, for anybody to write.
const FLAT_ROOTS: readonly unknown[] = ['meta', 'ties', 'help']

/** The type that is made there; null where a register is. */
type Fields = ReadonlyMap<string, number | null>

const TYPES: Partial<Record<Stored['stored'], number>> = { text: TEXT, links: MAP, rows: MAP }
const FIELDS: ReadonlyMap<unknown, Fields> = new Map(
  Object.entries(fields).map(([root, all]) => [root, fieldsOf(all)] as const),
)

function fieldsOf(all: Readonly<Record<string, Stored>>): Fields {
  return new Map(Object.entries(all).map(([name, { stored }]) => [name, TYPES[stored] ?? null]))
}

/** The types that one update makes. */
export class Making {
  /** A thing, by its root; one that no root of today has, null; a part, which holds registers, ''. */
  readonly #made = new Map<string, string | null>()

  /** The next item. Throws Damaged ACTOR_WRONG where something else belongs. */
  take(item: Item): void {
    const { client, clock, content, origin, rightOrigin, parent } = item
    if (content === 'type') {
      if (origin !== null || rightOrigin !== null) throw new Damaged('ACTOR_WRONG', 'a type in the place of something')
      this.#made.set(`${client}:${clock}`, this.#madeIn(item))
    } else if (parent === KEPT_ROOT || FIELDS.has(parent)) {
      throw new Damaged('ACTOR_WRONG', 'no thing where things stand')
    }
  }

  #madeIn({ parent, key, of }: Item): string | null {
    if (parent === null || typeof parent === 'string') {
      if (FLAT_ROOTS.includes(parent)) throw new Damaged('ACTOR_WRONG', 'a type where people write registers')
      return parent === KEPT_ROOT || FIELDS.has(parent) ? parent : null
    }
    const root = this.#made.get(parent.join(':'))
    if (root === null) return null
    // In what was there before, everybody writes registers.
    const known = FIELDS.get(root)
    const [name = ''] = (key ?? '').split('/')
    if (known !== undefined && !known.has(name)) return null
    if (of === undefined || known?.get(name) !== of) {
      throw new Damaged('ACTOR_WRONG', 'a type where people write registers, or one of another kind')
    }
    return ''
  }
}
