/** Every word on every screen, in English. Each part of the app brings its own page; a missing word is a compile error. */

import { barriers } from './barriers.ts'
import { copy } from './copy.ts'
import { details } from './details.ts'
import { doors } from './doors.ts'
import { example } from './example.ts'
import { files } from './files.ts'
import { going } from './going.ts'
import { help } from './help.ts'
import { history } from './history.ts'
import { jar } from './jar.ts'
import { kit } from './kit.ts'
import { levels } from './levels.ts'
import { map } from './map.ts'
import { meet } from './meet.ts'
import { offers } from './offers.ts'
import { opens } from './opens.ts'
import { out } from './out.ts'
import { own } from './own.ts'
import { ownPages } from './own-pages.ts'
import { paper } from './paper.ts'
import { photographs } from './photographs.ts'
import { pictures } from './pictures.ts'
import { plan } from './plan.ts'
import { rounds } from './rounds.ts'
import { say } from './say.ts'
import { sheet } from './sheet.ts'
import { strengths } from './strengths.ts'
import { table } from './table.ts'
import { talk } from './talk.ts'
import { ties } from './ties.ts'
import { today } from './today.ts'
import { twoMaps } from './two-maps.ts'
import { who } from './who.ts'
import { working } from './working.ts'

export const words = {
  barriers,
  copy,
  details,
  doors,
  example,
  files,
  going,
  help,
  history,
  jar,
  kit,
  levels,
  map,
  meet,
  offers,
  opens,
  out,
  own,
  ownPages,
  paper,
  photographs,
  pictures,
  plan,
  rounds,
  say,
  sheet,
  strengths,
  table,
  talk,
  ties,
  today,
  twoMaps,
  who,
  working,
} as const
