import type { Presented } from '#assessment/presented.ts';
import { plainText } from '#content/markup.ts';
import { Prose } from '#figures/prose.tsx';
import { AnsweredOptions } from '#ui/answered-options.tsx';
import { ChoiceBlank, FilledBlank } from '#ui/choice-blank.tsx';
import { chosenNote } from './check-words.ts';
import { rightOptions } from './draft.ts';
import { inOrder } from './in-order.ts';
import type { AnswerProps } from './item-answer.tsx';

type ClozeProps = Pick<AnswerProps<'cloze'>, 'item' | 'shown' | 'draft' | 'onChange'>;

/** The sentence with its gaps, numbered where there are several; what was chosen stands in them. */
export function ClozeSentence({
  item,
  shown,
  draft,
  isAnswered,
}: Omit<ClozeProps, 'onChange'> & Pick<AnswerProps, 'isAnswered'>) {
  const { prompt, blanks } = item;
  const gap = (id: string) => {
    const index = blanks.findIndex((blank) => blank.id === id);
    return (
      <FilledBlank
        number={blanks.length > 1 ? index + 1 : undefined}
        options={plainOptions(shown, id)}
        chosen={draft.pairs[id] ?? null}
        right={isAnswered ? rightOptions(blanks[index]?.options ?? [])[0] : undefined}
      />
    );
  };
  return <Prose text={prompt} blank={gap} />;
}

/** A list to choose from for each gap, below the sentence: in it, a long option would tear it apart. */
export function ClozeChoices({ item: { blanks }, shown, draft, onChange }: ClozeProps) {
  return (
    <div class="stack">
      {blanks.map(({ id }, index) => (
        <ChoiceBlank
          key={id}
          label={`Blank ${index + 1} of ${blanks.length}`}
          number={blanks.length > 1 ? index + 1 : undefined}
          options={plainOptions(shown, id)}
          chosen={draft.pairs[id] ?? null}
          onChoose={(option) => onChange({ pairs: { ...draft.pairs, [id]: option } })}
        />
      ))}
    </div>
  );
}

/** A list to choose from holds no markup. */
const plainOptions = ({ blanks }: Presented, id: string) =>
  (blanks[id] ?? []).map((option) => ({ id: option.id, text: plainText(option.text) }));

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
            options={inOrder(blank.options, shown.blanks[blank.id] ?? []).map(({ id, text, why }) => ({
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
