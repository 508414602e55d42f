/** The names of the files in a data folder by what they hold. Views are disposable and never backed up. */
export const dataFileNames = {
  log: 'events.db',
  privateStore: 'private.db',
  views: 'views.db',
} as const;
