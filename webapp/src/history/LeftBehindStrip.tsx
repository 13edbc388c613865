/**
 * Says that something was written on this device and did not come along when the two began again, or is kept to one side because
 * no log could take it, and asks about each thing: keep it, or leave it. Nothing goes until somebody has said so.
 */

import { useSignal } from '@preact/signals'
import type { OpenSpace } from '../device/stage.ts'
import type { LeftBehind } from '../document/left-behind.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { seenMoment } from '../working/hidden-names.ts'
import { closed, nameThen, sentences } from './said.ts'

export function LeftBehindStrip({ space }: { readonly space: OpenSpace }) {
  return (
    <>
      <Offer space={space} things={space.leftBehind.value} say={words.copy.behind} />
      <Offer space={space} things={space.apart.value} say={words.copy.apart} />
    </>
  )
}

interface OfferProps {
  readonly space: OpenSpace
  readonly things: readonly LeftBehind[]
  readonly say: typeof words.copy.behind | typeof words.copy.apart
}

function Offer({ space, things, say }: OfferProps) {
  const looking = useSignal(false)
  if (things.length === 0) return null
  const onClose = () => (looking.value = false)
  return (
    <section class="app-strip" aria-label={say.title} role="status">
      <span>{say.strip}</span>
      <Button onPress={() => (looking.value = true)}>{say.look}</Button>
      {looking.value && <OfferSheet space={space} things={things} say={say} onClose={onClose} />}
    </section>
  )
}

function OfferSheet({ space, things, say, onClose }: OfferProps & { readonly onClose: () => void }) {
  return (
    <Sheet title={say.title} onClose={onClose}>
      <p>{say.lead}</p>
      <ul class="app-stack">
        {things.map((thing) => {
          const told = toldOf(thing)
          const name = nameOf(thing)
          return (
            <li class="app-behind" key={thing.key}>
              {told.map((line) => (
                <p key={line}>{closed(line)}</p>
              ))}
              <p>{say.keepThis}</p>
              <div class="app-behind__answers">
                <Button label={say.keepNamed(name)} onPress={() => answer(space, thing, 'keep', say)}>
                  {say.keep}
                </Button>
                <Button kind="quiet" label={say.leaveNamed(name)} onPress={() => answer(space, thing, 'leave', say)}>
                  {say.leave}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      <p class="app-soft">{say.safe}</p>
    </Sheet>
  )
}

/** What was done with it first of all. */
export function headlineOf(thing: LeftBehind): string {
  return toldOf(thing)[0] ?? words.history.nothing
}

const momentOf = (thing: LeftBehind) => seenMoment({ ...thing, place: 0, at: 0, device: 0, shared: false })

const toldOf = (thing: LeftBehind): readonly string[] => sentences(momentOf(thing))

function nameOf(thing: LeftBehind): string {
  const [first] = thing.differences
  return first === undefined ? words.history.nothing : nameThen(first, momentOf(thing))
}

function answer(space: OpenSpace, thing: LeftBehind, how: 'keep' | 'leave', say: OfferProps['say']): void {
  done(space.answer(thing, how), how === 'keep' ? say.kept : say.left)
}
