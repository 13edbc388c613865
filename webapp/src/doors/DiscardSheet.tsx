/** Leaving without keeping: what will vanish is said first. */

import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

export function DiscardSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet
      title={words.doors.discardTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onPress={onClose}>
            {words.doors.discardNo}
          </Button>
          <Button
            onPress={() => {
              onClose()
              kith.discard()
            }}
          >
            {words.doors.discardYes}
          </Button>
        </>
      }
    >
      <p>{words.doors.discardLead}</p>
    </Sheet>
  )
}
