/** The major part of a revision: the one that starts a card again. Absent means 1.0. */
export const majorOf = ({ rev }: { readonly rev?: string | undefined }): number => Number.parseInt(rev ?? '1', 10);
