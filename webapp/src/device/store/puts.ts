/** What a Change puts on the shelves of a space's database, and under which number, before it is sealed. */

import type { Bytes } from '../../../../sync/bytes.ts'
import { type Shelf, SINGLE } from './shelves.ts'
import type { Change } from './store.ts'
import {
  aheadForm,
  apartForm,
  asideForm,
  journalForm,
  keysForm,
  outboxForm,
  progressForm,
  stateForm,
} from './stored-forms.ts'

export interface Put {
  readonly shelf: Shelf
  readonly key: number
  readonly value: Bytes
}

export function putsOf(change: Change): Put[] {
  const puts: Put[] = [
    ...(change.outbox ?? []).map((entry): Put => ({ shelf: 'outbox', key: entry.key, value: outboxForm.write(entry) })),
    ...(change.own ?? []).map((record): Put => ({ shelf: 'own', key: record.seq, value: record.bytes })),
    ...(change.applied ?? []).map((record): Put => ({ shelf: 'applied', key: record.number, value: record.bytes })),
    ...(change.aside ?? []).map(
      (record): Put => ({ shelf: 'aside', key: record.position, value: asideForm.write(record) }),
    ),
    ...(change.control ?? []).map((entry): Put => ({ shelf: 'control', key: entry.n, value: entry.bytes })),
    ...(change.journal ?? []).map((line): Put => ({ shelf: 'journal', key: line.id, value: journalForm.write(line) })),
  ]
  if (change.keys) puts.push({ shelf: 'single', key: SINGLE.keys, value: keysForm.write(change.keys) })
  if (change.progress) puts.push({ shelf: 'single', key: SINGLE.progress, value: progressForm.write(change.progress) })
  if (change.state) puts.push({ shelf: 'single', key: SINGLE.state, value: stateForm.write(change.state) })
  if (change.ahead !== undefined) {
    puts.push({ shelf: 'single', key: SINGLE.ahead, value: aheadForm.write(change.ahead) })
  }
  if (change.apart) puts.push({ shelf: 'single', key: SINGLE.apart, value: apartForm.write(change.apart) })
  return puts
}
