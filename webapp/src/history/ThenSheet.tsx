/** One thing as it was then, what is different now, and each of these to be brought back, or all. */

import type { Document, EntityName } from '../../../sync/document.ts'
import type { Difference, Thing } from '../document/differences.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import type { Focus } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { bringBack, canBringBack } from './actions.ts'
import { fieldWords, nameOf, valueWords } from './values.ts'

type Shown = 'people' | 'goals' | 'steps'

const ENTITY: Readonly<Record<Focus['kind'], Shown>> = { person: 'people', goal: 'goals', step: 'steps' }

export interface ThenSheetProps {
  readonly focus: Focus
  readonly then: Document
  readonly now: Document
  readonly onClose: () => void
}

export function ThenSheet({ focus, then, now, onClose }: ThenSheetProps) {
  const entity = ENTITY[focus.kind]
  const thing = thingIn(then, entity, focus.id)
  const current = thingIn(now, entity, focus.id)
  if (thing === undefined) return null
  const name = nameOf(entity, focus.id, then) || words.history.nothing
  const different = current === undefined ? [] : canBringBack(entity, thing, current)
  return (
    <Sheet title={words.history.wasLike(name)} onClose={onClose}>
      <dl class="app-was-list app-stack app-stack--close">
        {factsOf(entity, thing, then).map(([field, value]) => (
          <div class="app-was" key={field}>
            <dt class="app-soft">{field}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {different.length === 0 ? (
        <p role="status">{words.history.isNotDifferent}</p>
      ) : (
        <section class="app-stack app-stack--close" aria-labelledby="now-different">
          <h3 id="now-different">{words.history.isDifferent}</h3>
          <ul class="app-stack app-stack--close">
            {different.map((one) => (
              <li class="app-was__row" key={`${one.what} ${one.field}`}>
                <span>{nowWords(one, now)}</span>
                <Button onPress={() => done(bringBack([one]), words.history.isPutBack)}>
                  {backWords(one, name, then)}
                </Button>
              </li>
            ))}
          </ul>
          {different.length > 1 && (
            <Button kind="main" wide onPress={() => done(bringBack(different), words.history.isPutBack)}>
              {words.history.allBack}
            </Button>
          )}
        </section>
      )}
    </Sheet>
  )
}

/** On a button: what it puts back. */
export function backWords({ what, field, after }: Difference, name: string, then: Document): string {
  if (what !== 'changed') return words.history.bringBack(name)
  if (after === '') return words.history.putBackEmpty
  return words.history.putBack(valueWords(field, after, then))
}

function nowWords({ what, field, before }: Difference, now: Document): string {
  if (what !== 'changed') return words.map.away
  return `${fieldWords(field, now)}: ${valueWords(field, before, now)}`
}

const DETAILS = ['in_person', 'by_phone', 'online', 'together', 'they_help', 'i_help', 'closer', 'phone']

function factsOf(entity: Shown, thing: Thing, then: Document): readonly (readonly [string, string])[] {
  const shown: Readonly<Record<Shown, readonly string[]>> = {
    people: [...['name', 'kind', 'place', 'relation', 'face', 'died', 'service'], ...DETAILS],
    goals: ['title', 'taken', 'state'],
    steps: ['what', 'who', 'when', 'done', 'went', 'goal'],
  }
  const facts = shown[entity].flatMap((field): readonly (readonly [string, string])[] => {
    const value: unknown = Reflect.get(thing, field)
    if (value === '' || value === false || value === 'unknown') return []
    return [[fieldWords(field, then), field === 'went' ? String(value) : valueWords(field, value, then)]]
  })
  const people = 'people' in thing ? thing.people.map((id) => nameOf('people', id, then)).filter(Boolean) : []
  const label = entity === 'goals' ? words.plan.couldHelp : words.plan.withPeople
  const withWhom: readonly (readonly [string, string])[] = people.length > 0 ? [[label, people.join(', ')]] : []
  const away: readonly (readonly [string, string])[] = thing.archived ? [[words.map.away, words.working.yes]] : []
  return [...facts, ...withWhom, ...away]
}

export function thingIn(document: Document, entity: EntityName, id: string): Thing | undefined {
  const things: readonly Thing[] = document[entity]
  return things.find((one) => one.id === id)
}
