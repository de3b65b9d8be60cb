import { useEffect, useMemo } from 'preact/hooks';
import type { ModuleContent, ModuleSummary } from '#content/compiled.ts';
import type { Module, Source } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedOrder } from '../cited-order.ts';
import { OnPaper } from '../on-paper.tsx';
import { PageHeader } from '../page-header.tsx';
import { numbered, References } from '../references.tsx';
import type { Screen } from '../screen.ts';
import { createModuleModel, type SectionMark } from './module-model.ts';
import styles from './module-screen.module.css';

interface ModuleData {
  readonly content: ModuleContent;
  /** Names of the key concepts by id. */
  readonly conceptNames: Readonly<Record<string, string>>;
  /** Of this page's own texts, in the order in which they are cited. */
  readonly sources: readonly Source[];
}

export const moduleScreen: Screen<ModuleData> = {
  load: async ({ module }, content) => {
    const [found, track] = await Promise.all([content.module(module ?? ''), content.track()]);
    if (!found) return undefined;
    return {
      content: found,
      conceptNames: Object.fromEntries(track.keyConcepts.map(({ id, name }) => [id, name])),
      sources: citedOrder(textsOf(found.module), found.sources),
    };
  },
  title: ({ content: { module } }) => `${module.id} ${module.title}`,
  View: ModuleView,
};

const loadPrintedSections = async () => (await import('../printed-reading.tsx')).PrintedSections;

/** Every text of the page, from top to bottom. */
function textsOf({
  status,
  summary,
  objectives,
  openingCase,
  mistakes = [],
  didYouKnow = [],
  takeaways = [],
  furtherReading = [],
}: Module) {
  const around = [
    ...(openingCase?.text ?? []),
    ...mistakes.flatMap(({ said, instead }) => [said, instead]),
    ...[...didYouKnow, ...takeaways, ...furtherReading].map(({ text }) => text),
  ];
  return [summary, ...objectives.map(({ text }) => text), ...(status === 'complete' ? around : [])];
}

function ModuleView({ data: { content, conceptNames, sources } }: { readonly data: ModuleData }) {
  const services = useServices();
  const model = useMemo(() => createModuleModel(services, content.summary), []);
  useEffect(() => model.watch(), []);
  const { module, summary } = content;
  const marks = model.marks.value;
  const next = summary.sections.find(({ id }) => marks?.get(id) !== 'read');
  const isReadable = module.status === 'complete';
  return (
    <References sources={sources} meanings={content.meanings}>
      <div class={styles.page} data-hue={module.hue}>
        <PageHeader title={`${module.id} ${module.title}`} back={{ path: '/learn/', name: 'Learn' }} />
        <p class="read">
          <Prose text={module.summary} />
        </p>
        {!isReadable && (
          <Notice>
            The sections of this module are not written yet. Its concepts can be read, and their cards reviewed, today.
          </Notice>
        )}
        {isReadable && <Sections summary={summary} marks={marks} />}
        <KeyConcepts summary={summary} names={conceptNames} />
        <Objectives content={content} />
        {isReadable && <Around content={content} />}
        {sources.length > 0 && (
          <section>
            <h2>Sources</h2>
            <SourceList sources={numbered(sources)} />
          </section>
        )}
        {isReadable && (
          <section data-print="no">
            <h2>On paper</h2>
            <p class="quiet">The whole module: every section with its figures run to the end, and its sources.</p>
            <Button onClick={() => print()}>Print this module</Button>
          </section>
        )}
        {isReadable && (
          <Foot>
            <Button variant="go" href={href(next ? `/learn/${module.id}/${next.id}/` : `/check/${module.id}/`)}>
              {next ? `Read: ${next.title}` : 'Take the check'}
            </Button>
          </Foot>
        )}
      </div>
      {isReadable && <OnPaper load={loadPrintedSections} props={{ content }} isAdded />}
    </References>
  );
}

interface SectionsProps {
  readonly summary: ModuleSummary;
  readonly marks: ReadonlyMap<string, SectionMark> | null;
}

function Sections({ summary, marks }: SectionsProps) {
  return (
    <section>
      <h2>Sections · {summary.minutes} min</h2>
      <ol class={styles.sections}>
        {summary.sections.map(({ id, title, minutes }) => {
          const mark = marks?.get(id);
          return (
            <li key={id}>
              <a href={href(`/learn/${summary.id}/${id}/`)}>
                <span>{title}</span>
                <span class="quiet">{mark === 'open' ? 'open' : `${minutes} min`}</span>
                {mark === 'read' && (
                  <>
                    <Icon name="check" />
                    <span class="hidden-text">read</span>
                  </>
                )}
              </a>
            </li>
          );
        })}
        <li>
          <a href={href(`/check/${summary.id}/`)}>
            <span>Check</span>
            <span class="quiet">10 questions</span>
          </a>
        </li>
      </ol>
    </section>
  );
}

function KeyConcepts({
  summary,
  names,
}: {
  readonly summary: ModuleSummary;
  readonly names: Readonly<Record<string, string>>;
}) {
  return (
    <section>
      <h2>Key concepts</h2>
      <ul class={styles.chips}>
        {summary.keyConcepts.map((id) => (
          <li key={id}>
            <a href={href(`/concepts/${id}/`)}>{names[id] ?? id}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Objectives({ content: { module } }: { readonly content: ModuleContent }) {
  return (
    <section>
      <h2>Afterwards you can</h2>
      <ul class={styles.list}>
        {module.objectives.map(({ id, text }) => (
          <li key={id}>
            <Prose text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands around the sections: the case it opens with, mistakes, curiosities, takeaways, reading. */
function Around({ content: { module, sources } }: { readonly content: ModuleContent }) {
  const { openingCase, mistakes = [], didYouKnow = [], takeaways = [], furtherReading = [] } = module;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <>
      {openingCase && (
        <Sheet as="section">
          <h2>{openingCase.title}</h2>
          {openingCase.text.map((text) => (
            <p class="read">
              <Prose text={text} />
            </p>
          ))}
        </Sheet>
      )}
      <section>
        <h2>Often said, and better said</h2>
        <dl class={styles.mistakes}>
          {mistakes.map(({ id, said, instead }) => (
            <div key={id}>
              <dt>
                <b>Said:</b> <Prose text={said} />
              </dt>
              <dd>
                <b>Better:</b> <Prose text={instead} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>Did you know</h2>
        <ul class={styles.list}>
          {didYouKnow.map(({ id, text }) => (
            <li key={id}>
              <Prose text={text} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>To take along</h2>
        <ul class={styles.list}>
          {takeaways.map(({ id, text }) => (
            <li key={id}>
              <Prose text={text} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Further reading</h2>
        <ul class={styles.list}>
          {furtherReading.map(({ source: id, text }) => {
            const source = byId.get(id);
            return (
              <li key={id}>
                {source?.url ? <a href={source.url}>{source.title}</a> : source?.title} ({source?.author},{' '}
                {source?.year}): <Prose text={text} />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
