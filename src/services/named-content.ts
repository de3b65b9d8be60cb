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
import type { ContentService } from './content-service.ts';

/**
 * The content service over files known by name, wherever they come from. The build checked and cut them, so what a
 * name holds is taken at its word.
 */
export function namedContent(names: ReadonlySet<string>, read: (name: string) => Promise<unknown>): ContentService {
  const must = async <Value>(name: string) => (await read(name)) as Value;
  const may = async <Value>(name: string) => (names.has(name) ? must<Value>(name) : undefined);
  return {
    track: () => must<TrackIndex>('track'),
    front: () => must<TrackFront>('front'),
    module: (id) => may<ModuleContent>(`module-${id}`),
    deck: () => must<Deck>('cards'),
    check: (module) => may<CheckBank>(`check-${module}`),
    concepts: () => must<ConceptPages>('concepts'),
    questions: () => must<QuestionPages>('questions'),
    puzzles: async () => (await may<PuzzleIndex>('puzzles')) ?? { puzzles: [] },
    puzzlesOf: (module) => may<PuzzlePages>(`puzzles-${module}`),
    search: () => must<readonly SearchEntry[]>('search'),
  };
}
