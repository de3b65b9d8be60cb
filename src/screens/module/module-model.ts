import { signal } from '@preact/signals';
import type { ModuleSummary } from '#content/compiled.ts';
import type { Services } from '#services/services.ts';

export type SectionMark = 'new' | 'open' | 'read';

/** Which of a module's sections are read or open, kept in step with the log. */
export function createModuleModel({ progress }: Pick<Services, 'progress'>, module: ModuleSummary) {
  const marks = signal<ReadonlyMap<string, SectionMark> | null>(null);
  const load = async () => {
    const rows = await progress.rows('section');
    if (!rows.ok) return;
    const isRead = new Map(rows.value.map((row) => [row.section, row.isRead]));
    const markOf = (id: string): SectionMark => (isRead.has(id) ? (isRead.get(id) ? 'read' : 'open') : 'new');
    marks.value = new Map(module.sections.map(({ id }) => [id, markOf(id)]));
  };
  return {
    marks,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      return progress.subscribe((kinds) => {
        if (kinds.has('section')) void load();
      });
    },
  };
}
