/** The ways on from a door that asks for something else first. */

import type { ComponentChildren } from 'preact'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { type DoorName, openDoor } from './open-door.ts'

type Way = Exclude<DoorName, 'first'>

interface QuietWaysProps {
  readonly ways: readonly Way[]
  readonly children?: ComponentChildren
}

const SAID: Readonly<Record<Way, string>> = {
  card: words.doors.haveCard,
  invitation: words.doors.haveInvitation,
  copy: words.files.openCopy,
}

export function QuietWays({ ways, children }: QuietWaysProps) {
  return (
    <div class="app-row">
      <Button kind="quiet" onPress={() => kith.startTogether()}>
        {words.doors.startNew}
      </Button>
      {ways.map((way) => (
        <Button key={way} kind="quiet" onPress={() => (openDoor.value = way)}>
          {SAID[way]}
        </Button>
      ))}
      {children}
    </div>
  )
}
