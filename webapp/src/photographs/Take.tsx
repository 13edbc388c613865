/** Taking a photograph, or choosing one: it is looked at before it is kept, since nothing that is kept is ever quite gone. */

import { useState } from 'preact/hooks'
import type { Bytes } from '../../../sync/bytes.ts'
import { stage } from '../device/kith.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce, tell, told } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { useMedia } from '../working/media.ts'
import { addPhotograph } from './actions.ts'
import { addressOf } from './shown.ts'
import { taken } from './taking.ts'

interface TakeProps {
  readonly onTaken: (jpeg: Bytes) => void
}

export function Take({ onTaken }: TakeProps) {
  const [isOpening, setOpening] = useState(false)
  const hasCamera = useMedia('(pointer: coarse)')

  async function open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0]
    if (file === undefined) return
    setOpening(true)
    const found = await taken(file)
    setOpening(false)
    input.value = '' // the same one again is a new choice
    if ('jpeg' in found) {
      told.value = ''
      announce(words.photographs.opened)
      onTaken(found.jpeg)
    } else tell(words.photographs.refusals[found.refused])
  }

  return (
    <div class="app-stack app-stack--close">
      {hasCamera && <Chooser label={words.photographs.take} isMain camera onChoose={open} />}
      <Chooser label={words.photographs.choose} isMain={!hasCamera} onChoose={open} />
      <p class="app-soft" role="status">
        {isOpening && words.photographs.opening}
      </p>
    </div>
  )
}

interface ChooserProps {
  readonly label: string
  readonly isMain: boolean
  /** Where there is one, the camera opens at once. */
  readonly camera?: boolean
  readonly onChoose: (input: HTMLInputElement) => Promise<void>
}

function Chooser({ label, isMain, camera = false, onChoose }: ChooserProps) {
  return (
    <label class={`app-button app-button--${isMain ? 'main' : 'plain'} app-button--wide app-photo__choose`}>
      {label}
      <input
        class="app-photo__file"
        type="file"
        accept="image/*"
        autocomplete="off"
        capture={camera ? 'environment' : undefined}
        onChange={(event) => void onChoose(event.currentTarget)}
      />
    </label>
  )
}

interface KeepProps {
  readonly jpeg: Bytes
  readonly onKept: (id: string) => void
  readonly onAnother: () => void
}

export function Keep({ jpeg, onKept, onAnother }: KeepProps) {
  const [address] = useState(() => addressOf(jpeg))
  const [isBusy, setBusy] = useState(false)

  async function keep(): Promise<void> {
    if (isFull()) return tell(words.working.refusals['no room'])
    setBusy(true)
    const outcome = await addPhotograph(jpeg)
    setBusy(false)
    if (isRefused(outcome)) return tell(words.working.refusals[outcome.refused])
    announce(words.photographs.kept)
    onKept(outcome)
  }

  return (
    <>
      <img class="app-photo__small" src={address} alt={words.photographs.chosen} />
      <p>{words.photographs.leftOut}</p>
      <p class="app-soft">{words.photographs.stays}</p>
      <div class="app-row">
        <Button kind="main" busy={isBusy} onPress={() => void keep()}>
          {isBusy ? words.photographs.keeping : words.photographs.keep}
        </Button>
        <Button onPress={onAnother}>{words.photographs.another}</Button>
      </div>
    </>
  )
}

/** What is kept now would be on the screen and in memory alone; words come first. */
function isFull(): boolean {
  const now = stage.peek()
  return now.name === 'open' && ['full', 'gone'].includes(now.space.state.peek().here)
}
