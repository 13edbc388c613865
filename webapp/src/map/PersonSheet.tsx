/** Everything about one person: name, who they are, where, a picture, what is planned with them, and putting them away. */

import type { Document, Person, PersonKind, Ring } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { mayPlace } from '../document/read.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { OwnNotes } from '../own/OwnNotes.tsx'
import { words } from '../words/en.ts'
import { lifted } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { WritingBy } from '../working/WritingBy.tsx'
import { NAME_LENGTH } from './AddPerson.tsx'
import { archivePerson, bringBackPerson, renamePerson, setDied, setFace, setKind, setRelation } from './actions.ts'
import { Idea } from './ChosenBar.tsx'
import { canDraw, FACES } from './faces.ts'
import { PersonToken } from './PersonMark.tsx'
import { putOnRing } from './placing.ts'
import { WorkWith } from './WorkWith.tsx'

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']
const KINDS: readonly PersonKind[] = ['person', 'place', 'activity', 'service', 'animal']

export function PersonSheet({
  person,
  document,
  onClose,
}: {
  person: Person
  document: Document
  onClose: () => void
}) {
  const entity = `people/${person.id}`
  const kept = (...fields: string[]) => <KeptBeside document={document} entity={entity} fields={fields} />
  const { map } = words
  const rename = (text: string) => {
    if (text.trim() !== '') renamePerson(person.id, text.trim())
  }
  const relate = (text: string) => setRelation(person.id, text.trim())
  const name = useDraft(person.name, rename, `${entity}/name`, map.about(person.name))
  const relation = useDraft(person.relation, relate, `${entity}/relation`, map.about(person.name))

  function putAway(): void {
    if (lifted.value?.id === person.id) lifted.value = null
    archivePerson(person.id)
    announce(map.isAway(person.name))
    onClose()
  }

  return (
    <Sheet title={map.about(person.name)} onClose={onClose}>
      <CopiedFrom thing={person} />
      <Idea person={person} document={document} />
      <WritingBy entity={person.id} field="name" document={document}>
        <Field
          label={map.name}
          value={name.text}
          onInput={name.write}
          onBlur={name.settle}
          onEnter={name.settle}
          maxLength={NAME_LENGTH}
          capitals="words"
        />
      </WritingBy>
      {kept('name')}
      <WritingBy entity={person.id} field="relation" document={document}>
        <Field
          label={map.relation}
          hint={map.relationHint}
          value={relation.text}
          onInput={relation.write}
          onBlur={relation.settle}
          onEnter={relation.settle}
          maxLength={NAME_LENGTH}
        />
      </WritingBy>
      {kept('relation')}
      <Choice
        label={map.where}
        value={(mayPlace(current.value?.pen.value ?? 'both') ? person.place : (person.wonder ?? person.place)).ring}
        options={PLACES.map((ring) => ({ value: ring, label: map.places[ring], hint: map.placeHints[ring] }))}
        onChoose={(ring) => putOnRing(person.id, ring)}
      />
      {kept('place', 'wonder')}
      <Choice
        label={map.kind}
        shape="tiles"
        value={person.kind}
        options={KINDS.map((kind) => ({
          value: kind,
          label: map.kinds[kind],
          picture: <PersonToken kind={kind} name="" face="" size={30} blank />,
        }))}
        onChoose={(kind) => setKind(person.id, kind)}
      />
      {kept('kind')}
      <Faces person={person} />
      {kept('face')}
      {person.kind !== 'place' && person.kind !== 'activity' && person.kind !== 'service' && (
        <Tick
          label={map.died}
          hint={map.diedHint}
          checked={person.died}
          onChange={(died) => setDied(person.id, died)}
        />
      )}
      {kept('died')}
      {kept(...DETAILS)}
      <WorkWith person={person} document={document} onLeave={onClose} />
      <OwnNotes person={person} document={document} />
      {kept('archived')}
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
        <div class="app-stack app-sheet__end">
          <p class="app-soft" id="put-away-hint">
            {map.putAwayHint}
          </p>
          <Button onPress={putAway} describedBy="put-away-hint">
            {map.putAway(person.name)}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

/** What can be said beside. */
const DETAILS = [
  ...['service', 'contexts', 'in_person', 'by_phone', 'online', 'together', 'they_help', 'i_help', 'closer', 'phone'],
  'question',
]

function Faces({ person }: { readonly person: Person }) {
  const offered = FACES[person.kind].filter(canDraw)
  const others = person.face !== '' && !offered.includes(person.face) ? [person.face] : []
  if (offered.length + others.length === 0) return null
  return (
    <fieldset class="app-faces">
      <legend class="app-field__label">{words.map.face}</legend>
      <div class="app-faces__row">
        {['', ...others, ...offered].map((face) => (
          <label
            class={face === person.face ? 'app-faces__face app-faces__face--chosen' : 'app-faces__face'}
            key={face}
          >
            <input
              class="app-faces__radio"
              type="radio"
              autocomplete="off"
              name="face"
              checked={face === person.face}
              aria-label={face === '' ? words.map.noFace : face}
              onChange={() => setFace(person.id, face)}
            />
            {face === '' ? (
              <PersonToken kind={person.kind} name={person.name} face="" size={40} />
            ) : (
              <span aria-hidden="true">{face}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
