/** One photograph, opened; or in words why it does not show. */

import type { Photograph } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { hideNames, namesHidden } from '../working/hidden-names.ts'
import { titleOf, useOpened } from './shown.ts'
import { Window } from './Window.tsx'

interface LookProps {
  readonly photograph: Photograph
  /** Where it is from, if not from what is open. */
  readonly shared?: SharedDocument | null
}

export function Look({ photograph, shared = current.value }: LookProps) {
  if (!namesHidden.value) return <Opened key={photograph.id} photograph={photograph} shared={shared} />
  return (
    <>
      <p>{words.photographs.hidden}</p>
      <Button onPress={() => hideNames(false)}>{words.map.showNames}</Button>
    </>
  )
}

function Opened({ photograph, shared = null }: LookProps) {
  const opened = useOpened(photograph, shared)
  const { looking, coming, unread } = words.photographs
  if (typeof opened === 'string') return <p role="status">{{ looking, coming, unread }[opened]}</p>
  const title = titleOf(photograph)
  return <Window address={opened.address} title={title} alt={photograph.words.trim() || title} />
}
