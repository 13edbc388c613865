/** What can be said about someone beside who and where: each part folded, and nothing of it asked for. */

import type { Context, Document, HowOften, Person, Service } from '../../../sync/document.ts'
import { isPutAway } from '../document/away.ts'
import { Choice, Tick } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { leftHalf } from '../kit/half-typed.ts'
import { Pick } from '../kit/Pick.tsx'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { DetailField } from './DetailField.tsx'
import { setContext, setHowOften, setIHelp, setPhone, setService, setTheyHelp, setTogether } from './detail-actions.ts'
import { CHANNELS, connectionWords, togetherWords, touchWords } from './told-of-person.ts'

export interface PersonPartProps {
  readonly person: Person
  readonly document: Document
}

const SERVICES: readonly Service[] = ['outside', 'inside', 'linked', 'unknown']
const CONTEXTS: readonly Context[] = [
  ...(['family', 'friend', 'neighbour', 'work', 'learning'] as const),
  ...(['club', 'faith', 'service', 'online', 'other'] as const),
]
const OFTEN: readonly HowOften[] = [
  ...(['', 'daily', 'few a week', 'weekly', 'few a month'] as const),
  ...(['monthly', 'less', 'varies', 'lost touch'] as const),
]

export const TOUCH = [...CHANNELS, 'phone']
export const TOGETHER = ['together', 'they_help', 'i_help']

/** Something in these fields waits: a value that gave way, or words that were left half written. */
export function isWaiting({ person, document }: PersonPartProps, fields: readonly string[]): boolean {
  const entity = `people/${person.id}`
  const half = leftHalf.peek()?.key
  return fields.some(
    (field) =>
      half === `${entity}/${field}` ||
      document.kept.some(
        (kept) => kept.entity === entity && !isPutAway(kept) && `${kept.field}/`.startsWith(`${field}/`),
      ),
  )
}

export function Connection({ person, document }: PersonPartProps) {
  const entity = `people/${person.id}`
  const { sheet, details } = words
  return (
    <Fold
      title={sheet.connection}
      said={connectionWords(person)}
      hint={sheet.connectionHint}
      startsOpen={isWaiting({ person, document }, ['service', 'contexts'])}
    >
      <Choice
        label={sheet.service}
        shape="tiles"
        value={person.service}
        options={SERVICES.map((service) => ({ value: service, label: details.services[service] }))}
        onChoose={(service) => setService(person.id, service)}
      />
      <KeptBeside document={document} entity={entity} fields={['service']} />
      <fieldset class="app-choice app-choice--tiles">
        <legend class="app-field__label">{sheet.contexts}</legend>
        <p class="app-field__hint">{sheet.contextsHint}</p>
        <div class="app-choice__options">
          {CONTEXTS.map((context) => (
            <Tick
              key={context}
              label={details.contexts[context]}
              checked={person.contexts.includes(context)}
              onChange={(on) => setContext(person.id, context, on)}
            />
          ))}
        </div>
      </fieldset>
      <KeptBeside document={document} entity={entity} fields={['contexts']} />
    </Fold>
  )
}

export function InTouch({ person, document }: PersonPartProps) {
  const entity = `people/${person.id}`
  const { sheet, details } = words
  const options = OFTEN.map((often) => ({ value: often, label: details.howOften[often] }))
  return (
    <Fold
      title={sheet.touch}
      said={touchWords(person) || (person.phone && sheet.phoneSaid)}
      hint={sheet.touchHint}
      startsOpen={isWaiting({ person, document }, TOUCH)}
    >
      <p class="app-soft">{sheet.touchLead}</p>
      {CHANNELS.map((channel) => (
        <div class="app-stack app-stack--close" key={channel}>
          <Pick
            label={details.channels[channel]}
            options={options}
            value={person[channel]}
            onPick={(often) => setHowOften(person.id, channel, often)}
          />
          <KeptBeside document={document} entity={entity} fields={[channel]} />
        </div>
      ))}
      <PhoneField person={person} document={document} />
    </Fold>
  )
}

/** Their number, only if somebody puts it in. */
export function PhoneField({ person, document }: PersonPartProps) {
  return (
    <DetailField
      person={person}
      document={document}
      field="phone"
      type="tel"
      label={words.sheet.phone}
      hint={words.sheet.phoneHint}
      onCommit={(text) => setPhone(person.id, text)}
    />
  )
}

export function Together({ person, document }: PersonPartProps) {
  const { sheet } = words
  const line = { person, document }
  return (
    <Fold
      title={sheet.together}
      said={togetherWords(person)}
      hint={sheet.togetherHint}
      startsOpen={isWaiting(line, TOGETHER)}
    >
      <DetailField
        {...line}
        field="together"
        label={sheet.togetherLabel}
        onCommit={(text) => setTogether(person.id, text)}
      />
      <DetailField
        {...line}
        field="they_help"
        label={sheet.theyHelp}
        onCommit={(text) => setTheyHelp(person.id, text)}
      />
      <DetailField {...line} field="i_help" label={sheet.iHelp} onCommit={(text) => setIHelp(person.id, text)} />
    </Fold>
  )
}
