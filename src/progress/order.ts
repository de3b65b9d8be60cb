/**
 * The total order of the log, which holds when clocks do not: (tick, device, seq, nonce). Nothing here reads a
 * clock; `at` is what a device believed.
 */
import type { EventHead } from './event.ts';

const DAY_MS = 86_400_000;

/** A tick further ahead than this is a clock that was wrong, and does not drag later events along. */
export const latestTickThatCounts = (at: number): number => at + DAY_MS;

/** The tick of an event at `at` (UTC ms), given the largest tick of the log that is not over a day past `at`. */
export function tickFor(at: number, largestTickNotOverADayPast: number | undefined): number {
  return largestTickNotOverADayPast === undefined ? at : Math.max(at, largestTickNotOverADayPast + 1);
}

/** Negative when `one` comes first. Zero only for the same event: ids of one device and seq differ in their nonce. */
export function compareEvents(one: EventHead, other: EventHead): number {
  return (
    one.tick - other.tick ||
    compareText(one.device, other.device) ||
    one.seq - other.seq ||
    compareText(one.id, other.id)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export interface EventId {
  readonly device: string;
  /** Counts a device's events, from 1. */
  readonly seq: number;
  /** Random, so that a device whose storage was rolled back cannot give one id to two events. */
  readonly nonce: string;
}

export const eventId = ({ device, seq, nonce }: EventId): string => `${device}-${seq}-${nonce}`;

/** `null` for a text that is no event's id. */
export function parseEventId(id: string): EventId | null {
  const match = /^([0-9a-z]{1,40})-([1-9]\d{0,14})-([0-9a-z]{1,40})$/.exec(id);
  const [, device, seq, nonce] = match ?? [];
  return device === undefined || seq === undefined || nonce === undefined ? null : { device, seq: Number(seq), nonce };
}
