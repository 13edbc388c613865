/** A sheet of what is one's own: on a device that one keeps it opens first; anywhere else it says why it is not there. */

import type { ComponentChildren } from 'preact'
import { kith } from '../device/kith.ts'
import type { OpenOwn, OwnStage } from '../device/own.ts'
import { atStart, nameOf } from '../doors/names.ts'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { Asking, ToOpen } from './ToOpen.tsx'

interface OwnSheetProps {
  readonly title: string
  /** The title on a device that somebody else keeps, where nothing of it shows. */
  readonly elsewhere: string
  /** What follows from that there. */
  readonly so: string
  /** Of the pair, by member number. */
  readonly names: readonly string[]
  readonly onClose: () => void
  readonly children: (own: OpenOwn) => ComponentChildren
}

export function OwnSheet({ title, elsewhere, so, names, onClose, children }: OwnSheetProps) {
  const own = kith.own.stage.value
  const isMine = own.name !== 'nowhere' && own.keeper === 'owner'
  return (
    <Sheet title={isMine ? title : elsewhere} onClose={onClose} step={own.name}>
      {!isMine && <NotHere own={own} so={so} names={names} />}
      {isMine && (own.name === 'none' || own.name === 'closed') && (
        <ToOpen isFirst={own.name === 'none'} helper={helperOf(names)} />
      )}
      {isMine && own.name === 'joining' && <Asking state={own.state} />}
      {isMine && own.name === 'open' && children(own)}
    </Sheet>
  )
}

interface NotHereProps {
  readonly own: OwnStage
  readonly so: string
  readonly names: readonly string[]
}

function NotHere({ own, so, names }: NotHereProps) {
  const { stage } = kith
  const members = stage.value.name === 'open' ? stage.value.space.members : []
  const helper = helperOf(names)
  const why = members.length > 1 ? words.own.keptBy(helper) : words.own.theirs(helper)
  return (
    <>
      <Notice kind="both" title={words.own.notHere}>
        <p>{own.name === 'nowhere' ? words.own.seenByBoth : why}</p>
        <p>{so}</p>
      </Notice>
      <p>{words.own.where}</p>
      <p>{words.own.paper}</p>
    </>
  )
}

export const helperOf = (names: readonly string[]): string => atStart(nameOf(names, 1))
