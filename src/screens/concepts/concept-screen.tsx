import { useEffect, useMemo } from 'preact/hooks';
import type { ModuleSummary } from '#content/compiled.ts';
import type { Concept, Source } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Kicker } from '#ui/kicker.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedOrder } from '../cited-order.ts';
import { PageHeader } from '../page-header.tsx';
import { PuzzleLinks } from '../puzzle-links.tsx';
import { numbered, References } from '../references.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { ConceptCards } from './concept-cards.tsx';
import { createConceptModel } from './concept-model.ts';
import styles from './concept-screen.module.css';
import { KeepConcept } from './keep-concept.tsx';

interface ConceptData {
  readonly concept: Concept;
  readonly module: ModuleSummary | undefined;
  /** Of all modules, for the sections that teach it. */
  readonly modules: readonly ModuleSummary[];
  readonly below: readonly Concept[];
  /** Names of all concepts by id. */
  readonly names: Readonly<Record<string, string>>;
  /** In the order in which they are cited. */
  readonly sources: readonly Source[];
  /** Whether there is anything to keep. */
  readonly hasCards: boolean;
}

export const conceptScreen: Screen<ConceptData> = {
  load: async ({ concept: id }, content) => {
    const [{ concepts, sources }, { modules }, { cards }] = await Promise.all([
      content.concepts(),
      content.track(),
      content.deck(),
    ]);
    const concept = concepts.find((each) => each.id === id);
    return (
      concept && {
        concept,
        module: modules.find((each) => each.id === concept.module),
        modules,
        below: concepts.filter((each) => each.below === id),
        names: Object.fromEntries(concepts.map((each) => [each.id, each.name])),
        sources: citedOrder(textsOf(concept), sources, concept.sources),
        hasCards: cards.some((card) => card.concept === id),
      }
    );
  },
  title: ({ concept }) => concept.name,
  View: ConceptView,
};

/** Every text of the page, from top to bottom. */
const textsOf = ({ explanation, lookAlikes }: Concept): readonly string[] => [
  ...explanation.map(({ text }) => text),
  ...lookAlikes.map(({ difference }) => difference),
];

function ConceptView({ data }: { readonly data: ConceptData }) {
  const { concept, module, sources } = data;
  const services = useServices();
  const model = useMemo(() => createConceptModel(services, concept), []);
  useEffect(() => model.watch(), []);
  return (
    <References sources={sources}>
      <div class={styles.page} data-hue={module?.hue}>
        <PageHeader title="Concepts" isHeading={false} back={{ path: '/concepts/', name: 'Concepts' }} />
        <Head data={data} />
        {concept.explanation.map(({ id, text }) => (
          <p key={id} id={id} class={`read ${styles.paragraph}`}>
            <Prose text={text} />
          </p>
        ))}
        <LookAlikes data={data} />
        <Below data={data} />
        <ConceptCards model={model} modules={data.modules} />
        <PuzzleLinks title="Its puzzles" of={{ concept: concept.id }} />
        <InCheck module={module} items={model.items.value} />
        {sources.length > 0 && (
          <section>
            <h2>Sources</h2>
            <SourceList sources={numbered(sources)} />
          </section>
        )}
        <StorageNotice fault={model.fault.value} onRetry={() => void model.retry()} />
        {data.hasCards && <KeepConcept model={model} />}
      </div>
    </References>
  );
}

function Head({ data: { concept, module, names } }: { readonly data: ConceptData }) {
  return (
    <header class={styles.head}>
      <Kicker>
        {concept.isKey && 'Key concept · '}
        {module && <a href={href(`/learn/${module.id}/`)}>{`${module.id} ${module.title}`}</a>}
      </Kicker>
      <h1 tabIndex={-1}>{concept.name}</h1>
      <p class={styles.meaning}>
        <Prose text={concept.meaning} />
      </p>
      {concept.below !== undefined && (
        <p class="quiet">
          Below <a href={href(`/concepts/${concept.below}/`)}>{names[concept.below] ?? concept.below}</a>
        </p>
      )}
      {concept.aliases.length > 0 && <p class="quiet">Also: {concept.aliases.join(', ')}</p>}
    </header>
  );
}

function LookAlikes({ data: { concept, names } }: { readonly data: ConceptData }) {
  if (concept.lookAlikes.length === 0) return null;
  return (
    <section>
      <h2>Easily taken for it</h2>
      <dl class={styles.lookAlikes}>
        {concept.lookAlikes.map(({ concept: other, difference }) => (
          <div key={other}>
            <dt>
              <a href={href(`/concepts/${other}/`)}>{names[other] ?? other}</a>
            </dt>
            <dd>
              <Prose text={difference} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Below({ data: { below } }: { readonly data: ConceptData }) {
  if (below.length === 0) return null;
  return (
    <section>
      <h2>Below it</h2>
      <ul class={styles.chips}>
        {below.map(({ id, name }) => (
          <li key={id}>
            <a href={href(`/concepts/${id}/`)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function InCheck({ module, items }: { readonly module: ModuleSummary | undefined; readonly items: number }) {
  if (!module || items === 0) return null;
  return (
    <section>
      <h2>In the check</h2>
      <p>
        {items === 1 ? 'One question asks' : `${items} questions ask`} about it in{' '}
        <a href={href(`/check/${module.id}/`)}>the check of {module.id}</a>. An attempt draws ten of all.
      </p>
    </section>
  );
}
