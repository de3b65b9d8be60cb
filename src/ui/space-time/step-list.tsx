import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import css from './step-list.module.css';
import { useOverflow } from './use-overflow.ts';

interface StepListProps {
  /** The sentences of the events that have happened, in order. */
  readonly steps: readonly ComponentChildren[];
  /** The index of the step that is pointed out in the picture. */
  readonly current: number | null;
  readonly onChoose?: ((index: number) => void) | undefined;
  readonly label?: string;
}

/** The same run as sentences. It says what the picture shows, so either can be read alone. */
export function StepList({ steps, current, onChoose, label = 'The steps, as text' }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = list.current;
    const step = current === null ? null : element?.children[current];
    if (!element || !(step instanceof HTMLElement)) return;
    const isSeen =
      step.offsetTop >= element.scrollTop &&
      step.offsetTop + step.offsetHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = step.offsetTop - element.clientHeight / 3;
  }, [current, steps.length]);
  const scrolls = useOverflow(list, [steps.length]);
  return (
    <ol class={css.steps} aria-label={label} ref={list} tabIndex={scrolls && !onChoose ? 0 : undefined}>
      {steps.map((step, index) => (
        <li key={index} aria-current={index === current ? 'step' : undefined}>
          {onChoose ? (
            <button type="button" onClick={() => onChoose(index)}>
              <Numbered number={index + 1}>{step}</Numbered>
            </button>
          ) : (
            <div>
              <Numbered number={index + 1}>{step}</Numbered>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Numbered({ number, children }: { readonly number: number; readonly children: ComponentChildren }) {
  return (
    <>
      <span class={css.number} aria-hidden="true">
        {number}
      </span>
      <span>{children}</span>
    </>
  );
}
