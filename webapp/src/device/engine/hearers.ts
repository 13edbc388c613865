import type { Bytes } from '../../../../sync/bytes.ts'
import type { Eph } from '../../../../sync/messages.ts'

/** Who hears what the conversation itself does not deal with. */
export interface Hearers {
  presence(frame: Eph): void
  request(raw: Bytes): void
  grown(entries: readonly Bytes[]): void
  /** Something that the two should know. */
  troubled(by: 'held back' | 'lost by the server' | 'set aside' | 'forked'): void
  /** Records were applied, at the end of what there is. */
  applied(): void
}
