/** What was done, day by day, the newest first. Each entry opens; a page of them at a time, and none of it hurries. */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { OpenSpace } from '../device/stage.ts'
import { History, type Moment } from '../document/history.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { seenMoment } from '../working/hidden-names.ts'
import { daysOf, dayTitle } from './days.ts'
import { MomentSheet } from './MomentSheet.tsx'
import { closed, sentences } from './said.ts'
import { lookAt } from './ThenScreen.tsx'

/** So many entries at a time: a screen or two. */
const PAGE = 60
/** So many sentences of one entry; the rest when it is opened. */
const SHOWN = 6

interface Read {
  readonly history: History
  /** In order; from `first` to the end. */
  readonly moments: readonly Moment[]
  readonly first: number
}

interface HistorySheetProps {
  readonly space: OpenSpace
  readonly onClose: () => void
}

export function HistorySheet({ space, onClose }: HistorySheetProps) {
  const read = useSignal<Read | 'looking' | 'unread'>('looking')
  const chosen = useSignal<Moment | null>(null)
  const gone = useRef(false)

  async function show(before: Read): Promise<void> {
    const next = await older(before)
    if (!gone.current) read.value = next
  }
  useEffect(() => {
    void space.readLog().then((log) => {
      if (log === null) read.value = 'unread'
      else void show({ history: new History(log), moments: [], first: log.length })
    })
    return () => {
      gone.current = true
    }
  }, [space])

  const now = read.value
  return (
    <Sheet title={words.history.title} onClose={onClose}>
      <p>{words.history.lead}</p>
      <p class="app-soft">{words.history.private}</p>
      {now === 'looking' && <p role="status">{words.history.looking}</p>}
      {now === 'unread' && <p role="status">{words.history.unread}</p>}
      {typeof now === 'object' && (
        <>
          {now.moments.length === 0 && <p>{words.history.none}</p>}
          <Days moments={now.moments} onChoose={(moment) => (chosen.value = moment)} onLook={onClose} />
          {now.first > 0 ? (
            <Button
              wide
              onPress={() => {
                announce(words.history.looking)
                void show(now).then(() => announce(words.history.olderShown))
              }}
            >
              {words.history.older}
            </Button>
          ) : (
            <p class="app-soft">{words.history.beginning}</p>
          )}
        </>
      )}
      {chosen.value !== null && (
        <MomentSheet
          moment={chosen.value}
          now={space.document.snapshot.value}
          onClose={() => (chosen.value = null)}
          onLook={onClose}
        />
      )}
    </Sheet>
  )
}

interface DaysProps {
  readonly moments: readonly Moment[]
  readonly onChoose: (moment: Moment) => void
  readonly onLook: () => void
}

function Days({ moments, onChoose, onLook }: DaysProps) {
  return (
    <>
      {daysOf(moments).map(({ key, moments: ofDay }) => {
        const last = ofDay[0]
        return (
          <section class="app-stack app-stack--close" key={last?.place} aria-labelledby={`day-${last?.place}`}>
            <div class="app-day">
              <h3 id={`day-${last?.place}`}>{dayTitle(key)}</h3>
              {last !== undefined && (
                <Button
                  kind="link"
                  label={words.history.endOf(dayTitle(key))}
                  onPress={() => {
                    onLook()
                    lookAt({ document: last.after, at: last.at })
                  }}
                >
                  {words.history.endOfDay}
                </Button>
              )}
            </div>
            <ul class="app-stack app-stack--close">
              {ofDay.map((moment) => (
                <li key={moment.place}>
                  <Entry moment={moment} onChoose={() => onChoose(moment)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Entry({ moment: done, onChoose }: { readonly moment: Moment; readonly onChoose: () => void }) {
  const moment = seenMoment(done)
  const said = sentences(moment)
  const more = said.length - SHOWN
  return (
    <button type="button" class="app-moment" onClick={onChoose}>
      <Hand by={moment.by} document={moment.after} />
      <span class="app-moment__words">
        {said.slice(0, SHOWN).map((one) => (
          <span key={one}>{closed(one)} </span>
        ))}
        {more > 0 && <span class="app-soft">{words.history.more(more)}. </span>}
        {moment.shared && <span class="app-soft">{words.history.onShared}</span>}
      </span>
    </button>
  )
}

/** With one page more. What changed nothing that can be told makes no page. */
async function older({ history, moments, first }: Read): Promise<Read> {
  let found = moments
  let start = first
  while (start > 0 && found.length < moments.length + PAGE) {
    const end = start
    start = Math.max(0, end - PAGE)
    found = [...(await history.moments(start, end)), ...found]
  }
  return { history, moments: found, first: start }
}
