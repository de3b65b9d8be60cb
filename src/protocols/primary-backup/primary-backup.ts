/**
 * A primary takes writes and copies its log to backups; how many copies it waits for is the mode. Left out: reads, logs
 * that are sent in parts, and a fall-back from semi-synchronous to asynchronous when a backup is slow.
 */
import { assert } from '#base/assert.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';

/** Whose copies an acknowledgement waits for: nobody's, one backup's, every backup's, or a majority's. */
export type ReplicationMode = 'asynchronous' | 'semiSynchronous' | 'synchronous' | 'quorum';

export interface PrimaryBackupOptions {
  readonly replicas: number;
  /** In quorum mode a promotion, too, takes a majority, and starts from the newest log in it (Viewstamped Replication). */
  readonly mode: ReplicationMode;
  readonly broken?: PrimaryBackupBroken | undefined;
}
export type PrimaryBackupBroken = 'promotesWithoutMajority' | 'newestLogIsNotTaken' | 'oldPrimaryIsHeeded';

interface Entry {
  readonly operation: OperationId;
  readonly value: string;
}
/** A log, and the epoch whose primary wrote it last. */
interface Copy {
  readonly logEpoch: number;
  readonly log: readonly Entry[];
}
export interface PrimaryBackupDurable extends Copy {
  /** The newest heard of. Epoch e can only be that of node e modulo the number of replicas. */
  readonly epoch: number;
  /** Whether it is the primary of that epoch. */
  readonly isPrimary: boolean;
}
export interface PrimaryBackupVolatile {
  /** A primary's: how much of its log each replica holds. */
  readonly copied: readonly number[];
  /** A primary's: writes not yet acknowledged. */
  readonly unanswered: readonly { readonly client: NodeId; readonly operation: OperationId }[];
  /** Of a backup that would be primary: the copies it was shown. */
  readonly shown: readonly (Copy & { readonly from: NodeId })[] | null;
  /** A client's open write, and the replica that it asks. */
  readonly open: (Entry & { readonly to: NodeId }) | null;
}
type PrimaryBackupMessage =
  | { readonly kind: 'write'; readonly operation: OperationId; readonly value: string }
  | { readonly kind: 'written'; readonly operation: OperationId }
  | { readonly kind: 'replicate'; readonly epoch: number; readonly log: readonly Entry[] }
  | { readonly kind: 'replicated'; readonly epoch: number; readonly length: number }
  | { readonly kind: 'propose'; readonly epoch: number }
  | { readonly kind: 'promise'; readonly epoch: number; readonly logEpoch: number; readonly log: readonly Entry[] };
type PrimaryBackupTimer = 'replicate' | 'promote' | 'retry';
export type PrimaryBackup = Protocol<
  PrimaryBackupDurable,
  PrimaryBackupVolatile,
  PrimaryBackupMessage,
  PrimaryBackupTimer,
  string,
  'written'
>;
type Reaction = ReturnType<PrimaryBackup['step']>;
type PrimaryBackupEffect = Effect<PrimaryBackupMessage, PrimaryBackupTimer, 'written'>;

/** Replicas are the nodes from 0, the first of them primary; then clients, each request of which is a value to write. */
export function primaryBackup({ replicas, mode, broken }: PrimaryBackupOptions): PrimaryBackup {
  const majority = Math.floor(replicas / 2) + 1;
  const copiesWanted = { asynchronous: 1, semiSynchronous: 2, synchronous: replicas, quorum: majority }[mode];
  const promotesAlone = mode !== 'quorum' || broken === 'promotesWithoutMajority';

  const idle: PrimaryBackupVolatile = { copied: [], unanswered: [], shown: null, open: null };
  const soon: PrimaryBackupEffect = { kind: 'setTimer', timer: 'replicate', least: 20, most: 20 };
  const patience: PrimaryBackupEffect = { kind: 'setTimer', timer: 'promote', least: 60, most: 160 };
  const toOthers = (self: NodeId, message: PrimaryBackupMessage): PrimaryBackupEffect[] =>
    Array.from({ length: replicas }, (_, to) => to)
      .filter((to) => to !== self)
      .map((to) => ({ kind: 'send', to, message }));
  const replicate = ({ epoch, log }: PrimaryBackupDurable, self: NodeId): PrimaryBackupEffect[] => [
    ...toOthers(self, { kind: 'replicate', epoch, log }),
    soon,
  ];

  /** Acknowledges the writes that are copied as widely as the mode wants. */
  const acknowledge = (durable: PrimaryBackupDurable, volatile: PrimaryBackupVolatile): Reaction => {
    const isCopied = (operation: OperationId): boolean => {
      const place = durable.log.findIndex((entry) => entry.operation === operation);
      return volatile.copied.filter((length) => length > place).length + 1 >= copiesWanted;
    };
    const done = volatile.unanswered.filter(({ operation }) => isCopied(operation));
    return {
      durable,
      volatile: { ...volatile, unanswered: volatile.unanswered.filter((write) => !done.includes(write)) },
      effects: done.map(({ client, operation }) => ({
        kind: 'send',
        to: client,
        message: { kind: 'written', operation },
      })),
    };
  };
  const lead = (epoch: number, log: readonly Entry[], self: NodeId): Reaction => {
    const durable = { logEpoch: epoch, log, epoch, isPrimary: true };
    return {
      durable,
      volatile: { ...idle, copied: Array.from({ length: replicas }, () => 0) },
      effects: [{ kind: 'clearTimer', timer: 'promote' }, ...replicate(durable, self)],
    };
  };
  const promote = (durable: PrimaryBackupDurable, self: NodeId): Reaction => {
    let epoch = durable.epoch + 1;
    while (epoch % replicas !== self) epoch++;
    if (promotesAlone) return lead(epoch, durable.log, self);
    const { logEpoch, log } = durable;
    return {
      durable: { ...durable, epoch },
      volatile: { ...idle, shown: [{ from: self, logEpoch, log }] },
      effects: [...toOthers(self, { kind: 'propose', epoch }), patience],
    };
  };
  const ask = ({ operation, value, to }: Entry & { readonly to: NodeId }): PrimaryBackupEffect[] => [
    { kind: 'send', to, message: { kind: 'write', operation, value } },
    { kind: 'setTimer', timer: 'retry', least: 50, most: 70 },
  ];

  return {
    name: 'Primary and backups',
    format: (self) => ({ logEpoch: 0, log: [], epoch: 0, isPrimary: self === 0 }),
    boot: ({ isPrimary }, { self }) => {
      if (self >= replicas) return { volatile: idle, effects: [] };
      return isPrimary
        ? { volatile: { ...idle, copied: Array.from({ length: replicas }, () => 0) }, effects: [soon] }
        : { volatile: idle, effects: [patience] };
    },
    step: (durable, volatile, event, { self }) => {
      const still: Reaction = { durable, volatile, effects: [] };
      if (event.kind === 'request') {
        const open = { operation: event.operation, value: event.request, to: 0 };
        return { durable, volatile: { ...volatile, open }, effects: ask(open) };
      }
      if (event.kind === 'timer') {
        if (event.timer === 'promote') return promote(durable, self);
        if (event.timer === 'replicate')
          return { ...still, effects: durable.isPrimary ? replicate(durable, self) : [] };
        if (volatile.open === null) return still;
        const open = { ...volatile.open, to: (volatile.open.to + 1) % replicas };
        return { durable, volatile: { ...volatile, open }, effects: ask(open) };
      }
      const { message, from } = event;
      switch (message.kind) {
        case 'write': {
          if (!durable.isPrimary) return still;
          const { operation, value } = message;
          const isKnown = durable.log.some((entry) => entry.operation === operation);
          const longer = isKnown ? durable : { ...durable, log: [...durable.log, { operation, value }] };
          const unanswered = [
            ...volatile.unanswered.filter((write) => write.operation !== operation),
            { client: from, operation },
          ];
          const reaction = acknowledge(longer, { ...volatile, unanswered });
          return { ...reaction, effects: [...reaction.effects, ...replicate(longer, self)] };
        }
        case 'written': {
          const { operation } = message;
          if (volatile.open?.operation !== operation) return still;
          return {
            durable,
            volatile: { ...volatile, open: null },
            effects: [
              { kind: 'clearTimer', timer: 'retry' },
              { kind: 'respond', operation, response: 'written' },
            ],
          };
        }
        case 'replicate': {
          const { epoch, log } = message;
          if (epoch < durable.epoch && (durable.isPrimary || broken !== 'oldPrimaryIsHeeded')) return still;
          const isNewer = epoch !== durable.logEpoch || log.length >= durable.log.length;
          return {
            durable: {
              logEpoch: epoch,
              log: isNewer ? log : durable.log,
              epoch: Math.max(epoch, durable.epoch),
              isPrimary: false,
            },
            volatile: idle,
            effects: [
              { kind: 'send', to: from, message: { kind: 'replicated', epoch, length: log.length } },
              { kind: 'clearTimer', timer: 'replicate' },
              patience,
            ],
          };
        }
        case 'replicated': {
          if (!durable.isPrimary || message.epoch !== durable.epoch) return still;
          return acknowledge(durable, {
            ...volatile,
            copied: volatile.copied.with(from, Math.max(message.length, volatile.copied[from] ?? 0)),
          });
        }
        case 'propose': {
          const { epoch } = message;
          if (epoch <= durable.epoch) return still;
          const { logEpoch, log } = durable;
          return {
            durable: { ...durable, epoch, isPrimary: false },
            volatile: idle,
            effects: [
              { kind: 'send', to: from, message: { kind: 'promise', epoch, logEpoch, log } },
              { kind: 'clearTimer', timer: 'replicate' },
              patience,
            ],
          };
        }
        case 'promise': {
          const { epoch, logEpoch, log } = message;
          if (volatile.shown === null || epoch !== durable.epoch) return still;
          const shown = [...volatile.shown.filter((copy) => copy.from !== from), { from, logEpoch, log }].sort(
            (one, other) => one.from - other.from,
          );
          if (shown.length < majority) return { durable, volatile: { ...volatile, shown }, effects: [] };
          return lead(epoch, broken === 'newestLogIsNotTaken' ? durable.log : newestLog(shown), self);
        }
        default:
          assert(false, 'an unknown message');
      }
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'write':
            return `Write(${message.value})`;
          case 'written':
            return 'Written';
          case 'replicate':
            return `Replicate(${message.epoch}: ${valuesOf(message.log)})`;
          case 'replicated':
            return `Replicated(${message.epoch}: ${message.length})`;
          case 'propose':
            return `Propose(epoch ${message.epoch})`;
          default:
            return `Promise(${message.epoch}: ${valuesOf(message.log)})`;
        }
      },
      timer: (timer) => `${timer} timer`,
      request: (value) => `write ${value}`,
      response: () => 'written',
      role: ({ isPrimary, epoch }, { shown, open }) =>
        open ? 'waits' : isPrimary ? `primary, epoch ${epoch}` : shown ? `wants epoch ${epoch}` : null,
      change: (before, after) =>
        before.durable.log === after.durable.log || valuesOf(before.durable.log) === valuesOf(after.durable.log)
          ? null
          : `holds ${valuesOf(after.durable.log)}`,
      node: (self) => (self < replicas ? String.fromCharCode(65 + self) : `Client ${self - replicas + 1}`),
    },
  };
}

const valuesOf = (log: readonly Entry[]): string =>
  log.length === 0 ? 'nothing' : log.map(({ value }) => value).join(' ');

/** By the epoch that wrote it, then by length. */
const newestLog = (copies: readonly Copy[]): readonly Entry[] =>
  copies.reduce((best, copy) =>
    copy.logEpoch > best.logEpoch || (copy.logEpoch === best.logEpoch && copy.log.length > best.log.length)
      ? copy
      : best,
  ).log;
