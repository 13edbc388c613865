/** The other four levels, how much it matters and how hard it is: folded once more. */

import type { Degree, Document, Yardstick } from '../../../sync/document.ts'
import { OWNER } from '../document/giving.ts'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { CoField } from '../plan/CoField.tsx'
import { brief } from '../plan/said.ts'
import { voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { setByDay, setDifficulty, setImportance } from './actions.ts'

const MORE = ['better', 'much_better', 'less', 'much_less'] as const
const DEGREES = ['', 'none', 'some', 'much', 'most'] as const satisfies readonly Degree[]

interface MoreLevelsProps {
  readonly yardstick: Yardstick
  readonly document: Document
}

export function MoreLevels({ yardstick, document }: MoreLevelsProps) {
  const { levels } = words
  const { id, importance, difficulty, by_day } = yardstick
  const owner = callName(OWNER, document)
  const said = MORE.flatMap((level) => brief(yardstick[level], '') || [])
  return (
    <Fold title={levels.more} said={said.join(' · ')} hint={levels.moreHint}>
      {MORE.map((level) => (
        <CoField
          key={level}
          entity="yardsticks"
          id={id}
          field={level}
          label={levels.levels[level]}
          document={document}
          oneLine
        />
      ))}
      {voicesHere(document).includes(OWNER) ? (
        <Pick
          label={levels.matters(owner)}
          value={importance}
          options={DEGREES.map((value) => ({ value, label: levels.degreesOfMattering[value] }))}
          onPick={(value) => setImportance(id, value)}
        />
      ) : (
        importance !== '' && <p>{levels.mattersTo(owner, levels.degreesOfMattering[importance])}</p>
      )}
      <Pick
        label={levels.hard}
        value={difficulty}
        options={DEGREES.map((value) => ({ value, label: levels.degreesOfHardness[value] }))}
        onPick={(value) => setDifficulty(id, value)}
      />
      <Field
        label={levels.byDay}
        hint={levels.byDayHint}
        type="date"
        value={by_day}
        onInput={(day) => setByDay(id, day)}
      />
      <KeptBeside document={document} entity={`yardsticks/${id}`} fields={['importance', 'difficulty', 'by_day']} />
    </Fold>
  )
}
