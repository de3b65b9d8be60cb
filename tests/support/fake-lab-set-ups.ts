import { ok } from '#base/result.ts';
import type { LabSetUps, SavedSetUp } from '#services/lab-set-ups.ts';

/** Named set-ups in memory, by name. */
export function fakeLabSetUps(): LabSetUps {
  const saved = new Map<string, SavedSetUp>();
  const list = async () => ok([...saved.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  return {
    list,
    save: (setUp) => (saved.set(setUp.name, setUp), list()),
    remove: (name) => (saved.delete(name), list()),
    clear: () => (saved.clear(), list()),
  };
}
