/** Where the app is and how it goes elsewhere. Paths here never carry the base path. */
export interface NavigationService {
  /** Goes to `/path/`, as if a link had been followed. */
  readonly go: (path: string) => void;
  /** Takes the place of the current entry. */
  readonly replace: (path: string) => void;
  /** While held, the update prompt keeps quiet: in the middle of a card, a check or a puzzle. Returns the release. */
  readonly holdUpdates: () => () => void;
}

/** The address of a path of the app, under the base path it is served from. Every link goes through here. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
