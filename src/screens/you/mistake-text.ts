interface Mistake {
  /** As the learner wrote it; may be empty. */
  readonly place: string;
  readonly words: string;
  /** The version it was seen in. */
  readonly build: string;
  /** Where the app is served from. */
  readonly origin: string;
}

/** A report that tells whoever reads it what to look at, and in which version. */
export function mistakeReport({ place, words, build, origin }: Mistake): string {
  const lines = [
    'A mistake in Quorum',
    '',
    `Where: ${place.trim() || 'not said'}`,
    `Version: ${build}, at ${origin}`,
    '',
    words.trim(),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
