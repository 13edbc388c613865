/** When things change: someone has died, is put away, or comes back. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { later } from '../kit/later.tsx'
import { words } from '../words/en.ts'
import { lifted } from '../working/attention.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { archivePerson, bringBackPerson, setDied } from './actions.ts'
import { isWaiting } from './PersonFolds.tsx'
import { isSomebody } from './told-of-person.ts'

const TakeOutSheet = later(async () => (await import('./TakeOutSheet.tsx')).TakeOutSheet)

interface ChangesProps {
  readonly person: Person
  readonly document: Document
  /** The sheet closes: they are gone from the map. */
  readonly onGone: () => void
}

export function Changes({ person, document, onGone }: ChangesProps) {
  const entity = `people/${person.id}`
  const { map, sheet } = words
  const [isTakingOut, setTakingOut] = useState(false)
  const mayDie = isSomebody(person)

  function putAway(): void {
    if (lifted.value?.id === person.id) lifted.value = null
    archivePerson(person.id)
    announce(map.isAway(person.name))
    onGone()
  }

  return (
    <Fold
      title={sheet.changes}
      said={person.archived ? sheet.awaySaid(person.name) : person.died ? sheet.diedSaid(person.name) : ''}
      hint={sheet.changesHint(mayDie)}
      startsOpen={person.archived || isWaiting({ person, document }, ['died', 'archived'])}
    >
      {mayDie && (
        <Tick
          label={map.died}
          hint={map.diedHint}
          checked={person.died}
          onChange={(died) => setDied(person.id, died)}
        />
      )}
      <KeptBeside document={document} entity={entity} fields={['died']} />
      <KeptBeside document={document} entity={entity} fields={['archived']} />
      {person.archived ? (
        <Button
          onPress={() => {
            bringBackPerson(person.id)
            announce(map.isBack(person.name))
          }}
        >
          {map.bringBackFor(person.name)}
        </Button>
      ) : (
        <div class="app-stack app-stack--close">
          <Button onPress={putAway} describedBy="put-away-hint">
            {map.putAway(person.name)}
          </Button>
          <p class="app-soft" id="put-away-hint">
            {map.putAwayHint}
          </p>
        </div>
      )}
      <div class="app-stack app-stack--close">
        <Button kind="quiet" onPress={() => setTakingOut(true)} describedBy="take-out-hint">
          {sheet.takeOut(person.name)}
        </Button>
        <p class="app-soft" id="take-out-hint">
          {sheet.takeOutHint}
        </p>
      </div>
      {isTakingOut && <TakeOutSheet person={person} onClose={() => setTakingOut(false)} onGone={onGone} />}
    </Fold>
  )
}
