/**
 * What the one who helps said they would do with each pair, in a space of their own. It is a copy, gathered whenever that pair is
 * open beside it, and never a step of anybody's: nothing here is taken back, put away or brought back by hand.
 */

import type { Document, Round } from '../../../sync/document.ts'
import type { Draft } from '../document/draft.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { isSameValue } from '../document/register.ts'
import { gathered } from './gathered.ts'

/** A pair whose place is open. */
export interface OpenPair {
  /** Its space, in hex. */
  readonly place: string
  /** The same of the one that it was begun anew from; '' where there is none. */
  readonly before: string
  readonly label: string
  /** This device's number among those of the own place, and what it calls the pair's: `<number>/<id>`. */
  readonly via: string
  readonly document: Document
}

/** What stands of each pair, in the order of what they are called. */
export function standingRounds({ rounds }: Pick<Document, 'rounds'>): readonly Round[] {
  const here = rounds.filter(({ archived }) => !archived)
  const once = here.filter(({ place }, at) => here.findIndex((one) => one.place === place) === at)
  return once.sort((one, other) => calledBy(one).localeCompare(calledBy(other), 'en-GB'))
}

/** Who it is, where their helper chose to say so; else what its place is called at the lock. */
export const calledBy = ({ name, label }: Round): string => name || label

/** Says of the open pair what is true there now. Of one with nothing to do and no day, nothing is begun. */
export function gather(own: OwnDocument, pair: OpenPair): void {
  const [first, ...others] = roundsOf(own, pair)
  write(own, pair, first, first?.name ?? '', others)
}

/** Whether the pair is called by name from now on; whoever is named in what was gathered is too, or no more. */
export function callByName(own: OwnDocument, pair: OpenPair, named: boolean): void {
  const [first, ...others] = roundsOf(own, pair)
  write(own, pair, first, named ? (pair.document.names[0] ?? '').trim() : '', others)
}

/** Nothing is kept of these places: they were ended or left. `isLeft` is asked of each that still stands. */
export function letGo(own: OwnDocument, isLeft: (round: Round) => boolean): void {
  const left = own.snapshot.peek().rounds.filter((round) => !round.archived && isLeft(round))
  if (left.length === 0) return
  own.changeForGood((draft) => {
    for (const round of left) takeOut(draft, round)
  })
}

/** Whoever gathered it last knows whether it goes on. What was gathered by a device that is here no more, nobody does. */
export function isLeftBy(
  { via }: Round,
  device: number,
  goingOn: readonly string[],
  isHere: (device: number) => boolean,
): boolean {
  const [number = '', id = ''] = via.split('/')
  return Number(number) === device ? !goingOn.includes(id) : !isHere(Number(number))
}

function roundsOf(own: OwnDocument, { place, before }: OpenPair): readonly Round[] {
  const here = own.snapshot.peek().rounds.filter(({ archived }) => !archived)
  const anew = before === '' ? [] : here.filter((one) => one.place === before)
  return [...here.filter((one) => one.place === place), ...anew]
}

function write(
  own: OwnDocument,
  { place, label, via, document }: OpenPair,
  round: Round | undefined,
  name: string,
  others: readonly Round[],
): void {
  const told = { place, label, via, name, ...gathered(document, name !== '') }
  const isEmpty = told.errands.length === 0 && told.meeting === ''
  if (round === undefined && isEmpty) return
  const isNew = (draft: Draft): boolean => round?.day !== draft.today || others.length > 0
  const differs = Object.entries(told).some(([field, value]) => !isSameValue(round && Reflect.get(round, field), value))
  own.changeForGood((draft) => {
    if (!differs && !isNew(draft)) return
    const registers = { ...told, day: draft.today }
    if (round === undefined) draft.create('rounds', registers)
    else for (const [field, value] of Object.entries(registers)) draft.write(`rounds/${round.id}`, field, value)
    for (const other of others) takeOut(draft, other)
  })
}

function takeOut(draft: Draft, { id }: Round): void {
  const nothing = { archived: true, label: '', name: '', meeting: '', errands: [], via: '', day: '' }
  for (const [field, value] of Object.entries(nothing)) draft.write(`rounds/${id}`, field, value)
}
