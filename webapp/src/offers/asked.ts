/** Whose list it is, and what may come of asking somebody whether they can be named. */

import type { Asked } from '../../../sync/document.ts'

/** The number of the one who helps. */
export const HELPER = 1

export const ASKED: readonly Asked[] = ['not yet', 'yes', 'no']
