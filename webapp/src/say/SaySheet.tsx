/** A first message to someone: a tone to begin from, what it is about, one's own changes, and then one's own messages app. */

import { useRef, useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field, TextArea } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { PhoneField } from '../map/PersonFolds.tsx'
import { words } from '../words/en.ts'
import type { Tone } from '../words/say.ts'
import { beginIn, smsAddress, TONES } from './message.ts'

interface SaySheetProps {
  readonly person: Person
  readonly document: Document
  readonly onClose: () => void
}

export function SaySheet({ person, document, onClose }: SaySheetProps) {
  const [tone, setTone] = useState<Tone>('warm')
  const [about, setAbout] = useState('')
  /** Their own words, once they changed any; null while it is still as it was begun. */
  const [changed, setChanged] = useState<string | null>(null)
  const say = words.say
  const message = changed ?? beginIn(tone, person.name, about)
  return (
    <Sheet title={say.title(person.name)} onClose={onClose} actions={<Ways message={message} phone={person.phone} />}>
      <p>
        {say.lead} {say.kept}
      </p>
      <Choice
        label={say.tone}
        shape="tiles"
        value={tone}
        options={TONES.map((one) => ({ value: one, label: say.tones[one].label }))}
        onChoose={setTone}
      />
      <Field label={say.about} hint={say.aboutHint} value={about} onInput={setAbout} maxLength={120} />
      <TextArea label={say.message} value={message} onInput={setChanged} rows={4} />
      {changed !== null && (
        <div class="app-row">
          <p class="app-soft">{say.ownWords}</p>
          <Button onPress={() => setChanged(null)}>{say.anew}</Button>
        </div>
      )}
      <PhoneField person={person} document={document} />
      <p class="app-soft">
        {person.phone === '' && say.noNumber} {say.from}
      </p>
    </Sheet>
  )
}

function Ways({ message, phone }: { readonly message: string; readonly phone: string }) {
  const say = words.say
  const [told, setTold] = useState('')
  const isEmpty = message.trim() === ''
  const canShare = typeof navigator.share === 'function'
  const copying = useRef(false)

  async function copy(): Promise<void> {
    if (copying.current) return
    copying.current = true
    const isCopied = await navigator.clipboard.writeText(message).then(
      () => true,
      () => false,
    )
    copying.current = false
    setTold(isCopied ? say.copied : say.notCopied)
    announce(isCopied ? say.copied : say.notCopied)
  }

  return (
    <>
      {!isEmpty && (
        <a class="app-button app-button--main" href={smsAddress(message, phone)}>
          {say.sms}
        </a>
      )}
      {canShare && (
        // Whoever turns back from the share sheet has told nobody anything.
        <Button off={isEmpty} onPress={() => void navigator.share({ text: message }).catch(() => undefined)}>
          {say.share}
        </Button>
      )}
      <Button off={isEmpty} onPress={() => void copy()}>
        {say.copy}
      </Button>
      {told !== '' && <p class="app-soft">{told}</p>}
    </>
  )
}
