import { useEffect, useState } from 'preact/hooks';
import type { QuestionPages } from '#content/compiled.ts';
import type { Question } from '#content/track.ts';
import type { WorkedExample } from '#content/worked-example.ts';
import { Prose } from '#figures/prose.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedOrder } from '../cited-order.ts';
import { numbered, References } from '../references.tsx';
import styles from './design-review-screen.module.css';

/** Reviews of systems that many have, to be read before one's own or beside it. A link may name the one to open. */
export function WorkedExamples({ pages }: { readonly pages: QuestionPages }) {
  const [named, setNamed] = useState('');
  useEffect(() => setNamed(location.hash.slice(1)), []);
  return (
    <section class={styles.examples} aria-labelledby="examples">
      <h2 id="examples" class={styles.listTitle}>
        Read a worked example
      </h2>
      <Sheet tone="list">
        {pages.workedExamples.map((example) => (
          <div key={example.id} id={example.id}>
            <Disclosure summary={example.title} isOpen={example.id === named}>
              <Example example={example} pages={pages} />
            </Disclosure>
          </div>
        ))}
      </Sheet>
    </section>
  );
}

interface ExampleProps {
  readonly example: WorkedExample;
  readonly pages: QuestionPages;
}

function Example({ example: { system, answers }, pages: { questions, sources, meanings } }: ExampleProps) {
  const cited = citedOrder([system, ...answers.map(({ text }) => text)], sources);
  return (
    <References sources={cited} meanings={meanings}>
      <p class="read">
        <Prose text={system} />
      </p>
      {answers.map(({ question, text }, index) => (
        <div key={question}>
          <h3>
            {index + 1}. {textOf(question, questions)}
          </h3>
          <p class="read">
            <Prose text={text} />
          </p>
        </div>
      ))}
      {cited.length > 0 && <SourceList sources={numbered(cited)} />}
    </References>
  );
}

const textOf = (id: string, questions: readonly Question[]): string =>
  questions.find((question) => question.id === id)?.text ?? id;
