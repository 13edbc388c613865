/** One photograph, opened; or in words why it does not show. */

import type { Photograph } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { titleOf, useOpened } from './shown.ts'
import { Window } from './Window.tsx'

interface LookProps {
  readonly photograph: Photograph
}

export function Look({ photograph }: LookProps) {
  if (!namesHidden.value) return <Opened key={photograph.id} photograph={photograph} />
  return (
    <>
      <p>{words.photographs.hidden}</p>
      <NamesAreHidden />
    </>
  )
}

function Opened({ photograph }: LookProps) {
  const opened = useOpened(photograph)
  const { looking, coming, unread } = words.photographs
  if (typeof opened === 'string') return <p role="status">{{ looking, coming, unread }[opened]}</p>
  const title = titleOf(photograph)
  return <Window address={opened.address} title={title} alt={photograph.words.trim() || title} />
}
