/**
 * One sitting with the queue, as a pure reducer: which card is open, what comes after it, and the way back. It knows
 * neither memory nor due days; whoever drives it writes the events.
 */
import type { Grade } from './memory.ts';
import type { QueuedCard } from './queue.ts';

/** How many others come before a card graded Again returns. */
const OTHERS_BEFORE_RETURN = 3;

/** What moved the session on. */
export type SessionStep =
  | { readonly kind: 'graded'; readonly card: string; readonly grade: Grade }
  | { readonly kind: 'removed'; readonly card: string };

export interface Session {
  /** The open card first. No card stands in it twice. */
  readonly waiting: readonly QueuedCard[];
  /** How many grades have been given; it moves with every answer. */
  readonly answered: number;
  /** The step that led here and the session it left; `null` at the start. */
  readonly past: { readonly step: SessionStep; readonly session: Session } | null;
}

export function startSession(queue: readonly QueuedCard[]): Session {
  return { waiting: queue, answered: 0, past: null };
}

/** The open card, `undefined` once the session is over. */
export function currentCard(session: Session): QueuedCard | undefined {
  return session.waiting[0];
}

/** "3 of 6": the open card's number, and how many answers the session takes as things stand. Again adds one. */
export function sessionCounts({ waiting, answered }: Session): { readonly at: number; readonly of: number } {
  const of = answered + waiting.length;
  return { at: Math.min(answered + 1, of), of };
}

/** Grades the open card. Again brings it back after three others, or at the end where fewer remain. */
export function gradeCurrent(session: Session, grade: Grade): Session {
  const [current, ...rest] = session.waiting;
  if (current === undefined) return session;
  const waiting = grade === 'again' ? rest.toSpliced(OTHERS_BEFORE_RETURN, 0, { ...current, isNew: false }) : rest;
  const step: SessionStep = { kind: 'graded', card: current.card, grade };
  return { waiting, answered: session.answered + 1, past: { step, session } };
}

/** Takes a card out, suspended or buried, wherever it stands. */
export function removeCard(session: Session, card: string): Session {
  const waiting = session.waiting.filter((queued) => queued.card !== card);
  if (waiting.length === session.waiting.length) return session;
  return { waiting, answered: session.answered, past: { step: { kind: 'removed', card }, session } };
}

/** The session exactly as it was before the last step; `session.past.step` says what there is to take back. */
export function undoStep(session: Session): Session {
  return session.past?.session ?? session;
}
