import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ModuleSummary } from '#content/compiled.ts';
import type { Concept } from '#content/track.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { FindField } from '../find-field.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { ConceptEntry } from './concept-entry.tsx';
import { createConceptsModel, type ConceptMemory } from './concepts-model.ts';
import styles from './concepts-screen.module.css';
import { byLetter, matching } from './glossary.ts';

interface ConceptsData {
  readonly concepts: readonly Concept[];
  readonly modules: readonly ModuleSummary[];
}

export const conceptsScreen: Screen<ConceptsData> = {
  load: async (_params, content) => {
    const [{ concepts }, { modules }] = await Promise.all([content.concepts(), content.track()]);
    return { concepts, modules };
  },
  title: () => 'Concepts',
  View: ConceptsView,
};

function ConceptsView({ data: { concepts, modules } }: { readonly data: ConceptsData }) {
  const services = useServices();
  const model = useMemo(() => createConceptsModel(services), []);
  useEffect(() => model.watch(), []);
  const [query, setQuery] = useState('');
  const found = useMemo(() => matching(concepts, query), [concepts, query]);
  const find = (words: string) => {
    setQuery(words);
    const count = matching(concepts, words).length;
    announce(count === 1 ? '1 concept' : `${count} concepts`);
  };
  const isFiltered = query.trim() !== '';
  return (
    <div class={styles.page}>
      <PageHeader title="Concepts" back={{ path: '/learn/', name: 'Learn' }} />
      <FindField
        label="Find a concept"
        value={query}
        onInput={find}
        count={isFiltered ? `${found.length} of ${concepts.length}` : undefined}
      />
      <KeyConcepts found={found} modules={modules} memories={model.memories.value} />
      <Glossary found={found} all={concepts} modules={modules} />
      {found.length === 0 && <NothingFound query={query} />}
    </div>
  );
}

interface KeyConceptsProps {
  readonly found: readonly Concept[];
  readonly modules: readonly ModuleSummary[];
  /** `null` until the log was read. */
  readonly memories: ReadonlyMap<string, ConceptMemory> | null;
}

function KeyConcepts({ found, modules, memories }: KeyConceptsProps) {
  const keys = found.filter(({ isKey }) => isKey);
  if (keys.length === 0) return null;
  return (
    <section class={styles.part}>
      <h2>Key concepts</h2>
      {modules.map(({ id, title, hue }) => {
        const own = keys.filter(({ module }) => module === id);
        if (own.length === 0) return null;
        return (
          <section key={id} class={styles.module} data-hue={hue}>
            <h3>
              {id} {title}
            </h3>
            <ul class={styles.sheet}>
              {own.map((concept) => (
                <ConceptEntry
                  key={concept.id}
                  concept={concept}
                  memory={memories && (memories.get(concept.id) ?? 'new')}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

interface GlossaryProps {
  readonly found: readonly Concept[];
  readonly all: readonly Concept[];
  readonly modules: readonly ModuleSummary[];
}

function Glossary({ found, all, modules }: GlossaryProps) {
  const letters = byLetter(found.filter(({ isKey }) => !isKey));
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const hues = new Map(modules.map(({ id, hue }) => [id, hue]));
  if (letters.length === 0) return null;
  return (
    <section class={styles.part}>
      <h2>Glossary</h2>
      {letters.map(({ letter, concepts }) => (
        <section key={letter} class={styles.letter}>
          <h3>{letter}</h3>
          <ul>
            {concepts.map((concept) => (
              <ConceptEntry
                key={concept.id}
                concept={concept}
                hue={hues.get(concept.module)}
                below={concept.below && names.get(concept.below)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function NothingFound({ query }: { readonly query: string }) {
  return (
    <EmptyState
      title="No concept of that name"
      action={<Button href={href(`/search/?q=${encodeURIComponent(query.trim())}`)}>Search the whole course</Button>}
    >
      Nothing here has “{query.trim()}” in its name or its meaning. The text of the sections may.
    </EmptyState>
  );
}
