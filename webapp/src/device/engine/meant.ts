/**
 * Whom people mean as they wish it. A wish may be made anew when the control chain has gone on, or another way: by then the same
 * indices may be others', on another branch; ids are nobody else's.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { Malformed } from '../../../../sync/errors.ts'
import { type Device, latest } from '../../../../sync/rights.ts'

/** The ids of these devices and cards. Raises Malformed for one that is not known. */
export function namesOf(everyone: readonly Device[], ixs: readonly number[]): readonly Bytes[] {
  return ixs.map((ix) => {
    const known = everyone[ix]
    if (known === undefined) throw new Malformed('a device that does not belong')
    return known.id
  })
}

/** Where they are by now, or those that go on for them: nobody gets away by that. Who is not known is left out. */
export function indicesOf(everyone: readonly Device[], names: readonly Bytes[]): readonly number[] {
  const found = names.flatMap((name) => {
    const known = everyone.find(({ id }) => areEqual(id, name))
    const now = known === undefined ? undefined : latest(everyone, known.ix)
    return now === undefined ? [] : [now.ix]
  })
  return [...new Set(found)].sort((left, right) => left - right)
}
