/** How the two reach each other, and what if one is late: numbers only where somebody gives one, and a few words ready to send. */

import { useState } from 'preact/hooks'
import type { By, Document } from '../../../sync/document.ts'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { LineField } from '../out/LineField.tsx'
import { smsAddress, telAddress } from '../say/message.ts'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import { setLate, setPhone } from './actions.ts'

interface ReachProps {
  readonly document: Document
  readonly pen: By
}

export function Reach({ document, pen }: ReachProps) {
  const { meet } = words
  const members = [...document.names.keys()]
  const numberOf = (member: number): string => document.phones[member] ?? ''
  const others = members.filter((member) => member !== pen && numberOf(member) !== '')
  const said = [...members.map(numberOf), document.late].filter((one) => one !== '')
  return (
    <Fold title={meet.reach} said={said.join(', ')} hint={meet.reachHint}>
      {namesHidden.value ? (
        <NamesAreHidden />
      ) : (
        members.map((member) => (
          <LineField
            key={member}
            label={meet.number(callName(member, document))}
            hint={meet.numberHint}
            type="tel"
            value={numberOf(member)}
            name={`meta/phone/${member}`}
            onWrite={(text) => setPhone(member, text)}
          />
        ))
      )}
      <LineField
        label={meet.late}
        hint={meet.lateHint}
        value={document.late}
        name="meta/late"
        onWrite={(text) => setLate(text)}
      />
      <KeptBeside document={document} entity="meta" fields={[...members.map((one) => `phone/${one}`), 'late']} />
      {others.length > 0 && <Ready others={others} document={document} />}
    </Fold>
  )
}

interface ReadyProps {
  readonly others: readonly number[]
  readonly document: Document
}

/** Ringing, or a few plain words that open in the messages app: who reads them there learns nothing of Kith. */
function Ready({ others, document }: ReadyProps) {
  const { meet } = words
  const [text, setText] = useState<string>(meet.readyWords[0])
  return (
    <>
      <Pick
        label={meet.ready}
        value={text}
        options={meet.readyWords.map((one) => ({ value: one as string, label: one }))}
        onPick={setText}
      />
      {others.map((member) => {
        const [name, number] = [callName(member, document), document.phones[member] ?? '']
        return (
          <div class="app-row" key={member}>
            <a class="app-button app-button--plain" href={telAddress(number)}>
              {meet.ring(name)}
            </a>
            <a class="app-button app-button--plain" href={smsAddress(text, number)}>
              {meet.write(name)}
            </a>
          </div>
        )
      })}
      <p class="app-soft">{meet.readyHint}</p>
    </>
  )
}
