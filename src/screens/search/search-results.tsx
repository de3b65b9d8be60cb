import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchEntry } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import type { Group } from './rank.ts';
import styles from './search-screen.module.css';

const kindNames: Record<SearchEntry['kind'], string> = {
  section: 'Sections',
  concept: 'Concepts',
  puzzle: 'Puzzles',
  question: 'Questions to ask',
  module: 'Modules',
  page: 'Pages',
};

/** So many of a kind are shown, that the best of the next kind is not far down. */
const SHOWN_OF_A_KIND = 6;

export function SearchResults({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <div class={styles.results}>
      {groups.map((group) => (
        <ResultGroup key={group.kind} group={group} isAlone={groups.length === 1} />
      ))}
    </div>
  );
}

interface ResultGroupProps {
  readonly group: Group;
  readonly isAlone: boolean;
}

function ResultGroup({ group: { kind, entries }, isAlone }: ResultGroupProps) {
  const [isOpen, setOpen] = useState(isAlone);
  const shown = isOpen ? entries : entries.slice(0, SHOWN_OF_A_KIND);
  const hidden = entries.length - shown.length;
  const list = useRef<HTMLUListElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // The button is gone; the first of those it brought is where one goes on.
    if (wasAsked.current) list.current?.querySelectorAll('a')[SHOWN_OF_A_KIND]?.focus();
  }, [isOpen]);
  const open = () => {
    wasAsked.current = true;
    setOpen(true);
  };
  return (
    <section class={styles.group}>
      <h2>{kindNames[kind]}</h2>
      <ul ref={list}>
        {shown.map(({ title, path, about }) => (
          <li key={path} class={styles.result}>
            <a href={href(path)}>{title}</a>
            <p class="quiet">{about}</p>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="quiet" onClick={open}>
          {hidden} more
        </Button>
      )}
    </section>
  );
}
