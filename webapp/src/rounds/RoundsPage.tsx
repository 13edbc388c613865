/** What I said I'd do: with everybody that the one who helps meets, for them alone. By day, or place by place; never by how far. */

import { useState } from 'preact/hooks'
import type { Errand, Round } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { OpenOwn } from '../device/own.ts'
import { announce } from '../kit/Announce.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { dayWords, whenWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { callByName, calledBy, standingRounds } from './actions.ts'
import { type ByDay, byDay } from './by-day.ts'
import { pairBeside } from './watching.ts'

type Order = keyof typeof words.rounds.orders

const ORDERS: readonly Order[] = ['place', 'day']

export function RoundsPage({ open }: { readonly open: OpenOwn }) {
  const { rounds } = words
  const [order, setOrder] = useState<Order>('place')
  const all = standingRounds(seen(open.document.snapshot.value))
  const shown = all.filter(({ errands, meeting }) => errands.length > 0 || meeting !== '')
  return (
    <>
      <p>{rounds.lead}</p>
      <p class="app-soft">{rounds.how}</p>
      {shown.length === 0 && <p class="app-soft">{rounds.none}</p>}
      {shown.length > 0 && (
        <Choice
          label={rounds.order}
          shape="tiles"
          value={order}
          options={ORDERS.map((value) => ({ value, label: rounds.orders[value] }))}
          onChoose={setOrder}
        />
      )}
      {order === 'place' && shown.map((round) => <OfPlace key={round.id} round={round} open={open} />)}
      {order === 'day' && byDay(shown).map((part) => <OfDay key={part.key} part={part} />)}
    </>
  )
}

function OfPlace({ round, open }: { readonly round: Round; readonly open: OpenOwn }) {
  const { rounds } = words
  const called = calledBy(round)
  const isBeside = round.place === open.beside
  return (
    <section class="app-offer" aria-label={called}>
      <h3>{called}</h3>
      {round.meeting !== '' && <p>{rounds.meet(round.meeting)}</p>}
      <ErrandList errands={round.errands.map((errand) => ({ errand, note: whenWords(errand.when) }))} />
      <p class="app-soft">{isBeside ? rounds.now : rounds.asOf(dayWords(round.day))}</p>
      {isBeside && <ByName round={round} open={open} />}
    </section>
  )
}

/** Their name is here only where their helper says so, pair by pair, while that is open. */
function ByName({ round, open }: { readonly round: Round; readonly open: OpenOwn }) {
  const { rounds } = words
  const stage = kith.stage.value
  if (stage.name !== 'open') return null
  const { space } = stage
  const document = seen(space.document.snapshot.value)
  const name = (document.names[0] ?? '').trim()
  if (name === '') return null
  return (
    <Tick
      label={rounds.byName(name)}
      hint={rounds.byNameHint}
      checked={round.name !== ''}
      onChange={(named) => {
        callByName(open.document, pairBeside(open, space, document), named)
        announce((named ? rounds.isNamed : rounds.isUnnamed)(name))
      }}
    />
  )
}

function OfDay({ part: { key, day, errands } }: { readonly part: ByDay }) {
  const { rounds, plan } = words
  const title = key === 'next' ? plan.whenNext : key === 'none' ? plan.whenNone : dayWords(day)
  return (
    <section class="app-offer" aria-label={title}>
      <h3>{title}</h3>
      <ErrandList
        errands={errands.map(({ errand, round }) => ({
          errand,
          note:
            key === 'next' && round.meeting !== '' ? rounds.nextWith(calledBy(round), round.meeting) : calledBy(round),
        }))}
      />
    </section>
  )
}

interface Noted {
  readonly errand: Errand
  readonly note: string
}

function ErrandList({ errands }: { readonly errands: readonly Noted[] }) {
  if (errands.length === 0) return null
  return (
    <ul class="app-stack app-stack--close">
      {errands.map(({ errand, note }, at) => (
        <li key={`${at} ${errand.what}`}>
          {errand.what} {note !== '' && <span class="app-soft">{note}</span>}
        </li>
      ))}
    </ul>
  )
}
