/** Words of the controls themselves. */
export const kit = {
  close: 'Close',
  checkThese: 'Have another look at this',
} as const
