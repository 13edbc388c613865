/** What has been ended: all of it to read, until when it can go on, and what to take along or clear away. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Ended, OpenSpace } from '../device/stage.ts'
import { TheMap, ThePlan, titleOf } from '../files/CopyPage.tsx'
import { CopySheet } from '../files/CopySheet.tsx'
import { headlineOf } from '../history/LeftBehindStrip.tsx'
import { closed } from '../history/said.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { ActSheet } from './ActSheet.tsx'
import { Frame } from './Frame.tsx'
import { atStart, dayOf, nameOf } from './names.ts'

export function ClosedPage({ space }: { readonly space: OpenSpace }) {
  const say = words.who
  const over = useSignal<'go on' | 'copy' | 'clear' | null>(null)
  const shared = seen(space.document.snapshot.value)
  const ended = space.ended.value
  const may = space.mayEnd.value
  const owner = nameOf(shared.names, 0)
  const canGoOn = ended !== null && ended.until !== null && ended.until > Date.now() / 1000
  const back = () => {
    over.value = null
  }
  return (
    <Frame title={titleOf(shared)}>
      {ended !== null && <Told ended={ended} canGoOn={canGoOn} names={shared.names} />}
      {space.state.value.sent === 'waiting' && (
        <Notice kind="care">{ended?.until === null ? say.followedUnsent : say.endedUnsent}</Notice>
      )}
      {ended?.isFollowed && space.leftBehind.value.length > 0 && (
        <Notice kind="both" title={words.copy.behind.title}>
          <ul class="app-stack app-stack--close">
            {space.leftBehind.value.map((thing) => (
              <li key={thing.key}>{closed(headlineOf(thing))}</li>
            ))}
          </ul>
          <p>{words.copy.behind.there}</p>
        </Notice>
      )}
      {canGoOn && may !== 'no' && (
        <Button kind="main" wide onPress={() => (over.value = 'go on')}>
          {say.goOn}
        </Button>
      )}
      {canGoOn && may === 'no' && <p class="app-soft">{say.onlyOwner(atStart(owner))}</p>}
      <Button wide onPress={() => (over.value = 'copy')}>
        {words.files.copyTitle}
      </Button>
      <TheMap shared={shared} />
      <ThePlan shared={shared} />
      <section class="app-stack">
        <p>{say.endStays}</p>
        <p>{ended?.until === null ? say.erasedServer : say.endServer}</p>
        <Button wide onPress={() => void kith.lock()}>
          {words.doors.lockNow}
        </Button>
        <Button wide kind="quiet" onPress={() => (over.value = 'clear')}>
          {say.clear}
        </Button>
      </section>
      {over.value === 'copy' && <CopySheet onClose={back} />}
      {over.value === 'go on' && may !== 'no' && (
        <ActSheet
          title={say.goOnTitle}
          may={may}
          whose={owner}
          doIt={say.goOn}
          done={say.goOnDone}
          act={(card) => kith.reopen(card)}
          onClose={back}
          isGood
        >
          <p>{say.goOnMeans}</p>
        </ActSheet>
      )}
      {over.value === 'clear' && (
        <ActSheet
          title={say.clearTitle}
          may="here"
          whose=""
          doIt={say.clearDo}
          done=""
          act={() => kith.forgetEnded()}
          onClose={back}
        >
          <p>{say.clearMeans}</p>
          {space.leftBehind.value.length > 0 && <p>{words.copy.behind.cleared}</p>}
        </ActSheet>
      )}
    </Frame>
  )
}

interface ToldProps {
  readonly ended: Ended
  readonly canGoOn: boolean
  readonly names: readonly string[]
}

function Told({ ended, canGoOn, names }: ToldProps) {
  const say = words.who
  const day = dayOf(ended.at)
  const what = ended.isByThisOne ? say.endedYou(day) : say.ended(atStart(nameOf(names, ended.by)), day)
  return (
    <Notice kind="both" title={what}>
      <p>
        {ended.isFollowed
          ? say.followed
          : ended.until === null
            ? say.endedForGood
            : canGoOn
              ? say.goOnUntil(dayOf(ended.until))
              : say.goOnNoMore}
      </p>
    </Notice>
  )
}
