import type { EventBody } from './event.ts';

/** An event is at most this long as a line of JSON. A longer one was not written by a person. */
export const LONGEST_EVENT_CHARACTERS = 100_000;

/** A log is at most this long: five hundred answers a day for five years. */
export const MOST_EVENTS = 1_000_000;

/**
 * Why an event must not enter the log, or `null`. What is let in here must come back from a backup, and JSON turns
 * numbers that are not finite into `null`.
 */
export function unfitReason(body: EventBody): string | null {
  let isFinite = true;
  const text = JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) isFinite = false;
    return value;
  });
  if (!isFinite) return `a number in ${body.kind} is not finite`;
  if (text.length > LONGEST_EVENT_CHARACTERS)
    return `${body.kind} is longer than ${LONGEST_EVENT_CHARACTERS} characters`;
  return null;
}
