/** What is missing: open shapes on the map, each of which may become a wish, or stay, or go. */

import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { addPerson, archivePerson } from '../map/actions.ts'
import { PersonToken } from '../map/PersonMark.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import type { RoomProps } from '../working/rooms.ts'
import { isMarked } from './missing.ts'
import { Wish } from './Wish.tsx'

export function MissingSheet({ document, onClose }: RoomProps) {
  const { missing } = words.help
  const marked = document.people.filter((one) => one.kind === 'missing' && !one.archived)
  const ideas = missing.some.filter((idea) => !isMarked(idea))
  return (
    <Sheet title={missing.title} onClose={onClose}>
      <p>{missing.intro}</p>
      {marked.length > 0 && (
        <section class="app-stack app-stack--close" aria-labelledby="missing-list">
          <h3 id="missing-list">{missing.list}</h3>
          <ul class="app-help">
            {marked.map((one) => (
              <Marked key={one.id} person={one} document={document} />
            ))}
          </ul>
        </section>
      )}
      <AddLine
        open={missing.label}
        label={missing.label}
        hint={missing.hint}
        name="add missing"
        onAdd={mark}
        said={missing.added}
      />
      {ideas.length > 0 && (
        <section class="app-stack app-stack--close" aria-labelledby="missing-ideas">
          <h3 id="missing-ideas">{missing.ideas}</h3>
          <ul class="app-row">
            {ideas.map((idea) => (
              <li key={idea}>
                <Button
                  onPress={() => {
                    done(mark(idea), missing.added(idea))
                  }}
                >
                  <span aria-hidden="true">+</span> {idea}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  )
}

const mark = (name: string) => addPerson({ name, kind: 'missing' })

function Marked({ person, document }: { readonly person: Person; readonly document: Document }) {
  const { missing } = words.help
  return (
    <li class="app-help__marked">
      <PersonToken {...person} size={36} />
      <span class="app-help__what">
        {person.name}
        <span class="app-soft app-help__place">{words.map.places[person.place.ring]}</span>
      </span>
      <div class="app-row">
        <Wish person={person} document={document} />
        <Button
          kind="quiet"
          label={missing.foundFor(person.name)}
          onPress={() => {
            archivePerson(person.id)
            announce(missing.isFound(person.name))
          }}
        >
          {missing.found}
        </Button>
      </div>
    </li>
  )
}
