/**
 * Two devices at once: our hands and our writing are told to the others, theirs are shown here.
 * Both count from the middle of the map, by the radius of its outer ring; the wire in thousandths.
 */

import { effect } from '@preact/signals'
import type { Hand, OpenSpace } from '../device/stage.ts'
import { fromXY } from '../map/geometry.ts'
import { type MapHand, myHands, type OtherHand, othersHands } from '../map/hands.ts'
import { myWriting, type OtherWriting, othersWriting } from '../plan/writing.ts'
import { seen } from './hidden-names.ts'
import { callName } from './names.ts'

/** The wire's whole numbers. */
const THOUSAND = 1000

/** Joins the screen to an open space. Returns how to part them. */
export function goLive(space: OpenSpace): () => void {
  const stops = [
    effect(() => space.showHands(myHands.value.map(toWire))),
    effect(() => space.showTyping(myWriting.value === null ? null : { ...myWriting.value })),
    effect(() => {
      const document = seen(space.document.snapshot.value)
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
  const at = fromXY({ x, y }, { x: 0, y: 0, radius: 1 })
  return {
    pointer,
    kind: 'person',
    entity: person,
    ring: at?.ring ?? 'tray',
    angle: at?.angle ?? 0,
    x: Math.round(x * THOUSAND),
    y: Math.round(y * THOUSAND),
  }
}

export function fromWire({ pointer, entity, x, y }: Hand): MapHand {
  return { pointer, person: entity, x: x / THOUSAND, y: y / THOUSAND }
}
