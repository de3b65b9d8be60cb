import { mark } from '#assessment/mark.ts';
import type { Confidence } from '#assessment/response.ts';
import type { ItemOf } from '#content/item.ts';
import { Prose } from '#figures/prose.tsx';
import { AnsweredOptions } from '#ui/answered-options.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { numberTyped } from '#ui/number-typed.ts';
import { chosenNote } from './check-words.ts';
import type { AnswerProps } from './item-answer.tsx';

const formatted = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 12 });

/** A number to type; afterwards the right one, and what each likely wrong one had mistaken. */
export function NumericAnswer({ item, draft, onChange, isAnswered, confidence }: AnswerProps<'numeric'>) {
  const value = numberTyped(draft.typed);
  if (isAnswered && value !== undefined) return <NumericReasons item={item} value={value} confidence={confidence} />;
  return (
    <NumberField
      label={<Prose text={item.prompt} />}
      isLabelShown={false}
      unit={item.unit}
      value={draft.typed}
      onInput={(typed) => onChange({ typed })}
      fault={draft.typed.trim() !== '' && value === undefined ? 'That is not a number yet.' : undefined}
    />
  );
}

interface NumericReasonsProps {
  readonly item: ItemOf<'numeric'>;
  readonly value: number;
  readonly confidence: Confidence | null;
}

function NumericReasons({ item, value, confidence }: NumericReasonsProps) {
  const { answer, tolerance, unit, why, traps } = item;
  const words = (number: number) => `${formatted.format(number)} ${unit}`.trim();
  const known = [
    { id: 'answer', value: answer, why },
    ...traps.map((trap, index) => ({ id: `trap ${index}`, ...trap })),
  ];
  // A trap has the tolerance of the answer, so it is met as an answer would be.
  const met = known.find((each) => mark({ ...item, answer: each.value }, { kind: 'numeric', value }).isRight);
  const options = met ? known : [...known, { id: 'typed', value, why: undefined }];
  const range = tolerance > 0 ? `, give or take ${formatted.format(tolerance)}` : '';
  return (
    <AnsweredOptions
      options={options.map((option) => ({
        id: option.id,
        text: option.id === 'answer' ? `${words(answer)}${range}` : words(option.value),
        why: option.why !== undefined && <Prose text={option.why} />,
      }))}
      chosen={[met?.id ?? 'typed']}
      right={['answer']}
      chosenNote={chosenNote(confidence, `You wrote ${formatted.format(value)}`)}
    />
  );
}
