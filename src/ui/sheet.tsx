import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import type { Hue } from './hue.ts';
import css from './sheet.module.css';

interface SheetProps {
  readonly children: ComponentChildren;
  readonly as?: 'div' | 'section' | 'article' | 'li';
  readonly hue?: Hue | undefined;
  /** `wash` is the one big next step; `list` has no gaps, for rows with lines between them. */
  readonly tone?: 'plain' | 'wash' | 'list';
  readonly id?: string;
  readonly labelledBy?: string;
}

/** A card of paper on the paper. */
export function Sheet({ children, as: Tag = 'div', hue, tone = 'plain', id, labelledBy }: SheetProps) {
  return (
    <Tag class={classNames(css.sheet, css[tone])} data-hue={hue} id={id} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}
