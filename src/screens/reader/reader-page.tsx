import type { ModuleContent } from '#content/compiled.ts';
import { isExperiment } from '#content/minutes.ts';
import type { Block, Section } from '#content/section.ts';
import { FigurePlayer } from '#figures/figure-player.tsx';
import { Prose } from '#figures/prose.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { OptionList } from '#ui/option-list.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedIn } from './citations.ts';
import { ProseBlock } from '../prose-block.tsx';
import { numbered, References } from '../references.tsx';
import type { ReaderModel } from './reader-model.ts';
import styles from './reader-screen.module.css';

const loadModelMap = async () => (await import('#figures/model-map.tsx')).ModelMap;

interface GuessFirstProps {
  readonly section: Section;
  readonly kicker: string;
  readonly model: ReaderModel;
}

/** The question before the text. Its answer waits in the text. */
export function GuessFirst({ section: { title, guess }, kicker, model }: GuessFirstProps) {
  const chosen = model.state.value.choices['guess'] ?? null;
  return (
    <article class={styles.text}>
      <Kicker>{kicker}</Kicker>
      <h1>{title}</h1>
      <p class="quiet">Guess first. It is not scored, and the answer comes as you read.</p>
      <OptionList
        legend={<Prose text={guess.prompt} />}
        options={guess.options.map(({ id, text }) => ({ id, text: <Prose text={text} /> }))}
        chosen={chosen}
        onChoose={model.guess}
      />
      {chosen !== null && <p class="quiet">Kept. Read on to see.</p>}
    </article>
  );
}

interface ReaderPageProps {
  readonly content: ModuleContent;
  readonly section: Section;
  readonly screen: Section['screens'][number];
  readonly kicker: string;
  readonly model: ReaderModel;
}

/** One short screen: its text, its figure (beside it where there is room) and what it cites. */
export function ReaderPage({ content, section, screen, kicker, model }: ReaderPageProps) {
  const experiments = screen.blocks.filter(isExperiment);
  const sources = citedIn(screen.blocks, content.sources);
  return (
    <References sources={sources} meanings={content.meanings}>
      <div class={styles.columns} data-has-figure={experiments.length > 0}>
        <article class={styles.text}>
          <Kicker>{kicker}</Kicker>
          <h1>{screen.title}</h1>
          {screen.blocks.map((block) => !isExperiment(block) && <ProseBlock key={block.id} block={block} />)}
          {screen.blocks.some(({ id }) => id === section.guess.answeredBy) && (
            <GuessAnswered section={section} model={model} />
          )}
        </article>
        {experiments.length > 0 && (
          <aside class={styles.side} aria-label="Figure">
            {experiments.map((block) => (
              <Experiment key={block.id} block={block} model={model} />
            ))}
          </aside>
        )}
        {sources.length > 0 && (
          <div class={styles.sources}>
            <SourceList sources={numbered(sources)} />
          </div>
        )}
      </div>
    </References>
  );
}

interface ExperimentProps {
  readonly block: Extract<Block, { kind: 'figure' | 'models' }>;
  readonly model: ReaderModel;
}

function Experiment({ block, model }: ExperimentProps) {
  if (block.kind === 'models')
    return (
      <div id={block.id} class={styles.map}>
        <Deferred load={loadModelMap} props={{ block }} />
      </div>
    );
  return (
    <FigurePlayer
      figure={block}
      answered={model.state.value.choices[block.id] ?? null}
      onPredict={(choice) => model.predict(block, choice)}
    />
  );
}

function GuessAnswered({ section: { guess }, model }: { readonly section: Section; readonly model: ReaderModel }) {
  const chosen = guess.options.find(({ id }) => id === model.state.value.choices['guess']);
  if (!chosen) return null;
  const right = guess.options.find(({ isRight }) => isRight);
  return (
    <aside class={styles.answered} data-right={chosen.isRight === true}>
      <p>
        You guessed: <Prose text={chosen.text} />
      </p>
      <p class="quiet">
        <Prose text={chosen.why} /> {!chosen.isRight && right && <Prose text={right.why} />}
      </p>
    </aside>
  );
}
