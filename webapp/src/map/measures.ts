/**
 * What can be counted on a map, for sentences such as "5 of the 8 people are outside services". Never a verdict. The twin of
 * sync/measures.py, which says who is counted and why; sync/vectors/measures.json.
 *
 * Null means that there is nothing to say: nobody to count, or nothing asked. It is never 0.
 */

import type { Context, Document, HowOften, Person, Picture, Ring, Service } from '../../../sync/document.ts'
import { compareText } from '../document/order.ts'
import type { Channel } from './detail-actions.ts'

const CLOSENESS = { closest: 3, close: 2, life: 1 } as const
const CHANNELS: readonly Channel[] = ['in_person', 'by_phone', 'online']
const POSSIBLE_CONTEXTS = 10

type OnRing = keyof typeof CLOSENESS
type Someone = Pick<Person, 'id' | 'kind' | 'service' | 'contexts'> & { readonly ring: Ring }

/** A map, now or in a picture. `ties` is null where nobody was tied to anybody: nobody asked who knows whom. */
export interface Standing {
  readonly everyone: readonly Someone[]
  readonly ties: readonly (readonly [string, string])[] | null
}

export interface Measures {
  readonly n: number
  readonly tray: number
  readonly past: number
  readonly missing: number
  readonly rings: Readonly<Record<OnRing, number>>
  /** The mean, where closest is 3, close 2 and in my life 1. */
  readonly closeness: number | null
  /** `unknown` is not said, and no part of the shares. */
  readonly services: Readonly<Record<Service, number>>
  readonly outside: number | null
  readonly inside: number | null
  readonly linked: number | null
  readonly any_service: number | null
  /** From 1, all outside, to -1, all inside services or linked to them. */
  readonly services_ei: number | null
  readonly ties: number | null
  readonly density: number | null
  /** Somebody may be in several. */
  readonly contexts: Readonly<Partial<Record<Context, number>>>
  readonly no_context: number
  readonly contexts_blau: number | null
  /** Of all contexts that can be said. */
  readonly contexts_iqv: number | null
  readonly contexts_entropy: number | null
}

/** Two maps beside each other, by ids: names change, and two may have the same. Nobody in here is called gone. */
export interface Turnover {
  readonly kept: readonly string[]
  /** Nowhere on the map before. */
  readonly new: readonly string[]
  /** In the tray, or to be back in touch with, before. */
  readonly placed: readonly string[]
  /** There now. */
  readonly unplaced: readonly string[]
  /** Nowhere this time: ask. */
  readonly not_shown: readonly string[]
  readonly closer: readonly string[]
  readonly further: readonly string[]
  /** Kept of all in either. */
  readonly jaccard: number | null
  /** Kept of those before. */
  readonly retention: number | null
  /** New of those now. */
  readonly new_share: number | null
}

/** How often people are in touch in one way, of those of whom it was said. */
export interface Contact {
  readonly often: Readonly<Partial<Record<HowOften, number>>>
  readonly not_said: number
}

/** The map as it stands, without those who were put away. */
export function standing({ people, ties }: Document): Standing {
  const shown = people.filter(({ archived }) => !archived)
  const tied = ties.map(({ a, b }) => [a, b] as const)
  return {
    everyone: shown.map(({ place, ...person }) => ({ ...person, ring: place.ring })),
    ties: tied.length === 0 ? null : tied,
  }
}

/** The map as it stood in a picture. */
export function standingIn({ rows }: Picture): Standing {
  const tied = rows.flatMap((row) => row.ties.map((other) => [row.id, other] as const))
  return { everyone: rows, ties: tied.length === 0 ? null : tied }
}

/** All that can be counted; with `everything`, places, activities, services and animals too. */
export function measure({ everyone, ties }: Standing, everything = false): Measures {
  const shown = everyone.filter((one) => isCounted(one, everything))
  const people = shown.filter(({ ring }) => isOnRing(ring))
  const ids = new Set(people.map(({ id }) => id))
  const rings = countOf(people.map(({ ring }) => ring))
  const services = countOf(people.map(({ service }) => service))
  const contexts = countOf(people.flatMap((person) => person.contexts))
  const [closest, close, life] = [rings.get('closest') ?? 0, rings.get('close') ?? 0, rings.get('life') ?? 0]
  const [outside, within, linked] = [
    services.get('outside') ?? 0,
    services.get('inside') ?? 0,
    services.get('linked') ?? 0,
  ]
  const said = outside + within + linked
  const tied = ties === null ? null : ties.filter(([a, b]) => ids.has(a) && ids.has(b)).length
  const spread = [...contexts.values()]
  return {
    n: people.length,
    tray: shown.filter(({ ring }) => ring === 'tray').length,
    past: shown.filter(({ ring }) => ring === 'past').length,
    missing: everyone.filter(({ kind }) => kind === 'missing').length,
    rings: { closest, close, life },
    closeness: share(CLOSENESS.closest * closest + CLOSENESS.close * close + CLOSENESS.life * life, people.length),
    services: { outside, inside: within, linked, unknown: services.get('unknown') ?? 0 },
    outside: share(outside, said),
    inside: share(within, said),
    linked: share(linked, said),
    any_service: share(within + linked, said),
    services_ei: ei(outside, within + linked),
    ties: tied,
    density: density(people.length, tied),
    contexts: Object.fromEntries(contexts),
    no_context: people.filter((person) => person.contexts.length === 0).length,
    contexts_blau: blau(spread),
    contexts_iqv: iqv(spread, POSSIBLE_CONTEXTS),
    contexts_entropy: entropy(spread),
  }
}

/** What is different between two maps, id by id, in the order of the ids. */
export function turnover(before: Standing, after: Standing, everything = false): Turnover {
  const [then, now] = [ringsOf(before, everything), ringsOf(after, everything)]
  const shownIn = (rings: ReadonlyMap<string, Ring>) =>
    [...rings.keys()].filter((id) => isOnRing(rings.get(id))).sort(compareText)
  const [had, has] = [shownIn(then), shownIn(now)]
  const kept = had.filter((id) => has.includes(id))
  const came = has.filter((id) => !had.includes(id))
  const went = had.filter((id) => !has.includes(id))
  const fresh = came.filter((id) => !then.has(id))
  const nearer = (id: string): number => closenessOf(now.get(id)) - closenessOf(then.get(id))
  return {
    kept,
    new: fresh,
    placed: came.filter((id) => then.has(id)),
    unplaced: went.filter((id) => now.has(id)),
    not_shown: went.filter((id) => !now.has(id)),
    closer: kept.filter((id) => nearer(id) > 0),
    further: kept.filter((id) => nearer(id) < 0),
    jaccard: share(kept.length, had.length + came.length),
    retention: share(kept.length, had.length),
    new_share: share(fresh.length, has.length),
  }
}

/** For each way of being in touch, how many are how often. Nobody is asked about who has died or is on no ring. */
export function contact(people: readonly Person[]): Readonly<Record<Channel, Contact>> {
  const asked = people.filter(
    ({ archived, kind, died, place }) => !archived && kind === 'person' && !died && isOnRing(place.ring),
  )
  const [in_person, by_phone, online] = CHANNELS.map((channel): Contact => {
    const { '': not_said = 0, ...often }: Partial<Record<HowOften, number>> = Object.fromEntries(
      countOf(asked.map((person) => person[channel])),
    )
    return { often, not_said }
  })
  const nobody: Contact = { often: {}, not_said: 0 }
  return { in_person: in_person ?? nobody, by_phone: by_phone ?? nobody, online: online ?? nobody }
}

/** Whether there is any contact; a message is one. Null where nothing was said. */
export function inTouch(person: Pick<Person, Channel>): boolean | null {
  const said = CHANNELS.map((channel) => person[channel]).filter((often) => often !== '')
  return said.length === 0 ? null : said.some((often) => often !== 'lost touch')
}

/** `part` of `whole`; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Ties of all that could be, the person in the middle left out. Null below two people, and where nobody asked. */
export function density(n: number, ties: number | null): number | null {
  return ties === null || n < 2 ? null : ties / ((n * (n - 1)) / 2)
}

/** How likely two of them, drawn with putting back, are of different kinds: 0 where all are of one. Null of nobody. */
export function blau(counts: readonly number[]): number | null {
  const n = sum(counts)
  return n === 0 ? null : 1 - sum(counts.map((count) => (count / n) ** 2))
}

/** Blau's index over the greatest that it can be with so many possible kinds; null of nobody, and of one kind. */
export function iqv(counts: readonly number[], possible: number): number | null {
  const diversity = blau(counts)
  return diversity === null || possible < 2 ? null : diversity / (1 - 1 / possible)
}

/** In bits. Null of nobody. */
export function entropy(counts: readonly number[]): number | null {
  const n = sum(counts)
  return n === 0 ? null : sum(counts.filter((count) => count > 0).map((count) => (count / n) * Math.log2(n / count)))
}

/** (E - I) / (E + I). Null of nobody. */
export function ei(outside: number, inside: number): number | null {
  return share(outside - inside, outside + inside)
}

const isCounted = ({ kind }: Someone, everything: boolean): boolean =>
  everything ? kind !== 'missing' : kind === 'person'

const isOnRing = (ring: Ring | undefined): ring is OnRing => ring !== undefined && ring in CLOSENESS

const closenessOf = (ring: Ring | undefined): number => (isOnRing(ring) ? CLOSENESS[ring] : 0)

const ringsOf = ({ everyone }: Standing, everything: boolean): ReadonlyMap<string, Ring> =>
  new Map(everyone.filter((one) => isCounted(one, everything)).map(({ id, ring }) => [id, ring]))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function countOf<Code extends string>(codes: readonly Code[]): Map<Code, number> {
  const counts = new Map<Code, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
