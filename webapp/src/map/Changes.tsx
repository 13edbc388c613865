/** When things change: someone has died, is put away, or comes back. */

import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { words } from '../words/en.ts'
import { lifted } from '../working/attention.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { archivePerson, bringBackPerson, setDied } from './actions.ts'
import { isWaiting } from './PersonFolds.tsx'
import { isSomebody } from './told-of-person.ts'

interface ChangesProps {
  readonly person: Person
  readonly document: Document
  /** The sheet closes: they are gone from the map. */
  readonly onGone: () => void
}

export function Changes({ person, document, onGone }: ChangesProps) {
  const entity = `people/${person.id}`
  const { map, sheet } = words
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
    </Fold>
  )
}
