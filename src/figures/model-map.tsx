/** Consistency models as the partial order they are: the reader walks it, and judges a history before a verdict is told. */
import { useId, useState } from 'preact/hooks';
import { plainText } from '#content/markup.ts';
import { allImplied, strongerThan } from '#content/model-order.ts';
import type { Model, ModelsBlock } from '#content/models.ts';
import { announce } from '#ui/live-region.tsx';
import { judgedBy, listed } from './model-history.ts';
import { JudgedHistory } from './judged-history.tsx';
import css from './model-map.module.css';
import { OrderOfModels } from './order-of-models.tsx';
import { Prose } from './prose.tsx';

interface ModelMapProps {
  readonly block: ModelsBlock;
}

export function ModelMap({ block: { title, models } }: ModelMapProps) {
  const titleId = useId();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [turns, setTurns] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, boolean>>>({});
  const chosen = models.find(({ id }) => id === chosenId);
  const histories = chosen ? judgedBy(models, chosen) : [];
  const owner = histories[turns % histories.length];
  const prompt = `${chosenId} ${owner?.id}`;
  const answer = answers[prompt];

  const choose = (model: Model) => {
    setChosen(model.id);
    setTurns(0);
    announce(`${model.name}. ${plainText(model.meaning)}`);
  };
  return (
    <figure class={css.figure} aria-labelledby={titleId}>
      <figcaption id={titleId} class={css.title}>
        {title}
      </figcaption>
      <OrderOfModels
        models={models}
        chosen={chosen}
        told={answer === undefined ? undefined : owner?.history}
        onChoose={choose}
      />
      {chosen && owner ? (
        <>
          <About models={models} model={chosen} />
          <JudgedHistory
            key={prompt}
            models={models}
            model={chosen}
            owner={owner}
            place={{ number: (turns % histories.length) + 1, of: histories.length }}
            takesFocus={turns > 0}
            answer={answer}
            onAnswer={(isAllowed) => setAnswers({ ...answers, [prompt]: isAllowed })}
            onAnother={() => setTurns(turns + 1)}
          />
        </>
      ) : (
        <p class={css.note}>
          A line leads down from a model to what it implies. Choose one to see its promise, and a history to judge by
          it.
        </p>
      )}
    </figure>
  );
}

/** The promise, and where the model stands in the order. */
function About({ models, model }: { readonly models: readonly Model[]; readonly model: Model }) {
  const all = allImplied(models, model.id);
  const direct = models.filter(({ id }) => model.implies.includes(id));
  const further = models.filter(({ id }) => all.has(id) && !model.implies.includes(id));
  const stronger = strongerThan(models, model.id);
  const through = further.length > 0 && `, and through ${direct.length > 1 ? 'them' : 'it'} ${listed(further)}`;
  return (
    <div class={css.about}>
      <h2 class={css.name}>{model.name}</h2>
      <p class="read">
        <Prose text={`${model.meaning} ${model.sources.map((id) => `[@${id}]`).join(' ')}`} />
      </p>
      <p class={css.note}>
        {direct.length > 0 ? (
          <>
            Implies {listed(direct)}
            {through}.
          </>
        ) : (
          'Implies none of the others.'
        )}{' '}
        {stronger.length > 0 ? `Implied directly by ${listed(stronger)}.` : 'None of the others implies it.'}
      </p>
    </div>
  );
}
