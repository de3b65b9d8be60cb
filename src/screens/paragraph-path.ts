/** The path that opens a paragraph: `section#block` in a module's reading, `concept/id#paragraph` on a concept's page. */
export function pathOfParagraph(ref: string, module: string): string {
  const [page = '', paragraph = ''] = ref.split('#');
  const concept = /^concept\/(.+)$/.exec(page)?.[1];
  return concept === undefined ? `/learn/${module}/${page}/#${paragraph}` : `/concepts/${concept}/#${paragraph}`;
}
