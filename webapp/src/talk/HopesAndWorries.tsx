/** Hopes, worries, and what would make it easier. Whose words they are is asked once for all three. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { NobodyWatches } from './NobodyWatches.tsx'
import { Sayings } from './Sayings.tsx'
import { voiceOf, WhoSays } from './WhoSays.tsx'

export function HopesAndWorries({ document }: { readonly document: Document }) {
  const { talk } = words
  const [chosen, setChosen] = useState(0)
  const voice = voiceOf(chosen, document)
  return (
    <>
      {lookingBack.value === null && <WhoSays document={document} chosen={voice} onChoose={setChosen} />}
      <h4 class="app-said__title">{talk.hopesTitle}</h4>
      <Sayings kind="hope" document={document} add={talk.addHope} voice={voice} />
      <h4 class="app-said__title">{talk.worriesTitle}</h4>
      <NobodyWatches document={document} />
      <Sayings kind="worry" document={document} add={talk.addWorry} voice={voice} />
      <h4 class="app-said__title">{talk.easierTitle}</h4>
      <p class="app-soft">{talk.reassure}</p>
      <Sayings kind="easier" document={document} add={talk.addEasier} voice={voice} />
    </>
  )
}
