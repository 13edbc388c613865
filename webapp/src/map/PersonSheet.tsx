/** Everything about one person: first who they are and where, then all else, folded, so that nobody has to look at all of it. */

import type { Ring } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { mayPlace } from '../document/giving.ts'
import { Wish } from '../help/Wish.tsx'
import { Choice, Tick } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { OwnNotes } from '../own/OwnNotes.tsx'
import { SayIt } from '../say/SayIt.tsx'
import { Knows } from '../ties/Knows.tsx'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { renamePerson, setRelation } from './actions.ts'
import { Changes } from './Changes.tsx'
import { Idea } from './ChosenBar.tsx'
import { DetailField } from './DetailField.tsx'
import { setCloser } from './detail-actions.ts'
import { Likeness } from './Likeness.tsx'
import { Connection, InTouch, isWaiting, type PersonPartProps, TOGETHER, TOUCH, Together } from './PersonFolds.tsx'
import { putOnRing } from './placing.ts'
import { isSomebody, togetherWords, touchWords } from './told-of-person.ts'
import { WorkWith } from './WorkWith.tsx'

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

export function PersonSheet({ person, document, onClose }: PersonPartProps & { readonly onClose: () => void }) {
  const { map } = words
  const part = { person, document }
  const isThere = person.kind !== 'missing'
  // Nobody is asked about someone who has died; what was said before stays in sight.
  const isAskedAbout = isThere && !person.died
  return (
    <Sheet title={map.about(person.name)} onClose={onClose}>
      <CopiedFrom thing={person} />
      <Idea person={person} document={document} />
      <DetailField
        {...part}
        field="name"
        label={map.name}
        capitals="words"
        onCommit={(text) => {
          if (text !== '') renamePerson(person.id, text)
        }}
      />
      {isThere && (
        <DetailField
          {...part}
          field="relation"
          label={(isSomebody(person) ? map.whoIs : map.whatIs)(person.name)}
          hint={map.relationHint}
          onCommit={(text) => setRelation(person.id, text)}
        />
      )}
      <KeptBeside document={document} entity={`people/${person.id}`} fields={['question']} />
      <Where {...part} />
      {!isThere && !person.archived && <Wish {...part} />}
      {(isAskedAbout || person.closer || isWaiting(part, ['closer'])) && <Closer {...part} />}
      {isThere && <Connection {...part} />}
      {(isAskedAbout || touchWords(person) !== '' || isWaiting(part, TOUCH)) && <InTouch {...part} />}
      {(isAskedAbout || togetherWords(person) !== '' || isWaiting(part, TOGETHER)) && <Together {...part} />}
      {isThere && <Knows {...part} />}
      <Likeness {...part} />
      <WorkWith {...part} onLeave={onClose} />
      <SayIt {...part} />
      <OwnNotes {...part} />
      <Changes {...part} onGone={onClose} />
    </Sheet>
  )
}

function Where({ person, document }: PersonPartProps) {
  const { map } = words
  const { ring } = mayPlace(current.value?.pen.value ?? 'both') ? person.place : (person.wonder ?? person.place)
  // Of someone who has died nothing is hoped or asked: not "back in touch, one day" either.
  const offered = PLACES.filter((place) => place !== 'past' || !person.died || ring === 'past')
  return (
    <>
      <Choice
        label={map.where}
        hint={person.died ? undefined : map.placeHints[ring]}
        shape="tiles"
        value={ring}
        options={offered.map((place) => ({ value: place, label: map.places[place] }))}
        onChoose={(place) => putOnRing(person.id, place)}
      />
      <KeptBeside document={document} entity={`people/${person.id}`} fields={['place', 'wonder']} />
    </>
  )
}

function Closer({ person, document }: PersonPartProps) {
  const { sheet } = words
  return (
    <>
      <Tick
        label={isSomebody(person) ? sheet.closer : sheet.closerThing}
        hint={sheet.closerHint}
        checked={person.closer}
        onChange={(closer) => setCloser(person.id, closer)}
      />
      <KeptBeside document={document} entity={`people/${person.id}`} fields={['closer']} />
    </>
  )
}
