import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Source } from '#content/track.ts';
import { href } from '#services/navigation-service.ts';
import { MarkupContext } from '#ui/markup-context.ts';

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
      linkTo: (concept: string) => href(`/concepts/${concept}/`),
      meaningOf: (concept: string) => meanings[concept],
      numberOf: (source: string) => numbers.get(source),
    };
  }, [sources, meanings]);
  return <MarkupContext.Provider value={references}>{children}</MarkupContext.Provider>;
}

/** Sources as their list wants them. */
export const numbered = (sources: readonly Source[]) => sources.map((source, index) => ({ number: index + 1, source }));
