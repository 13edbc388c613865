/** Who could do something: one of the two, both, someone on the map, someone else, or to be found. */

import { useState } from 'preact/hooks'
import type { Document, Who } from '../../../sync/document.ts'
import { Pick } from '../kit/Pick.tsx'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import { LineField } from './LineField.tsx'

interface WhoPickProps {
  readonly label: string
  readonly who: Who
  readonly document: Document
  /** Whose field it is, among all fields. */
  readonly name: string
  readonly onPick: (who: Who) => void
}

export function WhoPick({ label, who, document, name, onPick }: WhoPickProps) {
  const { out, plan } = words
  const [isOther, setOther] = useState(false)
  const people = document.people.filter(
    (one) => !(one.archived || one.died) || (who.kind === 'person' && one.id === who.id),
  )
  const value = isOther || who.kind === 'other' ? 'other' : codeOf(who)
  function pick(code: string): void {
    setOther(code === 'other')
    const [kind, id = ''] = code.split(' ')
    if (kind === 'both' || kind === 'unknown') onPick({ kind })
    if (kind === 'member') onPick({ kind, member: Number(id) })
    if (kind === 'person') onPick({ kind, id })
  }
  return (
    <div class="app-stack app-stack--close">
      <Pick
        label={label}
        value={value}
        options={[
          { value: 'unknown', label: out.toFind },
          ...document.names.map((_, member) => ({ value: `member ${member}`, label: callName(member, document) })),
          { value: 'both', label: plan.whoBoth },
          ...people.map((one) => ({ value: `person ${one.id}`, label: one.name })),
          { value: 'other', label: out.someoneElse },
        ]}
        onPick={pick}
      />
      {value === 'other' && namesHidden.value && <NamesAreHidden />}
      {value === 'other' && !namesHidden.value && (
        <LineField
          label={out.theirName}
          value={who.kind === 'other' ? who.name : ''}
          name={name}
          onWrite={(text) => onPick({ kind: 'other', name: text.trim() })}
        />
      )}
    </div>
  )
}

function codeOf(who: Who): string {
  if (who.kind === 'member') return `member ${who.member}`
  return who.kind === 'person' ? `person ${who.id}` : who.kind
}
