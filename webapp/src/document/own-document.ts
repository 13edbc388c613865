/**
 * The document of one person's own space. What is done to that asks for this kind of document, and a pair's is none: so no
 * action on it can reach what two people share, nor the other way round.
 */

import { SharedDocument } from './shared-document.ts'

export class OwnDocument extends SharedDocument {
  readonly isOwn = true

  /** The first thing that is said in it: whose kind it is. */
  begin(): void {
    this.change('begin own', (draft) => draft.write('meta', 'kind', 'own'))
  }
}
