/**
 * Two devices at once: our hands and our writing are told to the others, theirs are shown here.
 * The wire counts thousandths; the map counts in radii of its outer ring from the middle.
 */

import { effect } from '@preact/signals'
import type { Hand, OpenSpace } from '../device/stage.ts'
import { type MapHand, myHands, type OtherHand, othersHands } from '../map/hands.ts'
import { myWriting, type OtherWriting, othersWriting } from '../plan/writing.ts'
import { callName } from './names.ts'

/** Thousandths a radius: the tray and the corners beside the rings still fit between 0 and 1000. */
const RADIUS = 330
const MIDDLE = 500

/** Joins the screen to an open space. Returns how to part them. */
export function goLive(space: OpenSpace): () => void {
  const stops = [
    effect(() => space.showHands(myHands.value.map(toWire))),
    effect(() => space.showTyping(myWriting.value === null ? null : { ...myWriting.value })),
    effect(() => {
      const document = space.document.snapshot.value
      const others = space.presence.value
      othersHands.value = others.flatMap(({ device, by, hands }) =>
        hands
          .filter((hand) => hand.kind === 'person' || hand.kind === 'finger')
          .map(
            (hand): OtherHand => ({
              key: `${device} ${hand.pointer}`,
              by,
              name: callName(by, document),
              ...fromWire(hand),
            }),
          ),
      )
      othersWriting.value = others.flatMap(({ by, typing }): OtherWriting[] =>
        typing === null ? [] : [{ entity: typing.entity, field: typing.field, by, name: callName(by, document) }],
      )
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    othersHands.value = []
    othersWriting.value = []
  }
}

export function toWire({ pointer, person, x, y }: MapHand): Hand {
  return { pointer, kind: 'person', entity: person, ring: '', angle: 0, x: thousandths(x), y: thousandths(y) }
}

export function fromWire({ pointer, entity, x, y }: Hand): MapHand {
  return { pointer, person: entity, x: (x - MIDDLE) / RADIUS, y: (y - MIDDLE) / RADIUS }
}

function thousandths(radii: number): number {
  return Math.max(0, Math.min(1000, Math.round(MIDDLE + radii * RADIUS)))
}
