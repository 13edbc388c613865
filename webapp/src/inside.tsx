/** Behind the doors: the working screen with its sheets, or a look at an earlier day; and the page of what has been ended. */

import { effect } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { kith } from './device/kith.ts'
import type { Stage } from './device/stage.ts'
import type { SharedDocument } from './document/shared-document.ts'
import { ClosedPage } from './doors/ClosedPage.tsx'
import { DoorSheet, type DoorSheetName } from './doors/DoorSheet.tsx'
import { showUrgentHelp } from './doors/helping.ts'
import { SpaceStrip, UpdateStrip } from './doors/NoticeStrip.tsx'
import { watchMassChanges } from './history/guard.ts'
import { LeftBehindStrip } from './history/LeftBehindStrip.tsx'
import { ManyStrip } from './history/ManyStrip.tsx'
import { Button } from './kit/Button.tsx'
import { keepHalfTyped } from './kit/half-typed.ts'
import { later } from './kit/later.tsx'
import { ownMapShown } from './offers/own-board.ts'
import { watchForNo } from './offers/said-no.ts'
import { watchComingAlong } from './own/coming-along.ts'
import { watchRounds } from './rounds/watching.ts'
import { words } from './words/en.ts'
import { AwayStrip } from './working/AwayStrip.tsx'
import { lookAfresh, lookingBack, naming, room } from './working/attention.ts'
import { Footer } from './working/Footer.tsx'
import { HalfTypedStrip } from './working/HalfTypedStrip.tsx'
import { namesHidden, seen } from './working/hidden-names.ts'
import { goLive } from './working/live.ts'
import { type MenuEntry, WorkingScreen } from './working/WorkingScreen.tsx'

const HistorySheet = later(async () => (await import('./history/HistorySheet.tsx')).HistorySheet)
const ThenScreen = later(async () => (await import('./history/ThenScreen.tsx')).ThenScreen)
const OwnMapScreen = later(async () => (await import('./offers/OwnMapScreen.tsx')).OwnMapScreen)
const HowItIsSheet = later(async () => (await import('./working/HowItIsSheet.tsx')).HowItIsSheet)

type SheetName = DoorSheetName | 'history' | 'how it is'

interface InsideProps {
  readonly stage: Stage
  readonly shared: SharedDocument
}

/** Where nothing is kept yet, both sit at this tablet. */
const BOTH = [0, 1]

export function Inside({ stage, shared }: InsideProps) {
  if (stage.name === 'open' && stage.space.ending.value !== 'open') return <ClosedPage space={stage.space} />
  return <Working stage={stage} shared={shared} />
}

function Working({ stage, shared }: InsideProps) {
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const space = stage.name === 'open' ? stage.space : null
  useEffect(lookAfresh, [shared])
  useEffect(() => (space === null ? undefined : goLive(space)), [space])
  useEffect(watchForNo, [])
  useEffect(watchRounds, [])
  useEffect(watchComingAlong, [])
  useEffect(() => (space === null ? undefined : keepHalfTyped(space.halfTyped)), [space])
  useEffect(() => (space === null ? undefined : watchMassChanges(space)), [space])
  useMemo(() => (space === null ? undefined : takeUpHiddenNames()), [space])
  useEffect(() => (space === null ? undefined : keepHiddenNames()), [space])
  const members = space?.members ?? BOTH
  const earlier = lookingBack.value
  const foot = {
    members,
    state: space?.state.value ?? null,
    onLeave: () => kith.leaveQuickly(),
    onUrgentHelp: showUrgentHelp,
  }
  if (earlier !== null) {
    return (
      <ThenScreen
        earlier={earlier}
        shared={shared}
        members={members}
        onUrgentHelp={foot.onUrgentHelp}
        footer={<Footer {...foot} document={seen(shared.snapshot.value)} />}
      />
    )
  }
  const own = kith.own.stage.value
  if (ownMapShown.value && own.name === 'open' && own.keeper === 'helper') {
    return (
      <OwnMapScreen
        open={own}
        document={seen(shared.snapshot.value)}
        members={members}
        onLeave={foot.onLeave}
        onUrgentHelp={foot.onUrgentHelp}
      />
    )
  }
  return (
    <>
      <WorkingScreen
        shared={shared}
        people={space?.people.value}
        {...foot}
        strip={space === null ? <Strip stage={stage} onKeep={() => setSheet('keep')} /> : undefined}
        notices={
          <>
            <UpdateStrip />
            {space !== null && <ManyStrip space={space} />}
            {space !== null && <AwayStrip space={space} />}
            {space !== null && <HalfTypedStrip />}
            {space !== null && <LeftBehindStrip space={space} />}
            {space !== null && (
              <SpaceStrip space={space} onHow={() => setSheet('how it is')} onFreshCard={() => setSheet('card')} />
            )}
          </>
        }
        menu={menuOf(stage, setSheet)}
        onWhoCanOpen={space === null ? undefined : () => setSheet('who can open')}
      />
      {sheet !== null && sheet !== 'history' && sheet !== 'how it is' && (
        <DoorSheet name={sheet} onClose={() => setSheet(null)} />
      )}
      {sheet === 'how it is' && space !== null && (
        <HowItIsSheet space={space} onClose={() => setSheet(null)} onTakeCopy={() => setSheet('copy')} />
      )}
      {sheet === 'history' && space !== null && <HistorySheet space={space} onClose={() => setSheet(null)} />}
    </>
  )
}

function Strip({ stage, onKeep }: { readonly stage: Stage; readonly onKeep: () => void }) {
  if (stage.name === 'demo') {
    return (
      <>
        <span>{words.working.demo}</span>
        <Button onPress={() => kith.leaveDemo()}>{words.working.leaveDemo}</Button>
      </>
    )
  }
  if (stage.name !== 'unkept') return null
  return (
    <>
      <span>{words.working.unkept}</span>
      <Button onPress={onKeep}>{words.working.keep}</Button>
    </>
  )
}

/** Before anything is drawn: whoever had names off on this device has them off again. */
function takeUpHiddenNames(): void {
  if (kith.opening.peek()?.namesHidden) namesHidden.value = true
}

/** What was chosen before anything was kept goes along, too. */
function keepHiddenNames(): () => void {
  return effect(() => {
    const hidden = namesHidden.value
    if (hidden !== (kith.opening.peek()?.namesHidden ?? false)) void kith.hideNames(hidden)
  })
}

function menuOf(stage: Stage, show: (name: SheetName) => void): readonly MenuEntry[] {
  const say = words.doors
  const entry = (label: string, name: DoorSheetName, hint?: string): MenuEntry => ({
    label,
    hint,
    onChoose: () => show(name),
  })
  const names = { label: words.working.names, onChoose: () => (naming.value = true) }
  switch (stage.name) {
    case 'demo':
      return [names, { label: words.working.leaveDemo, onChoose: () => kith.leaveDemo() }]
    case 'unkept':
      return [names, entry(words.working.keep, 'keep'), entry(say.readyTitle, 'ready'), entry(say.discard, 'discard')]
    case 'open':
      return [
        { label: say.lockNow, onChoose: () => void kith.lock() },
        names,
        { label: words.history.title, onChoose: () => show('history') },
        { label: words.copy.title, hint: words.copy.hint, onChoose: () => show('how it is') },
        entry(say.whoTitle, 'who can open'),
        entry(words.opens.title, 'how it opens', words.opens.hint),
        entry(say.inviteTitle, 'invite'),
        entry(say.addCardTitle, 'card'),
        {
          label: words.paper.title,
          hint: words.map.menuEntries.onPaper.hint,
          onChoose: () => (room.value = 'on paper'),
        },
        entry(words.files.copyTitle, 'copy'),
        entry(words.files.changesTitle, 'changes', words.files.changesHint),
        entry(say.meetingTitle, 'meeting until'),
        entry(say.readyTitle, 'ready'),
      ]
    default:
      return []
  }
}
