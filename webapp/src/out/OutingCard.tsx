/** An outing on the list: what, when, where, and who said yes to helping. One press plans it; a no needs no reason. */

import type { Document, Outing } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { CoText } from '../plan/CoText.tsx'
import { brief, whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { sayNoThanks } from './actions.ts'

interface OutingCardProps {
  readonly outing: Outing
  readonly document: Document
  readonly onOpen: () => void
}

export function OutingCard({ outing, document, onOpen }: OutingCardProps) {
  const { out } = words
  const what = brief(outing.what, out.untitled)
  const facts = [whenWords(outing.when), outing.time, outing.where].filter((fact) => fact !== '')
  const helping = document.supports.filter((one) => one.outing === outing.id && !one.archived)
  return (
    <li class="app-barrier" aria-label={what}>
      <CoText entity="outings" id={outing.id} field="what" label={out.what} document={document} oneLine look="title" />
      {facts.length > 0 && <p>{facts.join(' \u00b7 ')}</p>}
      {helping.length > 0 && (
        <p class="app-barrier__line app-soft">
          {helping.map((one) => (
            <span key={one.id}>
              {out.supports[one.kind]}
              {one.who.kind !== 'unknown' && `: ${whoWords(one.who, document)}, ${lowered(out.asked[one.asked])}`}
            </span>
          ))}
        </p>
      )}
      <CopiedFrom thing={outing} />
      <KeptBeside
        document={document}
        entity={`outings/${outing.id}`}
        fields={['where', 'when', 'time', 'getting', 'cost', 'meet', 'phone', 'goal', 'state', 'people', 'archived']}
      />
      {lookingBack.value === null && (
        <div class="app-row">
          <Button label={out.moreAbout(what)} onPress={onOpen}>
            {out.more}
          </Button>
          <Button
            kind="quiet"
            label={out.noThanksFor(what)}
            onPress={() => {
              sayNoThanks(outing.id)
              announce(out.isNo)
            }}
          >
            {out.noThanks}
          </Button>
        </div>
      )}
    </li>
  )
}

const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)
