/** What someone wrote while the other wrote something else here (P25): shown beside the field until it is put back or let go. */

import type { Document, Kept } from '../../../sync/document.ts'
import { isRing, isWhen, isWho } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { letGo, putBack } from '../map/actions.ts'
import { whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName, toneOf } from './names.ts'

export interface KeptBesideProps {
  readonly document: Document
  /** As in the document: `people/<id>`, `goals/<id>`, `steps/<id>` or `meta`. */
  readonly entity: string
  /** The fields shown just above. */
  readonly fields: readonly string[]
}

export function KeptBeside({ document, entity, fields }: KeptBesideProps) {
  const found = document.kept.filter(
    (kept) => kept.entity === entity && fields.some((field) => isOf(kept.field, field)),
  )
  return (
    <>
      {found.map((kept) => (
        <div class={`app-notice app-notice--${toneOf(kept.by)}`} key={kept.id}>
          <p>{sentence(kept, document)}</p>
          <div class="app-row">
            <Button
              onPress={() => {
                putBack(kept.id)
                announce(words.working.isPutBack)
              }}
            >
              {words.working.putBack}
            </Button>
            <Button
              onPress={() => {
                letGo(kept.id)
                announce(words.working.isLetGo)
              }}
            >
              {words.working.letGo}
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}

/** `people` also stands for each of its links, `people/<id>`. */
function isOf(kept: string, field: string): boolean {
  return kept === field || kept.startsWith(`${field}/`)
}

/** The kept value in plain words. */
export function sentence(kept: Kept, document: Document): string {
  const say = words.working
  const who = callName(kept.by, document)
  const { field, value } = kept
  if (field.startsWith('people/')) {
    const person = document.people.find((one) => one.id === field.slice('people/'.length))
    return (value === true ? say.keptJoined : say.keptParted)(who, person?.name ?? words.plan.whoGone)
  }
  if (value === '' || value === null) return say.keptEmptied(who)
  if (field === 'kind') return say.keptChose(who, kindWord(value))
  if (field === 'done') return say.keptChose(who, stateWord(value))
  if (typeof value === 'string') return say.keptWrote(who, value)
  if (typeof value === 'boolean') return say.keptChose(who, toggleWord(field, value))
  if (isWho(value)) return say.keptChose(who, whoWords(value, document))
  if (isWhen(value)) return say.keptChose(who, whenWords(value))
  return say.keptChose(who, placeWord(value))
}

function kindWord(value: unknown): string {
  return Object.entries(words.map.kinds).find(([kind]) => kind === value)?.[1] ?? words.map.kinds.person
}

function stateWord(value: unknown): string {
  if (value === 'done') return words.plan.done
  return value === 'let go' ? words.plan['let go'] : words.plan.open
}

function toggleWord(field: string, value: boolean): string {
  if (field === 'archived') return value ? words.map.away : words.map.bringBack
  const answer = value ? words.working.yes : words.working.no
  return field === 'died' ? `${words.map.died}: ${answer}` : answer
}

function placeWord(value: unknown): string {
  const ring = typeof value === 'object' && value !== null && 'ring' in value ? value.ring : null
  return isRing(ring) ? words.map.places[ring] : words.map.places.tray
}
