import { signal } from '@preact/signals';
import type { Confidence } from '#assessment/response.ts';
import type { ProvenPuzzle, ProvenRound } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import type { EventBody, PuzzleTry } from '#progress/event.ts';
import type { PuzzleRow } from '#progress/rows.ts';
import { isClean } from '#puzzles/judge.ts';
import { rungFor, shownRound, type Rung } from '#puzzles/ladder.ts';
import { loadBoard } from '#puzzles/load-board.ts';
import { openShared, readShared } from '#puzzles/share-link.ts';
import { outcomeOfAnswer } from '#services/answer-outcome.ts';
import { ask } from '#services/grading.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';
import { createWriteQueue } from '../write-queue.ts';
import { attemptsIn, roundToOpen } from './puzzle-progress.ts';
import { act, beginSitting, helpIn, shareSitting, type Action, type Sitting, type Table } from './sitting.ts';

/** `stale`: the puzzle is not what it was when the link was made. `broken`: it is no link to this puzzle. */
export type LinkFault = 'stale' | 'broken';

interface PuzzleState {
  /** `null` until the log was read. */
  readonly rows: readonly PuzzleRow[] | null;
  readonly row: PuzzleRow | undefined;
  readonly asked: ProvenRound;
  /** The prediction that was made before the first move, now or earlier. */
  readonly prediction: { readonly choice: string; readonly isRight: boolean } | null;
  /** Both `null` while the prediction is owed, or the board is on its way. */
  readonly table: Table | null;
  readonly sitting: Sitting | null;
  readonly linkFault: LinkFault | null;
  /** Why there is no board, in words. */
  readonly boardFault: string | null;
  readonly fault: StorageFault | null;
}

/** What a try that is left is known by. */
const placeOf = (sitting: Sitting): string =>
  JSON.stringify([sitting.play.replay.indexes, helpIn(sitting), sitting.wrongClaims]);

export type PuzzleModel = ReturnType<typeof createPuzzleModel>;

export function createPuzzleModel(services: Services, puzzle: ProvenPuzzle) {
  const { progress, clock } = services;
  const first = puzzle.rounds[0] as ProvenRound;
  const state = signal<PuzzleState>({
    rows: null,
    row: undefined,
    asked: first,
    prediction: null,
    table: null,
    sitting: null,
    linkFault: null,
    boardFault: null,
    fault: null,
  });
  const set = (change: Partial<PuzzleState>) => {
    state.value = { ...state.value, ...change };
  };
  const queue = createWriteQueue(progress, (fault) => set({ fault }));
  const write = (body: EventBody) => void queue.add(() => progress.record([body], clock.now()));
  /** What the log holds already of the try on the table. */
  let kept = '';

  const read = async () => {
    const rows = await progress.rows('puzzle');
    if (!rows.ok) return set({ rows: [], fault: rows.fault });
    set({ rows: rows.value, row: rows.value.find((row) => row.puzzle === puzzle.id) });
  };

  const rungOf = (round: string): Rung => rungFor(puzzle.id, round, attemptsIn(state.value.rows ?? []));

  const lay = async (asked: ProvenRound, rung: Rung): Promise<Table | null> => {
    const shown = shownRound(puzzle, asked, rung);
    if (shown === undefined) return null;
    const loaded = await loadBoard(shown.system);
    if (loaded.ok) return { asked, shown, board: loaded.value };
    set({ boardFault: loaded.fault.reason });
    return null;
  };

  /** Sits down at a round, on a rung. Where that rung has nothing to show, one plays alone. */
  const sit = async (rung: Rung): Promise<void> => {
    const { asked, row } = state.value;
    const table = await lay(asked, rung);
    if (state.value.asked !== asked) return;
    if (table === null) return rung === 'alone' ? undefined : sit('alone');
    const open = row?.rounds[asked.id]?.open;
    const sitting = beginSitting(table, rung, open?.rung === rung ? open : undefined);
    kept = placeOf(sitting);
    set({ table, sitting });
  };

  const openRound = async (asked: ProvenRound): Promise<void> => {
    const { row } = state.value;
    const known = row?.rounds[asked.id];
    set({ asked, prediction: known?.prediction ?? null, table: null, sitting: null });
    if (known?.prediction) await sit(known.open?.rung ?? rungOf(asked.id));
  };

  /** Whether the address led to a position. */
  const openLink = async (hash: string): Promise<boolean> => {
    const shared = readShared(hash);
    const asked = shared?.puzzle === puzzle.id ? puzzle.rounds.find(({ id }) => id === shared.round) : undefined;
    if (!shared || !asked) {
      set({ linkFault: 'broken' });
      return false;
    }
    const table = await lay(asked, 'alone');
    if (table === null || !openShared(table.board.system, shared).ok) {
      set({ linkFault: 'stale' });
      return false;
    }
    const prediction = state.value.row?.rounds[asked.id]?.prediction ?? null;
    const sitting = shareSitting(table, shared.moves);
    kept = placeOf(sitting);
    set({ asked, prediction, table, sitting });
    return true;
  };

  const tryOf = (sitting: Sitting): PuzzleTry => ({
    puzzle: puzzle.id,
    round: state.value.asked.id,
    rung: sitting.rung,
    hints: helpIn(sitting),
    wrongClaims: sitting.wrongClaims,
  });

  const keepPlace = () => {
    const { sitting } = state.value;
    if (sitting === null || sitting.stage === 'solved' || sitting.rung === 'watch') return;
    if (placeOf(sitting) === kept) return;
    kept = placeOf(sitting);
    write({ kind: 'puzzleAttempted', ...tryOf(sitting), path: sitting.play.replay.indexes });
  };

  const keepSolve = (sitting: Sitting) => {
    const moves = sitting.by === 'claim' ? 0 : sitting.play.replay.steps.length;
    const own = tryOf(sitting);
    const cards = sitting.rung === 'alone' ? puzzle.cards : [];
    write({ kind: 'puzzleSolved', ...own, moves, by: sitting.by, isClean: isClean(own), cards });
  };

  const apply = (action: Action) => {
    const { table, sitting } = state.value;
    if (!table || !sitting) return;
    const after = act(table, sitting, action);
    if (after === sitting) return;
    set({ sitting: after });
    const isFirst = action.kind === 'move' && kept === placeOf(beginSitting(table, sitting.rung));
    if (after.stage === 'solved') keepSolve(after);
    else if (isFirst || after.wrongClaims > sitting.wrongClaims) keepPlace();
  };

  /** A prediction that was wrong brings its card back tomorrow, as a missed item of a check does. */
  const writePrediction = (choice: string, isRight: boolean, confidence: Confidence, round: string) => async () => {
    const card = puzzle.cards[0] ?? '';
    const deck = card === '' ? null : await services.content.deck().catch(unlessUnavailable);
    const found = deck?.cards.find(({ id }) => id === card);
    const body = { kind: 'puzzlePredicted', puzzle: puzzle.id, round, choice, isRight, confidence, card } as const;
    if (!found) return progress.record([{ ...body, major: 1, outcome: null }], clock.now());
    const asked = await ask(services, card, majorOf(found));
    if (!asked.ok) return asked;
    const outcome = outcomeOfAnswer({ isRight, confidence }, asked.value);
    return progress.record([{ ...body, major: asked.value.major, outcome }], clock.now());
  };

  return {
    puzzle,
    state,
    apply,
    keepPlace,

    /** Reads the log, then opens what the address names, or goes on where one left. */
    load: async (hash: string) => {
      await read();
      if (hash !== '' && (await openLink(hash))) return;
      await openRound(roundToOpen(puzzle.rounds, state.value.row) ?? first);
    },

    /** Follows the log; returns the end of it. What was played until then is kept. */
    watch: () => {
      const stop = progress.subscribe((kinds) => {
        if (kinds.has('puzzle')) void read();
      });
      return () => {
        keepPlace();
        stop();
      };
    },

    openRound: (round: ProvenRound) => {
      keepPlace();
      return openRound(round);
    },

    /** To another rung of the round; what was played on this one is kept. */
    climb: (rung: Rung) => {
      keepPlace();
      return sit(rung);
    },

    rung: () => rungOf(state.value.asked.id),

    predict: async (choice: string, confidence: Confidence) => {
      const { asked, prediction } = state.value;
      if (prediction !== null) return;
      const isRight = choice === asked.prediction.answer;
      set({ prediction: { choice, isRight } });
      void queue.add(writePrediction(choice, isRight, confidence, asked.id));
      await sit(rungOf(asked.id));
    },

    retry: async () => {
      await queue.flush();
      if (state.value.fault === null && state.value.rows === null) await read();
    },
  };
}
