/** Where the citation of a source leads to on the same page. */
export const sourceAnchor = (id: string) => `source-${id}`;
