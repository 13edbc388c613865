/** Files in and out of an open place (P33): a copy under words, one's changes for a device that belongs, and what others bring. */

import type { Bytes } from '../../../../sync/bytes.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { contentsFromBytes, contentsToBytes, type FileContents } from '../../../../sync/file-contents.ts'
import { type Kdf, kindOf, openBackup, openHandOver, sealBackup, sealHandOver } from '../../../../sync/sealed-file.ts'
import { contentsFor } from '../engine/file-making.ts'
import { lookAt, takeIn } from '../engine/file-taking.ts'
import type { Replica } from '../engine/replica.ts'
import { MemoryShort, StorageDamaged } from '../errors.ts'
import type { FileLook } from '../file-looks.ts'
import type { Outcome } from '../stage.ts'
import type { Derive } from '../unlock/derivation.ts'
import { whyOfFile } from '../why.ts'

/** Raises MemoryShort; Damaged FILE_LOCKED for no words. */
export function kdfOf(derive: Derive): Kdf {
  return async (passphrase, salt, parameters) => {
    if (passphrase.length === 0) throw new Damaged('FILE_LOCKED') // no words open nothing, and Argon2 there wants some
    const { key } = await derive({ passphrase, salt, ...parameters })
    if (key === null || key.length !== 32) throw new MemoryShort()
    return new Uint8Array(key)
  }
}

/** All of the place, keys included, for whoever has these words. Raises DeviceError or Damaged TOO_LARGE. */
export async function copyOf(replica: Replica, passphrase: string, maySeal: boolean, derive: Derive): Promise<Bytes> {
  const plain = contentsToBytes(await contentsFor('backup', replica, maySeal))
  return sealBackup(plain, passphrase, kdfOf(derive), replica.parts.crypto)
}

/** All entries and records, for devices that belong. Raises DeviceError or Damaged TOO_LARGE. */
export async function changesOf(replica: Replica, maySeal: boolean): Promise<Bytes> {
  const plain = contentsToBytes(await contentsFor('hand-over', replica, maySeal))
  const [newest] = newestFirst(replica)
  if (!newest) throw new StorageDamaged('no key')
  return sealHandOver(plain, newest, replica.parts.crypto)
}

/** What a file would bring to the open place. Raises Damaged, Suspicious or DeviceError; nothing has changed. */
export async function lookedAt(
  data: Bytes,
  passphrase: string | null,
  replica: Replica,
  derive: Derive,
): Promise<FileLook> {
  const { crypto } = replica.parts
  const kind = await kindOf(data, crypto)
  if (kind === 'backup' && passphrase === null) return { kind: 'needs words' }
  const contents =
    kind === 'hand-over'
      ? contentsFromBytes(await openHandOver(data, newestFirst(replica), crypto), kind)
      : await backupContents(data, passphrase ?? '', derive, replica.parts)
  const { madeAt, fresh, waiting, refused } = await lookAt(contents, replica)
  const take = async (): Promise<Outcome> => {
    try {
      await takeIn(contents, replica)
      return { ok: true }
    } catch (error) {
      return { ok: false, why: whyOfFile(error, kind === 'hand-over') }
    }
  }
  return { kind: 'preview', madeAt, fresh, waiting, refused, take }
}

/** Raises Damaged, or MemoryShort. */
export async function backupContents(
  data: Bytes,
  passphrase: string,
  derive: Derive,
  { crypto }: Pick<Replica['parts'], 'crypto'>,
): Promise<FileContents> {
  return contentsFromBytes(await openBackup(data, passphrase, kdfOf(derive), crypto), 'backup')
}

const newestFirst = ({ stored }: Replica): readonly Bytes[] => [...stored.epochs].reverse()
