import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Source } from '#content/track.ts';
import { href } from '#services/navigation-service.ts';
import { MarkupContext } from '#ui/markup-context.ts';
import { Term } from '#ui/term.tsx';

interface ReferencesProps {
  /** In the order of the page's list of sources, which numbers them. */
  readonly sources: readonly Source[];
  /** One line on each concept that opens in place. */
  readonly meanings?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** Tells the texts inside it what their links and citations refer to. */
export function References({ sources, meanings = {}, children }: ReferencesProps) {
  const references = useMemo(() => {
    const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
    return {
      concept: (id: string, words: ComponentChildren) => conceptIn(meanings[id], href(`/concepts/${id}/`), words),
      numberOf: (source: string) => numbers.get(source),
    };
  }, [sources, meanings]);
  return <MarkupContext.Provider value={references}>{children}</MarkupContext.Provider>;
}

function conceptIn(meaning: string | undefined, page: string, words: ComponentChildren) {
  if (meaning === undefined) return <a href={page}>{words}</a>;
  return (
    <Term meaning={meaning} href={page}>
      {words}
    </Term>
  );
}

/** Sources as their list wants them. */
export const numbered = (sources: readonly Source[]) => sources.map((source, index) => ({ number: index + 1, source }));
