/** Taking someone out everywhere: what goes, what stays all the same, and the way to a place where nothing of it is left. */

import { useState } from 'preact/hooks'
import type { Person } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { current } from '../document/current.ts'
import { CanAndCannot } from '../doors/ActSheet.tsx'
import { AfreshSheet } from '../doors/AfreshSheet.tsx'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { lifted } from '../working/attention.ts'
import { seen } from '../working/hidden-names.ts'
import { takeOutEverywhere } from './removal-actions.ts'

interface TakeOutSheetProps {
  readonly person: Person
  readonly onClose: () => void
  /** Nothing of them is left here: their own sheet closes too. */
  readonly onGone: () => void
}

export function TakeOutSheet({ person, onClose, onGone }: TakeOutSheetProps) {
  const [name] = useState(person.name)
  const [isOut, setOut] = useState(false)
  const { sheet } = words
  const shared = current.value
  const hasPhotographs = shared !== null && seen(shared.snapshot.value).photographs.length > 0

  function takeOut(): void {
    if (lifted.value?.id === person.id) lifted.value = null
    if (takeOutEverywhere(person.id) !== 'done') return onClose()
    announce(sheet.isOut(name))
    setOut(true)
  }

  if (isOut) {
    return (
      <Sheet
        key="out"
        title={sheet.isOut(name)}
        onClose={onGone}
        actions={
          <Button kind="main" onPress={onGone}>
            {sheet.close}
          </Button>
        }
      >
        <p>{sheet.isOutUndo}</p>
        <p>{sheet.staysHistory}.</p>
        <ForGood without={[person.id]} />
      </Sheet>
    )
  }
  return (
    <Sheet
      key="ask"
      title={sheet.takeOutTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={onClose}>
            {sheet.notNow}
          </Button>
          <Button onPress={takeOut}>{sheet.takeOutDo(name)}</Button>
        </>
      }
    >
      <CanAndCannot
        can={[sheet.takeOutFrom, sheet.takeOutSaid, sheet.takeOutJoined]}
        cannot={[
          sheet.staysWords,
          ...(hasPhotographs ? [sheet.staysPhotographs] : []),
          sheet.staysHistory,
          sheet.staysCopies,
        ]}
      />
      <ForGood without={[person.id]} />
    </Sheet>
  )
}

/** True erasure: a place begun anew (P34). Where nothing is kept yet there is no history to leave behind. */
function ForGood({ without }: { readonly without: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  const stage = kith.stage.value
  if (stage.name !== 'open') return null
  const { sheet, who } = words
  const mayHere = mayBeginAfresh(stage.space)
  return (
    <div class="app-stack app-stack--close">
      <p>
        {sheet.forGood} {mayHere ? sheet.forGoodAfter : sheet.forGoodElsewhere}
      </p>
      {mayHere && <Button onPress={() => setOpen(true)}>{who.afresh}</Button>}
      {isOpen && <AfreshSheet space={stage.space} without={without} onClose={() => setOpen(false)} />}
    </div>
  )
}

function mayBeginAfresh({ members, mayEnd }: OpenSpace): boolean {
  return members.includes(0) && mayEnd.value !== 'no'
}
