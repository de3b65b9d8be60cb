import { signal } from '@preact/signals';
import type { TrackIndex } from '#content/compiled.ts';
import { moduleState, type ModuleState } from '#progress/module-state.ts';
import { durableConcepts } from '#services/durable-concepts.ts';
import type { Services } from '#services/services.ts';

/** What the learner has done of each module, kept in step with the log. */
export function createLearnModel({ progress, content, clock }: Services, track: TrackIndex) {
  const states = signal<ReadonlyMap<string, ModuleState> | null>(null);

  let durable: ReadonlySet<string> = new Set();

  const load = async () => {
    const [sections, checks] = await Promise.all([progress.rows('section'), progress.rows('check')]);
    if (!sections.ok || !checks.ok) return;
    const show = () => {
      states.value = new Map(
        track.modules.map((module) => [module.id, moduleState(module, sections.value, checks.value, durable)]),
      );
    };
    // What holds takes the whole deck to tell: until then, it is as it was.
    show();
    durable = await durableConcepts({ progress, content, clock });
    show();
  };

  return {
    states,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      return progress.subscribe(() => void load());
    },
  };
}
