import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import styles from './you-screen.module.css';

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Where a link may lead. */
  readonly id?: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** One matter of the screen, under its heading. */
export function Part({ title, children, id, headingRef = null }: PartProps) {
  const titleId = useId();
  return (
    <section class={styles.part} id={id} aria-labelledby={titleId}>
      <h2 id={titleId} tabIndex={-1} ref={headingRef}>
        {title}
      </h2>
      {children}
    </section>
  );
}
