import type { ModuleSummary, QuestionPages } from '#content/compiled.ts';
import type { Question } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedOrder } from '../cited-order.ts';
import { PageHeader } from '../page-header.tsx';
import { numbered, References } from '../references.tsx';
import type { Screen } from '../screen.ts';
import { linkPath } from './link-path.ts';
import { QuestionsTable } from './questions-table.tsx';
import styles from './questions-screen.module.css';

export interface QuestionsData {
  readonly pages: QuestionPages;
  readonly modules: readonly ModuleSummary[];
}

export const questionsScreen: Screen<QuestionsData> = {
  load: async (_params, content) => {
    const [pages, { modules }] = await Promise.all([content.questions(), content.track()]);
    const texts = pages.questions.flatMap(({ why, examples, traps }) => [why, ...examples, ...traps]);
    return { pages: { ...pages, sources: citedOrder(texts, pages.sources) }, modules };
  },
  title: () => 'Questions to ask',
  View: QuestionsView,
};

function QuestionsView({ data }: { readonly data: QuestionsData }) {
  const { questions, workedExamples, sources } = data.pages;
  return (
    <References sources={sources}>
      <div class={styles.page}>
        <PageHeader title="Questions to ask" back={{ path: '/learn/', name: 'Learn' }} />
        <p class={`read ${styles.intro}`}>
          Six questions for any design with more than one machine: yours, or one that you are asked to approve.
        </p>
        {questions.map((question, index) => (
          <QuestionCard key={question.id} question={question} number={index + 1} data={data} />
        ))}
        {workedExamples.length > 0 && <ExampleLinks examples={workedExamples} />}
        <QuestionsTable questions={questions} />
        {sources.length > 0 && (
          <section class={styles.sources}>
            <h2>Sources</h2>
            <SourceList sources={numbered(sources)} />
          </section>
        )}
        <Foot>
          <Button variant="go" href={href('/questions/review/')}>
            Ask them of your own system
          </Button>
        </Foot>
      </div>
    </References>
  );
}

function ExampleLinks({ examples }: { readonly examples: QuestionPages['workedExamples'] }) {
  return (
    <section class={styles.examples}>
      <h2>Answered for</h2>
      <ul class={styles.links}>
        {examples.map(({ id, title }) => (
          <li key={id}>
            <a href={href(`/questions/review/#${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QuestionCardProps {
  readonly question: Question;
  readonly number: number;
  readonly data: QuestionsData;
}

function QuestionCard({
  question: { id, text, why, examples, traps, links, concepts },
  number,
  data,
}: QuestionCardProps) {
  const { titles } = data.pages;
  const more = concepts.filter((concept) => !links.some(({ to }) => to === concept));
  return (
    <div class={styles.card}>
      <Sheet as="section" id={id} labelledBy={`${id}-text`}>
        <Kicker>Question {number}</Kicker>
        <h2 id={`${id}-text`}>{text}</h2>
        <p class={styles.why}>
          <Prose text={why} />
        </p>
        <h3>For example</h3>
        <Texts texts={examples} />
        <h3>Traps</h3>
        <Texts texts={traps} />
        <h3>More about it</h3>
        <ul class={styles.links}>
          {links.map(({ to, text: words }) => (
            <li key={to}>
              <a href={href(linkPath(to, data.modules))}>{titles[to] ?? words}</a>
            </li>
          ))}
          {more.map((concept) => (
            <li key={concept}>
              <a href={href(`/concepts/${concept}/`)}>{titles[concept] ?? concept}</a>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul class={styles.texts}>
      {texts.map((text) => (
        <li key={text}>
          <Prose text={text} />
        </li>
      ))}
    </ul>
  );
}
