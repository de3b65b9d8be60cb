export interface ServeOptions {
  readonly root: string;
  /** Begins and ends with a slash; `/` by default. */
  readonly base?: string;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  readonly noStore?: boolean;
}

export interface ServedSite {
  /** With the base path and its trailing slash. */
  readonly url: string;
  /** Drops open connections at once. */
  readonly close: () => Promise<void>;
}

export function serve(options: ServeOptions): Promise<ServedSite>;
