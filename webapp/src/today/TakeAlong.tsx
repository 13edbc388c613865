/** Words that both said yes to: copied, on paper, or as a square for a screen that is connected to nothing here. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { QrSquare } from '../kit/QrSquare.tsx'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { printPage } from '../working/print-page.ts'

export function TakeAlong({ text }: { readonly text: string }) {
  const { today } = words
  const [told, setTold] = useState('')
  const [isSquare, setSquare] = useState(false)
  const copying = useRef(false)

  async function copy(): Promise<void> {
    if (copying.current) return
    copying.current = true
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    copying.current = false
    setTold(isCopied ? today.copied : today.notCopied)
    announce(isCopied ? today.copied : today.notCopied)
  }

  return (
    <section class="app-stack app-stack--close" aria-label={today.take}>
      <div class="app-page">
        <h3 class="app-page__title">{dayWords(new Date().toLocaleDateString('en-CA'))}</h3>
        <p>{text}</p>
      </div>
      <p class="app-soft">{today.lead2}</p>
      <div class="app-row">
        <Button onPress={() => void copy()}>{today.copy}</Button>
        <Button onPress={printPage}>{today.print}</Button>
        <Button expanded={isSquare} onPress={() => setSquare(!isSquare)}>
          {isSquare ? today.squareHide : today.square}
        </Button>
      </div>
      {told !== '' && <p class="app-soft">{told}</p>}
      {isSquare && <Square text={text} />}
    </section>
  )
}

function Square({ text }: { readonly text: string }) {
  const [matrix, setMatrix] = useState<readonly (readonly boolean[])[] | null>(null)
  const isTooLong = new TextEncoder().encode(text).length > MOST_OCTETS
  useEffect(() => {
    if (isTooLong) return
    void import('uqr').then(({ encode }) => setMatrix(encode(text, { border: 0 }).data))
  }, [text, isTooLong])
  if (isTooLong) return <p class="app-soft">{words.today.squareLong}</p>
  return matrix === null ? null : <QrSquare matrix={matrix} label={words.today.squareLabel} />
}

/** What a phone's camera still reads off a tablet. */
const MOST_OCTETS = 600
