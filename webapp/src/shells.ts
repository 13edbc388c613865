/** What the newest service worker answers to a page that asks whether there is a newer Kith. */
export interface Shells {
  /** The name of the shell that is handed out. */
  readonly inUse: string
  /** The name of its own. */
  readonly newest: string
}
