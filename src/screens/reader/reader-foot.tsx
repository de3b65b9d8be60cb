import type { ComponentChildren } from 'preact';
import { Foot } from '#ui/foot.tsx';
import styles from './reader-screen.module.css';

interface ReaderFootProps {
  readonly keys?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The reader's actions, as wide as its column of text. */
export function ReaderFoot({ keys, children }: ReaderFootProps) {
  return (
    <div class={styles.foot}>
      <Foot keys={keys}>{children}</Foot>
    </div>
  );
}
