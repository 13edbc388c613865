/** Whether it is a person, a place or something else, and a picture. */

import type { Person, PersonKind } from '../../../sync/document.ts'
import { Choice } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { setFace, setKind } from './actions.ts'
import { canDraw, FACES } from './faces.ts'
import { isWaiting, type PersonPartProps } from './PersonFolds.tsx'
import { PersonToken } from './PersonMark.tsx'
import { likenessWords } from './told-of-person.ts'

const KINDS: readonly PersonKind[] = ['person', 'place', 'activity', 'service', 'animal']

export function Likeness({ person, document }: PersonPartProps) {
  const entity = `people/${person.id}`
  const { map, sheet } = words
  return (
    <Fold
      title={sheet.likeness}
      said={likenessWords(person)}
      hint=""
      startsOpen={isWaiting({ person, document }, ['kind', 'face'])}
    >
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
      <KeptBeside document={document} entity={entity} fields={['kind']} />
      <Faces person={person} />
      <KeptBeside document={document} entity={entity} fields={['face']} />
    </Fold>
  )
}

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
