/** Words of the controls themselves. */
export const kit = {
  close: 'Close',
  understood: 'All right',
} as const
