/**
 * What stands inside a sealed file: who belongs, what was written, and in a backup the keys to read it (P33).
 * README.md section 8. Nothing here is believed because it is in a file: entries and records are judged like any other.
 * Vectors: vectors/sealed_file.json.
 */

import type { Bytes } from './bytes.ts'
import { decode, encode } from './encoding.ts'
import { type By, parseBy } from './envelope.ts'
import { Damaged, Malformed } from './errors.ts'
import type { FileKind } from './sealed-file.ts'
import { array, ascending, octets, whole } from './shape.ts'

/** An edit that the device could not yet seal, its disk being full: nobody has signed it. */
export interface LooseEdit {
  readonly by: By
  readonly ts: number
  readonly update: Bytes
}

/** Device private keys and vault keys are never here. */
export interface FileContents {
  readonly space: Bytes
  /** Unix seconds. */
  readonly madeAt: number
  /** The device, as it says itself. */
  readonly madeBy: Bytes
  /** The control chain from genesis on. */
  readonly entries: readonly Bytes[]
  /** Of all devices, each behind what it builds on where the writer knew. */
  readonly records: readonly Bytes[]
  /** In a backup: every one that the device holds. */
  readonly epochKeys: readonly (readonly [epoch: number, key: Bytes])[]
  /** In a backup. */
  readonly loose: readonly LooseEdit[]
}

/** The one encoding. */
export function contentsToBytes(contents: FileContents): Bytes {
  const { space, madeAt, madeBy, entries, records, epochKeys, loose } = contents
  return encode([
    space,
    madeAt,
    madeBy,
    entries,
    records,
    epochKeys,
    loose.map(({ by, ts, update }) => [by, ts, update]),
  ])
}

/** What was written. Throws Damaged FILE_BAD, also for a backup without keys and a hand-over file with any. */
export function contentsFromBytes(plain: Bytes, kind: FileKind): FileContents {
  const contents = readContents(plain)
  const { entries, epochKeys, loose } = contents
  const isBackup = kind === 'backup'
  if (entries.length === 0 || isBackup !== epochKeys.length > 0 || (!isBackup && loose.length > 0)) {
    throw new Damaged('FILE_BAD', 'not what such a file holds')
  }
  return contents
}

function readContents(plain: Bytes): FileContents {
  try {
    const [space, madeAt, madeBy, entries, records, epochKeys, loose] = array(decode(plain), 7)
    const contents = {
      space: octets(space, 16),
      madeAt: whole(madeAt),
      madeBy: octets(madeBy, 16),
      entries: array(entries).map((entry) => octets(entry)),
      records: array(records).map((record) => octets(record)),
      epochKeys: array(epochKeys).map((item) => {
        const [epoch, key] = array(item, 2)
        return [whole(epoch), octets(key, 32)] as const
      }),
      loose: array(loose).map((item) => {
        const [by, ts, update] = array(item, 3)
        return { by: parseBy(by), ts: whole(ts), update: octets(update) }
      }),
    }
    ascending(contents.epochKeys.map(([epoch]) => epoch))
    return contents
  } catch (error) {
    if (error instanceof Malformed) throw new Damaged('FILE_BAD', error.message)
    throw error
  }
}
