import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import css from './option.module.css';
import { QuestionGroup, type QuestionGroupProps } from './question-group.tsx';
import select from './select.module.css';

export interface MatchPair {
  readonly id: string;
  readonly left: ComponentChildren;
  /** Plain words: a list to choose from holds no markup. */
  readonly right: string;
  readonly why?: ComponentChildren;
}

interface MatchListProps extends QuestionGroupProps {
  readonly pairs: readonly MatchPair[];
  /** The ids of the pairs in the order in which their right sides are offered. */
  readonly offered: readonly string[];
  /** Left id → the id of the pair whose right side was chosen. */
  readonly matches: Readonly<Record<string, string>>;
  readonly onMatch: (left: string, right: string) => void;
  readonly isAnswered?: boolean;
}

/** Each row is given its partner from a list. */
export function MatchList({ pairs, offered, matches, onMatch, isAnswered = false, ...group }: MatchListProps) {
  const id = useId();
  const rightOf = (pair: string) => pairs.find((each) => each.id === pair)?.right ?? '';
  return (
    <QuestionGroup {...group}>
      <ul class={css.options}>
        {pairs.map((pair) =>
          isAnswered ? (
            <AnsweredPair key={pair.id} pair={pair} chosen={matches[pair.id]} rightOf={rightOf} />
          ) : (
            <li key={pair.id} class={classNames(css.answered, css.pair)}>
              <span id={`${id}-${pair.id}`}>{pair.left}</span>
              <select
                class={select.select}
                aria-labelledby={`${id}-${pair.id}`}
                value={matches[pair.id] ?? ''}
                onChange={(event) => onMatch(pair.id, event.currentTarget.value)}
              >
                <option value="" disabled>
                  Choose its match
                </option>
                {offered.map((right) => (
                  <option key={right} value={right}>
                    {rightOf(right)}
                  </option>
                ))}
              </select>
            </li>
          ),
        )}
      </ul>
    </QuestionGroup>
  );
}

interface AnsweredPairProps {
  readonly pair: MatchPair;
  readonly chosen: string | undefined;
  readonly rightOf: (pair: string) => string;
}

function AnsweredPair({ pair, chosen, rightOf }: AnsweredPairProps) {
  const isRight = chosen === pair.id;
  return (
    <li class={classNames(css.answered, isRight ? css.right : css.wrong)}>
      <span class={css.verdict}>
        <Icon name={isRight ? 'check' : 'cross'} />
      </span>
      <span>
        <span class="hidden-text">{isRight ? 'Right: ' : 'Wrong: '}</span>
        {pair.left}: <b>{pair.right}</b>
        <span class={css.why}>
          {!isRight && chosen !== undefined && <strong>You chose “{rightOf(chosen)}”. </strong>}
          {pair.why}
        </span>
      </span>
    </li>
  );
}
