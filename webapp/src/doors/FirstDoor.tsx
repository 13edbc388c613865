/** The first screen: what Kith is in three sentences, and four ways on. Nobody is asked for anything here. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { Frame } from './Frame.tsx'
import { openDoor } from './open-door.ts'
import { ReadySheet } from './ReadySheet.tsx'

export function FirstDoor() {
  const asking = useSignal(false)
  return (
    <Frame title={words.doors.firstOne} picture>
      <p class="app-door__lead">
        {words.doors.firstTwo} {words.doors.firstThree}
      </p>
      <div class="app-stack app-door__ways">
        <Button kind="main" wide describedBy="start-hint" onPress={() => kith.startTogether()}>
          {words.doors.start}
        </Button>
        <p class="app-soft" id="start-hint">
          {words.doors.startHint}
        </p>
        <Button wide onPress={() => (openDoor.value = 'card')}>
          {words.doors.haveCard}
        </Button>
        <Button wide onPress={() => (openDoor.value = 'invitation')}>
          {words.doors.haveInvitation}
        </Button>
        <Button wide onPress={() => (openDoor.value = 'copy')}>
          {words.files.openCopy}
        </Button>
        <Button wide onPress={() => kith.lookAround()}>
          {words.doors.look}
        </Button>
      </div>
      <Button kind="link" onPress={() => (asking.value = true)}>
        {words.doors.readyAsk}
      </Button>
      {asking.value && <ReadySheet onClose={() => (asking.value = false)} />}
    </Frame>
  )
}
