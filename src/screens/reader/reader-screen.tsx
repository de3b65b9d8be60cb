import { useEffect, useMemo } from 'preact/hooks';
import type { ModuleContent } from '#content/compiled.ts';
import type { Section } from '#content/section.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { ButtonRow } from '#ui/button-row.tsx';
import { Button } from '#ui/button.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { Segments } from '#ui/segments.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { OnPaper } from '../on-paper.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { ReaderFoot } from './reader-foot.tsx';
import { ReaderEnd } from './reader-end.tsx';
import { createReaderModel, type ReaderModel } from './reader-model.ts';
import { RecallPrompts } from './recall-prompts.tsx';
import styles from './reader-screen.module.css';
import { GuessFirst, ReaderPage } from './reader-page.tsx';

const loadPrintedSection = async () => (await import('../printed-reading.tsx')).PrintedSection;

export interface ReaderData {
  readonly content: ModuleContent;
  readonly section: Section;
}

export const readerScreen: Screen<ReaderData> = {
  load: async ({ module, section: id }, content) => {
    const found = await content.module(module ?? '');
    const section = found?.sections.find((candidate) => candidate.id === id);
    return found && section ? { content: found, section } : undefined;
  },
  title: ({ section }) => section.title,
  View: ReaderView,
};

function ReaderView({ data }: { readonly data: ReaderData }) {
  const services = useServices();
  const { content, section } = data;
  const model = useMemo(() => createReaderModel(services, content, section), []);
  const { at, fault } = model.state.value;

  useEffect(() => {
    void model.load(location.hash.slice(1) || null);
    const follow = () => model.showBlock(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  // A reload would lose what is not written yet, or the card that is open.
  const isHeld = fault !== null || model.step.value.kind === 'recall';
  useEffect(() => (isHeld ? services.navigation.holdUpdates() : undefined), [isHeld]);
  useShownStep(model);

  const goesBySpace = model.step.value.kind === 'guess' || model.step.value.kind === 'screen';
  useShortcuts({
    ...(goesBySpace && { ' ': model.forward, ArrowRight: model.forward }),
    ArrowLeft: model.back,
  });

  const number = content.module.sections.indexOf(section.id) + 1;
  const summary = content.summary.sections[number - 1];
  return (
    <>
      <div class={styles.reader} data-wide data-hue={content.module.hue}>
        <Contents data={data} />
        <div class={styles.top}>
          <PageHeader
            isHeading={false}
            title={section.title}
            back={{ path: `/learn/${content.module.id}/`, name: content.module.title }}
            end={<span class="quiet">{summary?.minutes ?? 1} min</span>}
          />
          <Segments done={at + 1} of={model.steps.length} label={`Step ${at + 1} of ${model.steps.length}`} />
        </div>
        <StepView data={data} model={model} number={number} />
        <StorageNotice fault={fault} onRetry={() => void model.retry()} />
      </div>
      <OnPaper load={loadPrintedSection} props={{ content, section }} />
    </>
  );
}

/** After a step forward or back, the reading begins at its top, and so does the keyboard. */
function useShownStep(model: ReaderModel) {
  const { at, isLoaded } = model.state.value;
  useEffect(() => {
    if (!isLoaded) return;
    const named = location.hash && document.getElementById(location.hash.slice(1));
    const focus = named || document.querySelector<HTMLElement>('main h1, main h2');
    if (!focus) return;
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    if (named) named.scrollIntoView({ block: 'center' });
    else window.scrollTo(0, 0);
  }, [at, isLoaded]);
}

interface StepViewProps {
  readonly data: ReaderData;
  readonly model: ReaderModel;
  readonly number: number;
}

function StepView({ data, model, number }: StepViewProps) {
  const { content, section } = data;
  const step = model.step.value;
  const kicker = `${content.module.id} · Section ${number} of ${content.module.sections.length}`;
  switch (step.kind) {
    case 'guess':
      return (
        <>
          <GuessFirst section={section} kicker={kicker} model={model} />
          <Steps model={model} />
        </>
      );
    case 'screen':
      return (
        <>
          <ReaderPage content={content} section={section} screen={step.screen} kicker={kicker} model={model} />
          <Steps model={model} />
        </>
      );
    case 'recall':
      return <RecallPrompts section={section} model={model} />;
    case 'end':
      return <ReaderEnd data={data} model={model} number={number} />;
  }
}

function Steps({ model }: { readonly model: ReaderModel }) {
  const { at, choices } = model.state.value;
  const step = model.step.value;
  // A run to predict is the screen's main action until it was; one may still go on without it.
  const owesPrediction =
    step.kind === 'screen' && step.screen.blocks.some(({ id, kind }) => kind === 'figure' && choices[id] === undefined);
  return (
    <ReaderFoot
      keys={
        <>
          <KeyHint>Space</KeyHint> goes on, <KeyHint>←</KeyHint> goes back
        </>
      }
    >
      <ButtonRow>
        {at > 0 && <Button onClick={model.back}>Back</Button>}
        <Button variant={owesPrediction ? 'plain' : 'go'} onClick={model.forward}>
          Next
        </Button>
      </ButtonRow>
    </ReaderFoot>
  );
}

/** The module's sections, in the rail at the left from 900 px. */
function Contents({ data: { content, section } }: { readonly data: ReaderData }) {
  return (
    <nav class={styles.contents} aria-label="Sections of this module">
      <p class={styles.contentsTitle}>
        {content.module.id} {content.module.title}
      </p>
      <ol>
        {content.summary.sections.map(({ id, title }) => (
          <li key={id}>
            <a href={href(`/learn/${content.module.id}/${id}/`)} aria-current={id === section.id ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
