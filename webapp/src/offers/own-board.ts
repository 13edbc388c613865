/** One's own map under one's hands: each move goes into the own document that it is given, and no hand is shown to the other. */

import { computed, signal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce, told } from '../kit/Announce.tsx'
import type { Board } from '../map/board.ts'
import { seen } from '../working/hidden-names.ts'
import { bringBackOffer, moveOffer, placeOffer } from './actions.ts'
import { ownMap } from './drawn.ts'

/** Whether the own map is in front instead of what the two share. Where the own place closes, it goes at once. */
export const ownMapShown = signal(false)

/** Whose sheet is open over it, by id; '' for nobody's. */
export const openContact = signal('')

/** On a tablet that two share, whoever presses or hears next may be the other: there the own place closes with its screen. */
export function closeIfShared(): void {
  const stage = kith.stage.peek()
  if (stage.name !== 'open' || stage.space.members.length === 1) return
  told.value = ''
  announce('') // a name that was said last stays in no region that is read out
  void kith.own.close()
}

/** `name` is its keeper's. */
export function ownBoard(own: OwnDocument, name: string): Board {
  const map = computed(() => ownMap(own.snapshot.value, name))
  return {
    shown: () => seen(map.value),
    put(id, ring, angle) {
      placeOffer(own, id, ring, angle)
    },
    closer(id) {
      moveOffer(own, id, 'closer')
    },
    further(id) {
      moveOffer(own, id, 'further')
    },
    bringBack(id) {
      bringBackOffer(own, id)
    },
    open(id) {
      openContact.value = id
    },
    places: () => true,
    isLive: false,
  }
}
