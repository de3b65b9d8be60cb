import type { Block } from '#content/section.ts';
import { Prose } from '#figures/prose.tsx';
import styles from './prose-block.module.css';

interface ProseBlockProps {
  readonly block: Extract<Block, { kind: 'paragraph' | 'list' | 'incident' | 'table' }>;
  /** The level of a title inside the text. */
  readonly heading?: 'h2' | 'h4';
  /** False where the same block stands on the page already. */
  readonly isNamed?: boolean;
}

/** A piece of the course's reading that needs nothing but reading. */
export function ProseBlock({ block, heading: Heading = 'h2', isNamed = true }: ProseBlockProps) {
  const id = isNamed ? block.id : undefined;
  switch (block.kind) {
    case 'paragraph':
      return (
        <p id={id} class="read">
          <Prose text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List id={id} class={`read ${styles.list}`}>
          {block.items.map((text) => (
            <li>
              <Prose text={text} />
            </li>
          ))}
        </List>
      );
    }
    case 'incident':
      return (
        <section id={id} class={styles.incident}>
          <Heading>{block.title}</Heading>
          <p class="read">
            <Prose text={block.text} />
          </p>
        </section>
      );
    case 'table':
      return (
        <div class={styles.scroller} id={id} tabIndex={0} role="region" aria-label={block.head.join(', ')}>
          <Table head={block.head} rows={block.rows} />
        </div>
      );
  }
}

function Table({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col">
              <Prose text={text} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((text) => (
              <td>
                <Prose text={text} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
