import type { ModuleSummary } from '#content/compiled.ts';
import { pathOfParagraph } from '../paragraph-path.ts';

/** The path behind a question's link, which names a section, a concept, or a paragraph of either. */
export function linkPath(to: string, modules: readonly ModuleSummary[]): string {
  const [page = ''] = to.split('#');
  const module = modules.find(({ sections }) => sections.some(({ id }) => id === page))?.id;
  if (to.includes('#')) return pathOfParagraph(to, module ?? '');
  return module === undefined ? `/concepts/${to}/` : `/learn/${module}/${to}/`;
}
