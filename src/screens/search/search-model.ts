import { computed, signal } from '@preact/signals';
import type { SearchEntry } from '#content/compiled.ts';
import { ContentUnavailable } from '#services/content-service.ts';
import type { Services } from '#services/services.ts';
import { grouped, ranked } from './rank.ts';

interface SearchState {
  readonly query: string;
  /** `null` until the index is here. */
  readonly entries: readonly SearchEntry[] | null;
  /** The index is neither on this device nor to be had. */
  readonly isUnavailable: boolean;
}

export type SearchModel = ReturnType<typeof createSearchModel>;

export function createSearchModel({ content }: Pick<Services, 'content'>) {
  const state = signal<SearchState>({ query: '', entries: null, isUnavailable: false });
  const set = (change: Partial<SearchState>) => {
    state.value = { ...state.value, ...change };
  };
  /** Every entry that is found, best first; `null` until it is known. */
  const found = computed(() => state.value.entries && ranked(state.value.entries, state.value.query));
  return {
    state,
    found,
    groups: computed(() => grouped(found.value ?? [])),
    load: async () => {
      set({ isUnavailable: false });
      try {
        set({ entries: await content.search() });
      } catch (error) {
        if (!(error instanceof ContentUnavailable)) throw error;
        set({ isUnavailable: true });
      }
    },
    find: (query: string) => set({ query }),
  };
}
