/** One picture: the map as it stood, who was where, its name and day, and putting it away. What it shows is never changed. */

import type { Document, Picture } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { standingIn } from '../map/measures.ts'
import { archivePicture, renamePicture, setPictureDay } from '../map/picture-actions.ts'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { NameAndDay } from '../working/NameAndDay.tsx'
import { SeenPart } from './SeenPart.tsx'
import { StillMap } from './StillMap.tsx'
import { titleOf } from './said.ts'
import { shownIn } from './shown.ts'
import { WhoWhere } from './WhoWhere.tsx'

interface PicturePartProps {
  readonly picture: Picture
  readonly document: Document
  readonly onPutAway: () => void
}

export function PicturePart({ picture, document, onPutAway }: PicturePartProps) {
  const people = shownIn(picture, document)
  const title = titleOf(picture)
  const entity = `pictures/${picture.id}`
  return (
    <>
      <StillMap label={title} middle={document.names[0]?.trim() || words.map.me} people={people} />
      <WhoWhere title={words.pictures.where} people={people} />
      <SeenPart standing={standingIn(picture)} />
      <details class="app-who-where">
        <summary class="app-who-where__title">{words.pictures.rename}</summary>
        <div class="app-stack">
          <NameAndDay
            name={picture.name}
            day={picture.day}
            entity={entity}
            title={title}
            labels={words.pictures}
            onRename={(name) => renamePicture(picture.id, name)}
            onDay={(day) => setPictureDay(picture.id, day)}
            onPutAway={() => {
              archivePicture(picture.id)
              announce(words.pictures.isAway(title))
              onPutAway()
            }}
          />
        </div>
      </details>
      <KeptBeside document={document} entity={entity} fields={['name', 'day']} />
    </>
  )
}
