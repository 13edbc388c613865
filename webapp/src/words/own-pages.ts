/** Words of the pages that are the helper's own: what they are, and how they are opened. */

import { going } from './going.ts'
import { offers } from './offers.ts'
import { rounds } from './rounds.ts'

export const ownPages = {
  all: 'My own pages',
  first: 'To begin, show that it is you.',
  show: 'To open your own pages, show that it is you.',
  handedOver: (name: string) => `It is ${name}\u2019s turn to write here. Take the pen back first.`,
  opening: 'One moment\u2026',
  list: { title: 'My own list', tab: 'My list', lead: offers.lead, begin: 'Begin my list', open: 'Open my list' },
  column: {
    title: 'What works for me',
    tab: 'What works',
    lead: going.column.lead,
    begin: 'Begin my page',
    open: 'Open my page',
  },
  rounds: { title: rounds.title, tab: rounds.tab, lead: rounds.lead, begin: 'Begin my page', open: 'Open my page' },
} as const
