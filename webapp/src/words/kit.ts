/** Words of the controls themselves. */
export const kit = {
  close: 'Close',
  understood: 'All right',
  notHereYet: 'This part is still on its way here. It opens by itself when there is a signal.',
} as const
