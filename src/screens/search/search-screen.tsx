import { useEffect, useMemo, useRef } from 'preact/hooks';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { announce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { FindField } from '../find-field.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { createSearchModel, type SearchModel } from './search-model.ts';
import { SearchResults } from './search-results.tsx';
import styles from './search-screen.module.css';

/** The index is loaded when the screen opens, not with it: the field is there at once. */
export const searchScreen: Screen<null> = {
  load: () => Promise.resolve(null),
  title: () => 'Search',
  View: SearchView,
};

const countWords = (count: number) => (count === 1 ? '1 result' : `${count} results`);

function SearchView() {
  const services = useServices();
  const model = useMemo(() => createSearchModel(services), []);
  const field = useRef<HTMLInputElement>(null);
  const { query } = model.state.value;
  const found = model.found.value;
  useEffect(() => {
    void model.load();
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    model.find(asked);
    if (asked !== '') return;
    // After the router gave the focus to the heading: who opens an empty search wants to type.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const count = found && query.trim() !== '' ? found.length : null;
  useEffect(() => {
    if (count !== null) announce(countWords(count));
  }, [count, query]);

  const find = (words: string) => {
    model.find(words);
    keepInAddress(words);
  };
  return (
    <div class={styles.page}>
      <PageHeader title="Search" />
      <FindField
        label="Sections, concepts, questions"
        value={query}
        onInput={find}
        count={count === null ? undefined : countWords(count)}
        elementRef={field}
      />
      {model.state.value.isUnavailable && <Unavailable model={model} />}
      {count === null && <Beginning />}
      {count === 0 && <NothingFound query={query.trim()} />}
      {count !== null && count > 0 && <SearchResults key={query} groups={model.groups.value} />}
    </div>
  );
}

/** The query stands in the address, so that the way back from a result leads to the results. */
function keepInAddress(words: string) {
  const query = words.trim() === '' ? '' : `?q=${encodeURIComponent(words.trim())}`;
  history.replaceState(history.state, '', location.pathname + query);
}

function Beginning() {
  return (
    <p class="quiet">
      Looks through the whole course, with or without the network. For one term, the{' '}
      <a href={href('/concepts/')}>glossary</a> lists them all.
    </p>
  );
}

function NothingFound({ query }: { readonly query: string }) {
  return (
    <EmptyState
      title={`Nothing found for “${query}”`}
      action={<Button href={href('/concepts/')}>Open the glossary</Button>}
    >
      Try fewer words, or the beginning of one. The glossary lists every term of the course.
    </EmptyState>
  );
}

function Unavailable({ model }: { readonly model: SearchModel }) {
  return (
    <Notice actions={<Button onClick={() => void model.load()}>Try again</Button>}>
      The index of the course is not on this device yet. It comes with the next connection.
    </Notice>
  );
}
