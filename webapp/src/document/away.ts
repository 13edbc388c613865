/**
 * Finds what one hand put away while another's work on it was not known there: of two pieces of writing whose authors had not
 * seen each other's. Both stay. It is kept beside like a lost value (P25), so that whoever did the work is told, and can bring it
 * back. Ask once both are in the document.
 */

import * as Y from 'yjs'
import { isWho, type Kept } from '../../../sync/document.ts'
import { type LostValue, pathOf, SILENT } from './kept.ts'
import { type Register, toRegister } from './register.ts'
import { entityMap, isEntityName, type Roots } from './roots.ts'
import type { Written } from './saying-anew.ts'

/** Work on these is work on their goal as well. */
const OF_A_GOAL: readonly string[] = ['steps', 'yardsticks', 'aims']

/** Where a thing was put away. */
interface PutAway {
  readonly path: string
  readonly item: Y.ID
  readonly at: number
}

export class Away {
  readonly #doc: Y.Doc
  readonly #roots: Roots
  /** What is still to be sent is looked at again with everything that comes. */
  readonly #known = new WeakMap<Uint8Array, readonly PutAway[]>()

  constructor(doc: Y.Doc, roots: Roots) {
    this.#doc = doc
    this.#roots = roots
  }

  /** Of what came, and what was written here and its author had not seen. */
  meanwhile(came: Written, unseen: readonly Written[]): readonly LostValue[] {
    const theirs = this.#putAwayIn(came)
    const ours = unseen.flatMap((one) => this.#putAwayIn(one).map((away) => ({ ...away, by: one.by })))
    if (theirs.length + ours.length === 0) return []
    const both = new Set(theirs.map(({ path }) => path).filter((path) => ours.some((away) => away.path === path)))
    const found: LostValue[] = []
    const find = (away: readonly PutAway[], worked: Written): void => {
      if (away.length === 0) return
      const things = this.#workedOn(worked)
      for (const one of away) if (things.has(one.path) && !both.has(one.path)) found.push(lostTo(one, worked))
    }
    for (const worked of unseen) if (worked.by !== came.by) find(theirs, worked)
    const elsewhere = ours.filter(({ by }) => by !== came.by)
    find(elsewhere, came)
    return found
  }

  #putAwayIn({ update }: Written): readonly PutAway[] {
    const known = this.#known.get(update)
    if (known !== undefined) return known
    const found = this.#itemsIn(update, saysYes).flatMap(([written, path]): readonly PutAway[] => {
      const [root = '', id = '', field] = path
      if (field !== 'archived' || !isEntityName(root)) return []
      return [{ path: `${root}/${id}`, item: written.lastId, at: registerIn(written)?.at ?? 0 }]
    })
    this.#known.set(update, found)
    return found
  }

  #workedOn({ update }: Written): ReadonlySet<string> {
    return new Set(this.#itemsIn(update).flatMap(([, path]) => this.#thingsAt(path)))
  }

  /** Whoever and whatever is meant by what stands at a place: two people by a tie, a goal by each of its steps, and by how the two would know. */
  #thingsAt([root = '', id = '', field = '', inside]: readonly string[]): readonly string[] {
    if (root === 'ties') return id.split('/').map((person) => `people/${person}`)
    if (root === 'help') {
      const [, links, person] = id.split('/')
      return links === 'people' ? [`people/${person}`] : []
    }
    if (!isEntityName(root) || field === 'archived' || SILENT.includes(field)) return []
    const linked = field === 'people' && inside !== undefined ? [`people/${inside}`] : []
    if (!OF_A_GOAL.includes(root)) return [`${root}/${id}`, ...linked]
    const part = entityMap(this.#roots, root, id)
    const who = toRegister(part?.get('who'))?.value
    const doer = field === 'who' && isWho(who) && who.kind === 'person' ? [`people/${who.id}`] : []
    return [`${root}/${id}`, `goals/${String(toRegister(part?.get('goal'))?.value)}`, ...linked, ...doer]
  }

  /** What an update wrote, as far as it may matter, and where that stands in the document. */
  #itemsIn(
    update: Uint8Array,
    mayMatter: (written: Y.Item) => boolean = () => true,
  ): readonly (readonly [written: Y.Item, path: readonly string[]])[] {
    const { store } = this.#doc
    return Y.decodeUpdate(update).structs.flatMap((written) => {
      if (!(written instanceof Y.Item) || !mayMatter(written)) return []
      if (Y.getState(store, written.id.client) <= written.id.clock) return [] // it waits for something else
      const item: unknown = Y.getItem(store, written.id)
      const path = item instanceof Y.Item ? pathOf(item, this.#roots) : null
      return path === null ? [] : [[written, path] as const]
    })
  }
}

function registerIn({ content }: Y.Item): Register | null {
  return content instanceof Y.ContentAny ? toRegister(content.arr[content.arr.length - 1]) : null
}

const saysYes = (written: Y.Item): boolean => registerIn(written)?.value === true

/** Whether what is kept beside is that this was not put away. */
export function isPutAway({ field, value }: Pick<Kept, 'field' | 'value'>): boolean {
  return field === 'archived' && value === false
}

/** The Yjs client id that put away what is told of here; null where it is told of something else. */
export function putAwayBy({ id }: Pick<Kept, 'id'>): number | null {
  const [, client = null] = /\/archived\/(\d+):\d+\/\w+$/.exec(id) ?? []
  return client === null ? null : Number(client)
}

/** Told once to each hand, under a name that is the same on every device. */
function lostTo({ path, item, at }: PutAway, { by }: Written): LostValue {
  const id = `${path}/archived/${item.client}:${item.clock}/${by}`
  return { id, entity: path, field: 'archived', value: false, author: by, when: at }
}
