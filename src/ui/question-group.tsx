import type { ComponentChildren } from 'preact';
import css from './option.module.css';

export interface QuestionGroupProps {
  /** The question itself, where no heading on the screen asks it already. */
  readonly legend?: ComponentChildren;
  /** The id of the heading that asks it. */
  readonly labelledBy?: string | undefined;
}

/** The frame of every kind of answer: a named group. */
export function QuestionGroup({
  legend,
  labelledBy,
  children,
}: QuestionGroupProps & { readonly children: ComponentChildren }) {
  return (
    <fieldset class={css.group} aria-labelledby={labelledBy}>
      {legend !== undefined && <legend class={css.legend}>{legend}</legend>}
      {children}
    </fieldset>
  );
}
