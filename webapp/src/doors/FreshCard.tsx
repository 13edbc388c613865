/** A fresh card: one that was printed before, or, on a person's own phone or tablet, one made here and put on paper. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import type { FreshCard as Made } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { QrSquare } from '../kit/QrSquare.tsx'
import { words } from '../words/en.ts'
import { CardEntry } from './CardEntry.tsx'

interface FreshCardProps {
  readonly mayMake: boolean
  readonly onCard: (secret: CardSecret) => void
}

export function FreshCard({ mayMake, onCard }: FreshCardProps) {
  const made = useSignal<Made | null>(null)
  const card = made.value
  if (card === null) {
    return (
      <>
        {mayMake && (
          <Button
            onPress={() =>
              void kith.freshCard().then((one) => {
                made.value = one
              })
            }
          >
            {words.who.makeCard}
          </Button>
        )}
        <CardEntry onCard={onCard} />
      </>
    )
  }
  return (
    <>
      <p>{words.who.makeLead}</p>
      <p class="app-soft">{words.who.makeAlone}</p>
      <Paper card={card} />
      <div class="app-row">
        <Button onPress={printCard}>{words.who.print}</Button>
        <Button kind="main" onPress={() => onCard(card.secret)}>
          {words.who.onPaper}
        </Button>
        <Button kind="quiet" onPress={() => (made.value = null)}>
          {words.who.printedCard}
        </Button>
      </div>
    </>
  )
}

function Paper({ card }: { readonly card: Made }) {
  const square = useSignal<readonly (readonly boolean[])[] | null>(null)
  useEffect(() => {
    void import('uqr').then(({ encode }) => {
      square.value = encode(card.link, { ecc: 'M', border: 0 }).data
    })
  }, [card])
  return (
    <div class="app-paper">
      {square.value !== null && <QrSquare matrix={square.value} label={words.who.makeSquare} />}
      <ol class="app-words" aria-label={words.who.makeWords}>
        {card.words.map((word, at) => (
          <li key={`${at}-${word}`} class="app-words__word">
            {word}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Nothing but the card goes to the printer. */
function printCard(): void {
  const page = document.documentElement
  page.classList.add('app-prints-card')
  window.addEventListener('afterprint', () => page.classList.remove('app-prints-card'), { once: true })
  window.print()
}
