interface Revised {
  readonly rev?: string | undefined;
}

/** The revision as written, or the first one. */
export const revisionOf = ({ rev }: Revised): string => rev ?? '1.0';

/** The major part of a revision: the one that starts a card again. */
export const majorOf = (thing: Revised): number => Number.parseInt(revisionOf(thing), 10);

/** Below 0 when `one` is the earlier revision. */
export function compareRevisions(one: string, other: string): number {
  const [oneMajor = 0, oneMinor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return oneMajor - otherMajor || oneMinor - otherMinor;
}
