import type {
  CheckBank,
  ConceptPages,
  Deck,
  ModuleContent,
  PuzzleIndex,
  PuzzlePages,
  QuestionPages,
  SearchEntry,
  TrackFront,
  TrackIndex,
} from '#content/compiled.ts';

/** The course's text, as the build cut it. Rejects with a `ContentUnavailable` when a file can be had neither from the cache nor from the network. */
export interface ContentService {
  readonly track: () => Promise<TrackIndex>;
  readonly front: () => Promise<TrackFront>;
  /** `undefined` for a module that is not in the track. */
  readonly module: (id: string) => Promise<ModuleContent | undefined>;
  readonly deck: () => Promise<Deck>;
  /** `undefined` for a module that has no check. */
  readonly check: (module: string) => Promise<CheckBank | undefined>;
  readonly concepts: () => Promise<ConceptPages>;
  readonly questions: () => Promise<QuestionPages>;
  readonly puzzles: () => Promise<PuzzleIndex>;
  /** `undefined` for a module that has no puzzles. */
  readonly puzzlesOf: (module: string) => Promise<PuzzlePages | undefined>;
  readonly search: () => Promise<readonly SearchEntry[]>;
}

export class ContentUnavailable extends Error {
  override readonly name = 'ContentUnavailable';
  constructor(readonly file: string) {
    super(`The file ${file} is neither on this device nor to be had from the network.`);
  }
}
