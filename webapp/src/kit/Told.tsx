/** What was told, with a way to put it away. */

import { words } from '../words/en.ts'
import { told } from './Announce.tsx'
import { Button } from './Button.tsx'

export function Told() {
  return (
    <div class="app-told">
      <span>{told.value}</span>
      <Button
        kind="quiet"
        onPress={() => {
          told.value = ''
        }}
      >
        {words.kit.understood}
      </Button>
    </div>
  )
}
