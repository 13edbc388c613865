/** One phone, tablet or card: what is known of it, and what can be done about it. What would be refused is not offered. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { KnownDevice, Member, OpenSpace, Permission } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { ActSheet, CanAndCannot } from './ActSheet.tsx'
import { AddCardSheet } from './AddCardSheet.tsx'
import { factsOf, whatItIs } from './known-words.ts'
import { LostCardSheet, waysToReplace } from './LostCardSheet.tsx'
import { atStart, nameOf } from './names.ts'

interface KnownSheetProps {
  readonly known: KnownDevice
  readonly space: OpenSpace
  readonly onClose: () => void
}

type Over = 'take off' | 'leave' | 'lost' | 'try' | { readonly turnInto: Member; readonly may: Permission }

export function KnownSheet({ known, space, onClose }: KnownSheetProps) {
  const say = words.who
  const over = useSignal<Over | null>(null)
  const names = seen(space.document.snapshot.value).names
  const all = space.devices.value
  const owner = atStart(nameOf(names, 0))
  const back = () => {
    over.value = null
  }
  const isLast = all.every(({ removed, thisOne }) => thisOne || removed !== null)
  const turns = known.turnable.filter(({ may }) => may !== 'no')
  return (
    <Sheet title={whatItIs(known, names)} onClose={onClose}>
      {known.stale && <Notice kind="care">{say.stale}</Notice>}
      {factsOf(known, all, names).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <div class="app-stack">
        {known.paper && (
          <Button wide onPress={() => (over.value = 'try')}>
            {words.doors.tryCardTitle}
          </Button>
        )}
        {known.paper && waysToReplace(known, space) !== 'no' && (
          <Button wide onPress={() => (over.value = 'lost')}>
            {say.lost}
          </Button>
        )}
        {turns.map(({ member, may }) => (
          <Button wide key={member} onPress={() => (over.value = { turnInto: member, may })}>
            {say.turn(nameOf(names, member))}
          </Button>
        ))}
        {known.thisOne && !isLast && (
          <Button wide onPress={() => (over.value = 'leave')}>
            {say.leave}
          </Button>
        )}
        {!known.thisOne && known.mayRemove !== 'no' && (
          <Button wide onPress={() => (over.value = 'take off')}>
            {known.paper ? say.cancelCard : say.takeOff}
          </Button>
        )}
      </div>
      {known.thisOne && isLast && <p class="app-soft">{say.leaveLast}</p>}
      {!known.thisOne && known.mayRemove === 'no' && (
        <p class="app-soft">{known.paper ? say.lostNobody(owner) : say.onlyOwner(owner)}</p>
      )}
      {over.value === 'try' && <AddCardSheet space={space} tries onClose={back} />}
      {over.value === 'lost' && <LostCardSheet lost={known} space={space} onClose={back} onDone={onClose} />}
      {over.value === 'leave' && <LeaveSheet onClose={back} />}
      {over.value === 'take off' && <TakeOffSheet known={known} space={space} onClose={back} onDone={onClose} />}
      {over.value !== null && typeof over.value === 'object' && (
        <TurnSheet {...over.value} known={known} names={names} onClose={back} onDone={onClose} />
      )}
    </Sheet>
  )
}

function TakeOffSheet({ known, space, onClose, onDone }: KnownSheetProps & { readonly onDone: () => void }) {
  const say = words.who
  const names = seen(space.document.snapshot.value).names
  if (known.mayRemove === 'no') return null
  const can = known.paper ? [say.canNew] : [say.canNew, say.canCards, say.canCardsBut]
  const whose = nameOf(names, 0)
  return (
    <ActSheet
      title={known.paper ? say.cancelCard : say.takeOffTitle(whatItIs(known, names))}
      may={known.mayRemove}
      whose={whose}
      doIt={known.paper ? say.cancelCard : say.takeOff}
      done={known.paper ? say.cancelDone : say.takeOffDone}
      act={(card) => kith.removeDevice(known.ix, card)}
      onClose={onClose}
      onDone={onDone}
    >
      <CanAndCannot can={can} cannot={[say.cannotOld, say.cannotWritten]} />
    </ActSheet>
  )
}

function LeaveSheet({ onClose }: { readonly onClose: () => void }) {
  const say = words.who
  return (
    <ActSheet
      title={say.leaveTitle}
      may="here"
      whose=""
      doIt={say.leave}
      done=""
      act={() => kith.leave()}
      onClose={onClose}
    >
      <p>{say.leaveSends}</p>
      <p>{say.leaveStays}</p>
      <p>{say.leaveBack}</p>
    </ActSheet>
  )
}

interface TurnSheetProps {
  readonly turnInto: Member
  readonly may: Permission
  readonly known: KnownDevice
  readonly names: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

function TurnSheet({ turnInto, may, known, names, onClose, onDone }: TurnSheetProps) {
  const say = words.who
  const name = nameOf(names, turnInto)
  if (may === 'no') return null
  return (
    <ActSheet
      title={say.turnTitle(name)}
      may={may}
      whose={nameOf(names, 0)}
      doIt={say.turn(name)}
      done={say.turnDone(name)}
      act={(card) => kith.turnInto(known.ix, turnInto, card)}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{say.turnMeans(name)}</p>
      <p>{say.turnStill}</p>
    </ActSheet>
  )
}
