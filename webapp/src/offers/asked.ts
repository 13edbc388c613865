/** Whose list it is, and what may come of asking somebody whether they can be named. */

import type { Asked, PersonKind, Ring } from '../../../sync/document.ts'

/** The number of the one who helps. */
export const HELPER = 1

export const ASKED: readonly Asked[] = ['not yet', 'yes', 'no']

/** What a contact can be. */
export const CONTACT_KINDS: readonly PersonKind[] = ['person', 'place', 'activity', 'service']

/** Where on one's own map they can be put by name. */
export const CONTACT_PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray']
