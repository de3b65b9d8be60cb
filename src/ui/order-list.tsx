import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import { AnsweredSteps } from './answered-steps.tsx';
import type { Choice } from './answered-options.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import iconButton from './icon-button.module.css';
import { announce } from './live-region.tsx';
import css from './option.module.css';
import { QuestionGroup, type QuestionGroupProps } from './question-group.tsx';

interface OrderListProps extends QuestionGroupProps {
  /** In any order; `order` says which. */
  readonly steps: readonly Choice[];
  readonly order: readonly string[];
  readonly onReorder: (order: readonly string[]) => void;
  /** Given once answered: the ids in their right order. */
  readonly right?: readonly string[] | undefined;
}

/** Steps to be put in order, by buttons: nothing needs dragging. */
export function OrderList({ steps, order, onReorder, right, ...group }: OrderListProps) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  // Moving an element in the document takes its focus away; it gets it back before anything is painted.
  useLayoutEffect(() => {
    if (moved.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [order]);

  if (right !== undefined) {
    return (
      <QuestionGroup {...group}>
        <AnsweredSteps steps={steps} order={order} right={right} />
      </QuestionGroup>
    );
  }
  const move = (step: string, way: Way) => {
    const place = order.indexOf(step) + (way === 'up' ? -1 : 1);
    if (place < 0 || place >= order.length) return;
    moved.current = `${way} ${step}`;
    onReorder(order.filter((other) => other !== step).toSpliced(place, 0, step));
    announce(`Now step ${place + 1} of ${order.length}`);
  };
  return (
    <QuestionGroup {...group}>
      <ol class={css.options} ref={list}>
        {order.map((step, index) => (
          <li key={step} class={classNames(css.answered, css.step)}>
            <span class={css.number} aria-hidden="true">
              {index + 1}
            </span>
            <span id={`${id}-${step}`}>{steps.find((each) => each.id === step)?.text}</span>
            <span class={css.moves}>
              <MoveButton way="up" step={step} textId={`${id}-${step}`} isOff={index === 0} onMove={move} />
              <MoveButton
                way="down"
                step={step}
                textId={`${id}-${step}`}
                isOff={index === order.length - 1}
                onMove={move}
              />
            </span>
          </li>
        ))}
      </ol>
    </QuestionGroup>
  );
}

type Way = 'up' | 'down';

interface MoveButtonProps {
  readonly way: Way;
  readonly step: string;
  readonly textId: string;
  readonly isOff: boolean;
  readonly onMove: (step: string, way: Way) => void;
}

function MoveButton({ way, step, textId, isOff, onMove }: MoveButtonProps) {
  const id = useId();
  return (
    <button
      id={id}
      class={iconButton.iconButton}
      type="button"
      data-move={`${way} ${step}`}
      aria-label={way === 'up' ? 'Move up' : 'Move down'}
      aria-labelledby={`${id} ${textId}`}
      aria-disabled={isOff ? 'true' : undefined}
      onClick={() => onMove(step, way)}
    >
      <Icon name={way} />
    </button>
  );
}
