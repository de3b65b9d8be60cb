import { useEffect, useMemo } from 'preact/hooks';
import type { TrackFront, TrackIndex } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Prose } from '#figures/prose.tsx';
import { SourceLine } from '#ui/source-line.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { createLearnModel } from './learn-model.ts';
import styles from './learn-screen.module.css';
import { ModuleStep } from './module-step.tsx';

interface LearnData {
  readonly index: TrackIndex;
  readonly front: TrackFront;
}

export const learnScreen: Screen<LearnData> = {
  load: async (_params, content) => {
    const [index, front] = await Promise.all([content.track(), content.front()]);
    return { index, front };
  },
  title: ({ index }) => index.title,
  View: LearnView,
};

function LearnView({ data: { index, front } }: { readonly data: LearnData }) {
  const services = useServices();
  const model = useMemo(() => createLearnModel(services, index), []);
  useEffect(() => model.watch(), []);
  const { track } = front;
  return (
    <div class={styles.page}>
      <PageHeader title={track.title} />
      <p class="quiet">
        {track.subtitle} · {index.modules.length} modules · about 1.5 hours
      </p>
      {track.opening.map((text) => (
        <p class="read">
          <Prose text={text} />
        </p>
      ))}
      <Path index={index} front={front} model={model} />
      <Shelf index={index} />
      <Difficulties front={front} />
      <Readings title="Books" readings={track.books} front={front} />
      <Readings title="Papers" readings={track.papers} front={front} />
      <section>
        <h2>The five foundations</h2>
        <p class="quiet">This is the last of five tracks.</p>
        <Named entries={track.recap} />
      </section>
      <blockquote class={styles.quote}>
        <p>{track.quote.text}</p>
        <footer class="quiet">{track.quote.by}</footer>
      </blockquote>
    </div>
  );
}

interface PartProps {
  readonly index: TrackIndex;
  readonly front: TrackFront;
}

function Path({ index, front, model }: PartProps & { readonly model: ReturnType<typeof createLearnModel> }) {
  const { path, leadsTo } = front.track;
  return (
    <section>
      <h2 class="hidden-text">The path</h2>
      <ol class={styles.path}>
        <li class={styles.end}>
          <span class="quiet">{path.start}</span>
        </li>
        {index.modules.map((module) => (
          <ModuleStep key={module.id} module={module} state={model.states.value?.get(module.id)} />
        ))}
        <li class={styles.end}>
          <h3>{path.end}</h3>
          <p class="quiet">
            Leads to{' '}
            {leadsTo
              .filter(({ isOnPath }) => isOnPath)
              .map(({ name }) => name)
              .join(', ')}
          </p>
        </li>
      </ol>
    </section>
  );
}

function Shelf({ index }: { readonly index: TrackIndex }) {
  return (
    <nav class={styles.shelf} aria-label="Also in this track">
      <a href={href('/concepts/')}>
        <span>Key concepts</span>
        <span class="quiet">{index.keyConcepts.length}</span>
      </a>
      <a href={href('/questions/')}>
        <span>Questions to ask</span>
        <span class="quiet">6</span>
      </a>
      <a href="#books">
        <span>Books and papers</span>
        <span class="quiet">6</span>
      </a>
    </nav>
  );
}

function Difficulties({ front: { track } }: { readonly front: TrackFront }) {
  return (
    <section>
      <h2>Why it is hard</h2>
      <Named entries={track.difficulties} />
      {track.exactly.map((text) => (
        <p class="read">
          <Prose text={text} />
        </p>
      ))}
      <h2>Where it leads</h2>
      <Named entries={track.leadsTo} />
    </section>
  );
}

function Named({ entries }: { readonly entries: readonly { id: string; name: string; text: string }[] }) {
  return (
    <dl class={styles.named}>
      {entries.map(({ id, name, text }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <Prose text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ReadingsProps {
  readonly title: string;
  readonly readings: readonly { source: string; text: string }[];
  readonly front: TrackFront;
}

function Readings({ title, readings, front }: ReadingsProps) {
  const sources = new Map(front.sources.map((source) => [source.id, source]));
  return (
    <section id={title.toLowerCase()}>
      <h2>{title}</h2>
      <ul class={styles.readings}>
        {readings.map(({ source: id, text }) => {
          const source = sources.get(id);
          return (
            <li key={id}>
              {source && <SourceLine source={source} />}
              <p>
                <Prose text={text} />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
