/** The lab's state: a set-up, the run that is made of it, and the instant that is looked at. The run itself is no signal: it changes in every frame. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Play } from '#figures/play/play.ts';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { handRun, handText, openHand, type Hand } from './hand.ts';
import { createLabRun, type LabRun } from './lab-run.ts';
import { labSetUp, type LabSetUp } from './lab-set-up.ts';
import { firstSettings, isByHand, limits, MOST_FAULTS, type LabFault, type LabSettings } from './settings.ts';

/** How far a run has come, for what is not drawn in every frame. */
export interface Standing {
  readonly setUp: LabSetUp;
  readonly run: LabRun;
  /** Changes whenever the run has moved on. */
  readonly count: number;
  readonly now: number;
}

export interface LabModel {
  readonly settings: ReadonlySignal<LabSettings>;
  /** Why the settings make no cluster, in a sentence. */
  readonly fault: ReadonlySignal<string | null>;
  readonly standing: ReadonlySignal<Standing | null>;
  /** Where moves are made by hand. */
  readonly hand: ReadonlySignal<Hand | null>;
  readonly isPlaying: ReadonlySignal<boolean>;
  /** Of real time, in which a message takes ten milliseconds: see `pace`. */
  readonly speed: ReadonlySignal<number>;
  /** The place among the kept happenings that is looked at; -1 before the first. */
  readonly cursor: ReadonlySignal<number>;
  readonly entries: readonly CatalogEntry[];
  /** Another cluster. Moves made by hand on the one before mean nothing on it. */
  readonly change: (settings: LabSettings) => void;
  /** A set-up as it was kept or sent, with the moves made by hand. */
  readonly open: (settings: LabSettings) => void;
  /** The same cluster, with moves made by hand or by the clock. */
  readonly chooseHand: (isByHand: boolean) => void;
  /** By hand: a move, or a way back. */
  readonly playOn: (change: (play: Play) => Play) => void;
  readonly restart: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  /** Makes many moves without drawing them. */
  readonly skip: () => void;
  readonly seek: (cursor: number) => void;
  readonly setSpeed: (speed: number) => void;
  /** Lets something go wrong now: the run is the same up to here. */
  readonly intervene: (fault: Omit<LabFault, 'at'>) => void;
  /** Time passes. `isLate` says whether this frame has used up its share. */
  readonly frame: (elapsedMs: number, isLate: () => boolean) => void;
}

/** Messages travel so long at speed 1, whatever their protocol's units are. */
const MESSAGE_MS = 10;
/** A tab that slept does not catch up. */
const LONGEST_FRAME_MS = 50;
/** Panels of text are drawn so often while it runs. */
const TELL_EVERY_MS = 1_000;
const SKIPPED = 500;

/** Units of virtual time that pass in a millisecond at speed 1. */
export function pace({ timed }: LabSetUp): number {
  const [least, most] = timed.link.latency;
  return Math.max(0.001, (least + most) / 2) / MESSAGE_MS;
}

/** Faults that a figure tells are the settings' own from here on. */
function withFaults({ told, ...settings }: LabSettings, { faults }: LabSetUp): LabSettings {
  return told ? { ...settings, faults } : settings;
}

export function createLabModel(entries: readonly CatalogEntry[], first: LabSettings = firstSettings): LabModel {
  const settings = signal(first);
  const fault = signal<string | null>(null);
  const standing = signal<Standing | null>(null);
  const hand = signal<Hand | null>(null);
  const isPlaying = signal(false);
  const speed = signal(0.1);
  const looked = signal<number | null>(null);
  let sinceToldMs = 0;
  /** A run that was begun anew for a fault goes on to where the last one was, unseen. */
  let goal = 0;

  const last = (): number => (standing.peek()?.run.kept().length ?? 0) - 1;
  const tell = (): void => {
    const before = standing.peek();
    if (before) standing.value = { ...before, count: before.run.count(), now: before.run.now() };
    sinceToldMs = 0;
  };
  const pause = (): void => {
    isPlaying.value = false;
    tell();
  };
  const stand = (setUp: LabSetUp, next: Hand): void => {
    const { script: _, ...kept } = setUp.settings;
    settings.value = { ...kept, hand: handText(kept, next) };
    hand.value = next;
    const run = handRun(setUp, next);
    standing.value = { setUp, run, count: run.count(), now: run.now() };
    looked.value = null;
  };
  const begin = (next: LabSettings, until = 0): void => {
    settings.value = next;
    looked.value = null;
    goal = until;
    const entry = entries.find(({ id }) => id === next.protocol);
    const made = entry && labSetUp(entry, next);
    fault.value = made === undefined ? `There is no protocol “${next.protocol}”.` : made.ok ? null : made.fault;
    hand.value = null;
    if (!made?.ok) {
      isPlaying.value = false;
      standing.value = null;
      return;
    }
    if (isByHand(next)) return stand(made.value, openHand(made.value));
    settings.value = withFaults(next, made.value);
    const run = createLabRun(made.value);
    standing.value = { setUp: made.value, run, count: 0, now: 0 };
  };
  /** To where the run was before, at once: a run is short beside what a device does in a moment. */
  const catchUp = ({ run }: Standing): void => {
    while (run.now() < goal && !run.hasEnded()) run.advance(goal, () => true);
  };

  const skipIn = (run: LabRun): void => {
    const hadBroken = run.violation() !== null;
    for (let made = 0; made < SKIPPED && run.step(); made++) if (!hadBroken && run.violation() !== null) return;
  };

  begin(first);
  return {
    settings,
    fault,
    standing,
    hand,
    isPlaying,
    speed,
    entries,
    cursor: computed(() => (standing.value, looked.value ?? last())),
    change: (next) => {
      isPlaying.value = false;
      begin(isByHand(next) ? { ...next, hand: '' } : next);
    },
    open: (next) => {
      isPlaying.value = false;
      begin(next);
    },
    chooseHand: (isChosen) => {
      isPlaying.value = false;
      const { hand: _, ...timed } = settings.peek();
      begin(isChosen ? { ...timed, hand: '' } : timed);
    },
    playOn: (next) => {
      const before = hand.peek();
      const setUp = standing.peek()?.setUp;
      if (before && setUp) stand(setUp, { ...before, play: next(before.play), linkFault: null });
    },
    restart: () => begin(settings.peek()),
    play: () => {
      const before = standing.peek();
      if (before === null) return;
      if (before.run.hasEnded()) begin(settings.peek());
      looked.value = null;
      isPlaying.value = true;
    },
    pause,
    step: () => {
      isPlaying.value = false;
      if (looked.peek() !== null && looked.peek() !== last()) looked.value = (looked.peek() ?? 0) + 1;
      else {
        looked.value = null;
        standing.peek()?.run.step();
      }
      tell();
    },
    skip: () => {
      isPlaying.value = false;
      looked.value = null;
      const before = standing.peek();
      if (before) skipIn(before.run);
      tell();
    },
    seek: (cursor) => {
      isPlaying.value = false;
      looked.value = Math.max(-1, Math.min(last(), cursor));
      tell();
    },
    setSpeed: (next) => {
      speed.value = next;
    },
    intervene: (added) => {
      const before = standing.peek();
      if (before === null || before.setUp.faults.length >= MOST_FAULTS) return;
      // Not before what has happened already, also when it is read from a link.
      const at = Math.min(limits.at[1], Math.ceil(before.run.now() * 1000) / 1000);
      begin({ ...settings.peek(), faults: [...before.setUp.faults, { ...added, at }] }, at);
      const after = standing.peek();
      if (after) catchUp(after);
      tell();
    },
    frame: (elapsedMs, isLate) => {
      const before = standing.peek();
      if (before === null || !isPlaying.peek()) return;
      const { run, setUp } = before;
      const hadBroken = run.violation() !== null;
      run.advance(run.now() + Math.min(elapsedMs, LONGEST_FRAME_MS) * pace(setUp) * speed.peek(), () => !isLate());
      sinceToldMs += elapsedMs;
      if (run.hasEnded() || (!hadBroken && run.violation() !== null)) pause();
      else if (sinceToldMs >= TELL_EVERY_MS) tell();
    },
  };
}
