declare module 'virtual:content' {
  /** Name of a compiled file → its path below the base: `track` → `content/track-1a2b3c4d.json`. */
  export const contentFiles: Readonly<Record<string, string>>;
}
