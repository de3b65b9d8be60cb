import { plainText } from '#content/markup.ts';
import type { ItemOf } from '#content/item.ts';
import { Prose } from '#figures/prose.tsx';
import { AnsweredOptions } from '#ui/answered-options.tsx';
import { ChoiceBlank } from '#ui/choice-blank.tsx';
import { chosenNote } from './check-words.ts';
import { rightOptions } from './draft.ts';
import type { AnswerProps } from './item-answer.tsx';

type ClozeProps = Pick<AnswerProps<'cloze'>, 'item' | 'shown' | 'draft' | 'onChange' | 'isAnswered'>;

/** The sentence, each of its gaps a short list to choose from. */
export function ClozeSentence({ item: { prompt, blanks }, shown, draft, onChange, isAnswered }: ClozeProps) {
  const gap = (id: string) => {
    const index = blanks.findIndex((blank) => blank.id === id);
    const options = (shown.blanks[id] ?? []).map((option) => ({ id: option.id, text: plainText(option.text) }));
    return (
      <ChoiceBlank
        label={`Blank ${index + 1} of ${blanks.length}`}
        options={options}
        chosen={draft.pairs[id] ?? null}
        onChoose={(option) => onChange({ pairs: { ...draft.pairs, [id]: option } })}
        right={isAnswered ? rightOptions(blanks[index]?.options ?? [])[0] : undefined}
      />
    );
  };
  return <Prose text={prompt} blank={gap} />;
}

/** Why each option of each gap is right or wrong. */
export function ClozeReasons({ item: { blanks }, shown, draft, confidence }: AnswerProps<'cloze'>) {
  return (
    <>
      {blanks.map((blank, index) => (
        <section key={blank.id} class="stack" aria-label={`Blank ${index + 1} of ${blanks.length}`}>
          {blanks.length > 1 && (
            <p class="quiet" aria-hidden="true">
              Blank {index + 1} of {blanks.length}
            </p>
          )}
          <AnsweredOptions
            options={inOrder(blank, shown.blanks[blank.id] ?? []).map(({ id, text, why }) => ({
              id,
              text: <Prose text={text} />,
              why: <Prose text={why} />,
            }))}
            chosen={[draft.pairs[blank.id] ?? '']}
            right={rightOptions(blank.options)}
            chosenNote={chosenNote(confidence)}
          />
        </section>
      ))}
    </>
  );
}

type Blank = ItemOf<'cloze'>['blanks'][number];

const inOrder = ({ options }: Blank, order: readonly { readonly id: string }[]) =>
  order.flatMap(({ id }) => options.filter((option) => option.id === id));
