/**
 * Another history was taken over (P19): what others had said by the one that was given up stands nowhere until they say it
 * again. The document begins anew without it. From the first words on that were written upon it here, all are said anew upon
 * what stands, as they were meant; what cannot be said, and what others had said, is set apart for people to see. Nothing is
 * sealed before that. So it goes too with words of a hand that this device has given up, on a disk of before (P22).
 */

import { type Authors, check } from '../../../../sync/authorship.ts'
import { type Bytes, toHex } from '../../../../sync/bytes.ts'
import { Damaged, Suspicious, SyncError } from '../../../../sync/errors.ts'
import type { Written } from '../../document/saying-anew.ts'
import type { By } from '../stage.ts'
import { opened } from '../store/restoring.ts'
import { appliedRow, ownRow, whole } from '../store/rows.ts'
import type { OutboxEntry, WordsApart } from '../store/store.ts'
import { type Afresh, judgedAfresh } from './judging-afresh.ts'
import type { Replica } from './replica.ts'
import { hasGivenUp, isGivenUp } from './sealing.ts'

/** All that the server has is here. Whether the document is to begin anew, from what is kept. Raises DeviceError. */
export async function settleUprooted(replica: Replica): Promise<boolean> {
  if (replica.ahead.isOn || !(replica.stored.parted || hasGivenUp(replica))) return false
  await replica.outbox.save()
  return replica.turns.take(async () => {
    const { stored, ledger, outbox } = replica
    const parted = stored.parted ?? { applied: ledger.value.applied, key: outbox.nextKey }
    if (!stored.parted) await replica.keepNow({ ...stored, parted })
    // What did not go with the drafts that are here may go without them.
    const inTheWay = replica.aside.all.filter(({ why }) => why === 'ACTOR_WRONG')
    const good = await judgedAfresh(replica, inTheWay.map(bytesOf))
    const others = (await openedAll(good.leftOut, replica)).filter(({ author }) => !selves(replica).has(toHex(author)))
    const lost = others.flatMap(wordsOf)
    const drafts = replica.outbox.saved
    const first = firstUprooted(drafts, good.authors, replica)
    if (lost.length > 0 || first < drafts.length) await beginAnew(replica, good, lost, first)
    else await replica.keepNow({ ...replica.stored, parted: null })
    return replica.doubts.isOver
  })
}

/**
 * The place of the first that nobody could use: it rests on what stands nowhere, or another has made meanwhile what it makes. How
 * many there are, if all can be used. The authors learn those before it.
 */
function firstUprooted(drafts: readonly OutboxEntry[], authors: Authors, replica: Replica): number {
  const place = drafts.findIndex(({ update, by }) => judged(update, by, authors, replica) !== null)
  return place < 0 ? drafts.length : place
}

async function beginAnew(replica: Replica, good: Afresh, lost: readonly Bytes[], first: number): Promise<void> {
  const { outbox, stored, aside, parts, ledger, keys } = replica
  const drafts = outbox.saved
  const [rooted, tail] = [drafts.slice(0, first), drafts.slice(first)]
  const beside = parts.document.beside()
  beside.apply([...good.updates, ...rooted.map(updateOf)])
  const update = new Uint8Array(beside.encodeState())
  const { apart } = await parts.store.read()
  const updates = [...(await shownThen(replica, apart)), ...rooted.map(updateOf)]
  const alone = tail.filter(({ key }) => key < (stored.parted?.key ?? 0)).length
  const said = beside.sayAnew(
    { updates, alone, maySay: (by) => !isGivenUp(replica, by) },
    tail,
    parts.crypto.randomBytes,
  )
  beside.close()
  const [anew, short]: [{ by: By; update: Bytes }[], Set<Written>] = [[], new Set()]
  for (const one of said) {
    const edits = one.anew.map((edit) => ({ by: edit.by, update: new Uint8Array(edit.update) }))
    const sayable = edits.filter((edit) => !(judged(edit.update, edit.by, good.authors, replica) instanceof SyncError))
    anew.push(...sayable)
    if (!one.isWhole || sayable.length < edits.length) short.add(one.written)
  }
  const returned = outbox.putBack([...rooted.map(({ by, update: words }) => ({ by, update: words })), ...anew])
  const asideDone = aside.positions.filter((position) => position > 0)
  const was = ledger.value.applied
  const { applied } = good
  await replica.move((draft) => draft.beginAnew(good.ledger, keys.id), {
    outbox: returned,
    outboxDone: drafts.map(({ key }) => key),
    applied: applied.map((bytes, place) => ({ number: place + 1, bytes })),
    appliedDone: Array.from({ length: was - applied.length }, (_, place) => applied.length + 1 + place),
    asideDone,
    state: { applied: applied.length, ownSeq: ledger.value.head(keys.id).seq, clients: good.clients, update },
    apart: {
      upon: [...apart.upon, ...tail.filter((one) => !short.has(one)).map(updateOf)],
      words: [...apart.words, ...lost, ...tail.filter((one) => short.has(one)).map(updateOf)],
    },
  })
  aside.remove(asideDone)
  outbox.done(drafts)
  outbox.returned(returned)
  replica.doubts.isOver = true
}

/** What the screen showed when the history was given up, but for what was waiting here to be said. */
async function shownThen(replica: Replica, apart: WordsApart): Promise<readonly Bytes[]> {
  const { store } = replica.parts
  const most = replica.stored.parted?.applied ?? 0
  const rows = await whole(appliedRow(store))
  const [then, since] = [rows.filter(({ number }) => number <= most), rows.filter(({ number }) => number > most)]
  // Its own are among them since it has gone on as another.
  const own = (await openedAll(since.map(bytesOf), replica)).filter(({ author }) => selves(replica).has(toHex(author)))
  const shown = await openedAll([...(await whole(ownRow(store))), ...then].map(bytesOf), replica)
  return [...apart.upon, ...apart.words, ...[...shown, ...own].flatMap(wordsOf)]
}

/** This device, and those that it has gone on for. */
export function selves({ self, state, keys }: Replica): ReadonlySet<string> {
  const found = new Set([toHex(keys.id)])
  for (let one = self; one !== null; ) {
    found.add(toHex(one.id))
    one = one.replaces === null ? null : (state.value.devices[one.replaces] ?? null)
  }
  return found
}

/** Why it cannot be said; null where it can: then the authors have learnt it. */
function judged(update: Bytes, by: By, authors: Authors, replica: Replica): SyncError | null {
  const { keys } = replica
  if (isGivenUp(replica, by)) return new Damaged('NOT_ALLOWED')
  try {
    authors.learn(keys.id, check(update, by, keys.id, authors))
    return null
  } catch (error) {
    if (error instanceof Damaged || error instanceof Suspicious) return error
    throw error
  }
}

type Said = Awaited<ReturnType<typeof opened>>

function openedAll(records: readonly Bytes[], { stored, parts }: Replica): Promise<readonly Said[]> {
  return Promise.all(records.map((bytes) => opened(bytes, stored, parts.crypto)))
}

const wordsOf = ({ update }: Said): readonly Bytes[] => (update === null ? [] : [update])
const updateOf = ({ update }: OutboxEntry): Bytes => update
const bytesOf = ({ bytes }: { readonly bytes: Bytes }): Bytes => bytes
