import { unreachable } from '#base/assert.ts';
import type { Presented } from '#assessment/presented.ts';
import type { Confidence } from '#assessment/response.ts';
import type { Item, ItemOf, Option } from '#content/item.ts';
import { plainText } from '#content/markup.ts';
import { HotSpotQuestion } from '#figures/hot-spot-question.tsx';
import { Prose } from '#figures/prose.tsx';
import { RunBeforeAnswer } from '#figures/run-before-answer.tsx';
import { CheckboxList } from '#ui/checkbox-list.tsx';
import { MatchList } from '#ui/match-list.tsx';
import { OptionList } from '#ui/option-list.tsx';
import { OrderList } from '#ui/order-list.tsx';
import { chosenNote } from './check-words.ts';
import { rightOptions, type Draft } from './draft.ts';
import styles from './check-screen.module.css';
import { inOrder } from './in-order.ts';
import { ClozeChoices, ClozeReasons } from './cloze.tsx';
import { NumericAnswer } from './numeric-answer.tsx';

export interface AnswerProps<Kind extends Item['kind'] = Item['kind']> {
  readonly item: ItemOf<Kind>;
  readonly shown: Presented;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  /** From then on every part says why it is right or wrong. */
  readonly isAnswered: boolean;
  /** How sure the answer was; `null` before it is given, and for a variant. */
  readonly confidence: Confidence | null;
  /** The id of the heading that asks the question. */
  readonly labelledBy: string;
  readonly hasKeys: boolean;
}

const runTitle = 'The run that is asked about';

/** Where the answer is given and, afterwards, explained. */
export function ItemAnswer(props: AnswerProps) {
  const { item, draft, onChange, isAnswered } = props;
  switch (item.kind) {
    case 'single':
      return <Options {...props} item={item} />;
    case 'predict':
      return (
        <>
          <div class={styles.run}>
            <RunBeforeAnswer run={item.run} title={runTitle} shownBefore={item.shownBefore} isAnswered={isAnswered} />
          </div>
          <Options {...props} item={item} />
        </>
      );
    case 'hot-spot':
      return (
        <HotSpotQuestion
          run={item.run}
          spots={inOrder(item.spots, props.shown.choices)}
          title={runTitle}
          runClass={styles.run}
          chosen={draft.chosen[0] ?? null}
          onChoose={(id) => onChange({ chosen: [id] })}
          isAnswered={isAnswered}
          labelledBy={props.labelledBy}
          chosenNote={chosenNote(props.confidence)}
          hasKeys={props.hasKeys}
        />
      );
    case 'multiple':
      return <ManyOptions {...props} item={item} />;
    case 'ordering':
      return (
        <OrderList
          labelledBy={props.labelledBy}
          steps={item.steps.map(({ id, text, why }) => ({
            id,
            text: <Prose text={text} />,
            why: <Prose text={why} />,
          }))}
          order={draft.order.length > 0 ? draft.order : props.shown.choices.map(({ id }) => id)}
          onReorder={(order) => onChange({ order })}
          right={isAnswered ? item.steps.map(({ id }) => id) : undefined}
        />
      );
    case 'matching':
      return <Pairs {...props} item={item} />;
    case 'numeric':
      return <NumericAnswer {...props} item={item} />;
    case 'cloze':
      return isAnswered ? <ClozeReasons {...props} item={item} /> : <ClozeChoices {...props} item={item} />;
    default:
      return unreachable(item);
  }
}

function Options({ item, shown, draft, onChange, isAnswered, ...rest }: AnswerProps<'single' | 'predict'>) {
  return (
    <OptionList
      labelledBy={rest.labelledBy}
      options={shownOptions(item.options, shown)}
      chosen={draft.chosen[0] ?? null}
      onChoose={(id) => onChange({ chosen: [id] })}
      right={isAnswered ? rightOptions(item.options) : undefined}
      chosenNote={chosenNote(rest.confidence)}
      hasKeys={rest.hasKeys}
    />
  );
}

function ManyOptions({ item, shown, draft, onChange, isAnswered, ...rest }: AnswerProps<'multiple'>) {
  const right = rightOptions(item.options);
  return (
    <CheckboxList
      labelledBy={rest.labelledBy}
      options={shownOptions(item.options, shown)}
      chosen={draft.chosen}
      onChoose={(chosen) => onChange({ chosen })}
      count={right.length}
      right={isAnswered ? right : undefined}
      chosenNote={chosenNote(rest.confidence)}
      hasKeys={rest.hasKeys}
    />
  );
}

function Pairs({ item: { pairs }, shown, draft, onChange, isAnswered, labelledBy }: AnswerProps<'matching'>) {
  // Where two right sides read the same, either will do, and is shown as right.
  const wordsOf = (id: string | undefined) => pairs.find((pair) => pair.id === id)?.right;
  const judged = pairs.map(({ id, right }) => [id, wordsOf(draft.pairs[id]) === right ? id : (draft.pairs[id] ?? '')]);
  return (
    <MatchList
      labelledBy={labelledBy}
      pairs={pairs.map(({ id, left, right, why }) => ({
        id,
        left: <Prose text={left} />,
        right: plainText(right),
        why: <Prose text={why} />,
      }))}
      offered={shown.choices.map(({ id }) => id)}
      matches={isAnswered ? Object.fromEntries(judged) : draft.pairs}
      onMatch={(left, right) => onChange({ pairs: { ...draft.pairs, [left]: right } })}
      isAnswered={isAnswered}
    />
  );
}

/** The options in the order of this attempt. */
function shownOptions(options: readonly Option[], { choices }: Presented) {
  return choices.map(({ id, text }) => {
    const why = options.find((option) => option.id === id)?.why ?? '';
    return { id, text: <Prose text={text} />, why: <Prose text={why} /> };
  });
}
