import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import css from './step-list.module.css';
import { useOverflow } from './use-overflow.ts';
import { useSlices } from './use-slices.ts';

interface StepListProps {
  /** The sentences of the events, in order. */
  readonly steps: readonly ComponentChildren[];
  /** How many of them have happened. The others are not told. */
  readonly until?: number;
  /** The index of the step that is pointed out in the picture. */
  readonly current: number | null;
  readonly onChoose?: ((index: number) => void) | undefined;
  readonly label?: string;
}

/** About as many as a frame has time for. */
const SLICE = 40;

/** The same run as sentences. It says what the picture shows, so either can be read alone. */
export function StepList(props: StepListProps) {
  const { steps, until = steps.length, current, onChoose, label = 'The steps, as text' } = props;
  const list = useRef<HTMLOListElement>(null);
  const count = useSlices(until, SLICE);
  useEffect(() => {
    const element = list.current;
    const step = current === null ? null : element?.children[current];
    if (!element || !(step instanceof HTMLElement)) return;
    const isSeen =
      step.offsetTop >= element.scrollTop &&
      step.offsetTop + step.offsetHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = step.offsetTop - element.clientHeight / 3;
  }, [current, count]);
  const scrolls = useOverflow(list, [count]);
  // The same node again is skipped by the renderer, so a step draws two lines and not all.
  const all = useMemo(
    () => steps.map((step, index) => <Step key={index} {...{ step, index, onChoose }} />),
    [steps, onChoose],
  );
  const lines = all.slice(0, count);
  const step = current === null ? undefined : steps[current];
  if (current !== null && current < count)
    lines[current] = <Step key={current} index={current} isCurrent {...{ step, onChoose }} />;
  return (
    <ol class={css.steps} aria-label={label} ref={list} tabIndex={scrolls && !onChoose ? 0 : undefined}>
      {lines}
    </ol>
  );
}

interface StepProps {
  readonly step: ComponentChildren;
  readonly index: number;
  readonly isCurrent?: boolean;
  readonly onChoose: StepListProps['onChoose'];
}

function Step({ step, index, isCurrent = false, onChoose }: StepProps) {
  const words = <Numbered number={index + 1}>{step}</Numbered>;
  return (
    <li aria-current={isCurrent ? 'step' : undefined}>
      {onChoose ? (
        <button type="button" onClick={() => onChoose(index)}>
          {words}
        </button>
      ) : (
        <div>{words}</div>
      )}
    </li>
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
