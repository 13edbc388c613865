/** Showing a key card to this tablet: by camera or by its twelve words. The secret is handed on and never kept here. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CardSecret } from '../../../sync/card.ts'
import { allWords } from '../../../sync/words.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { TextArea } from '../kit/Field.tsx'
import { words } from '../words/en.ts'
import { lookAt, type TypedCard } from './card-words.ts'
import { Scanner } from './Scanner.tsx'

export interface CardEntryProps {
  readonly onCard: (secret: CardSecret) => void
}

export function CardEntry({ onCard }: CardEntryProps) {
  const typed = useSignal('')
  const all = useSignal<readonly string[]>([])
  const problem = useSignal<string | null>(null)
  useEffect(() => {
    void allWords().then(
      (list) => {
        all.value = list
      },
      () => undefined, // they are asked for again when the card is used
    )
  }, [])
  const look = all.value.length === 0 ? null : lookAt(typed.value, all.value)

  async function use(text: string, ifNothing: string): Promise<void> {
    const scanned = await kith.read(text)
    if (scanned.kind === 'card' && scanned.address !== null) problem.value = words.doors.refusals.otherAddress
    else if (scanned.kind === 'card') onCard(scanned.secret)
    else problem.value = ifNothing
  }

  /** Waits for the list of words: a press on a slow tablet is not lost. */
  async function useTyped(): Promise<void> {
    const seen = lookAt(typed.value, await allWords())
    if (seen.state === 'complete') await use(typed.value, words.doors.refusals.cardMistyped)
    else problem.value = say(seen)
  }

  return (
    <div class="app-stack">
      <Scanner label={words.doors.cardScan} onText={(text) => void use(text, words.doors.cameraNothing)} />
      <form
        class="app-stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void useTyped()
        }}
      >
        <TextArea
          label={words.doors.cardWords}
          hint={words.doors.cardWordsHint}
          rows={3}
          value={typed.value}
          error={problem.value ?? (look?.state === 'wrong' || look?.state === 'more' ? say(look) : undefined)}
          onInput={(text) => {
            typed.value = text
            problem.value = null
          }}
        />
        <Button kind="main" submits onPress={() => undefined}>
          {words.doors.cardNext}
        </Button>
        <p role="status" class="app-hidden">
          {problem.value ?? ''}
        </p>
      </form>
    </div>
  )
}

function say(look: TypedCard): string {
  switch (look.state) {
    case 'wrong':
      return words.doors.cardWrongWord(look.word, look.at)
    case 'more':
      return words.doors.cardMore
    case 'fewer':
      return words.doors.cardFewer(look.missing)
    case 'complete':
      return ''
  }
}
