/** The house's one-way imports (docs/architecture.md): which folders of src/ each folder may import. */
const log = ['base', 'content', 'scheduling', 'assessment', 'progress'] as const;
const pure = [...log, 'simulator', 'protocols', 'puzzles'] as const;

export const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  content: ['base'],
  scheduling: ['base'],
  assessment: ['content', 'base'],
  progress: ['scheduling', 'assessment', 'content', 'base'],
  simulator: ['base'],
  protocols: ['simulator', 'base'],
  puzzles: ['protocols', 'content', 'simulator', 'base'],
  storage: log,
  workers: pure,
  services: ['storage', 'workers', ...pure],
  ui: ['base'],
  figures: ['ui', 'services', ...pure],
  screens: ['figures', 'ui', 'services', ...pure],
  app: ['screens', 'figures', 'ui', 'services', 'storage', 'workers', ...pure],
};

/** Folders whose types, but not whose code, a folder may name. */
export const mayName: Readonly<Record<string, readonly string[]>> = { ui: pure };

/** Folders that run anywhere: no browser, no clock, no chance. */
export const pureFolders: readonly string[] = pure;

/** Packages and the only folders that may import them. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  idb: ['storage'],
  zod: ['content', 'storage'],
  'ts-fsrs': ['scheduling'],
  'workbox-window': ['services'],
  'workbox-precaching': ['service-worker'],
  'preact-iso': ['app'],
};
