/** An instant as a person lives it: UTC milliseconds, and how far their local time is ahead of UTC. */
export interface Instant {
  /** UTC milliseconds since 1970. */
  readonly at: number;
  /** Minutes that local time is ahead of UTC: 120 for Berlin in summer. */
  readonly offset: number;
}

export interface Clock {
  readonly now: () => Instant;
}

export const systemClock: Clock = {
  now: () => {
    const date = new Date();
    return { at: date.getTime(), offset: 0 - date.getTimezoneOffset() };
  },
};
