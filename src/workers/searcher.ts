/** Trying every order of what can happen in a protocol's cluster, in slices, to be told in words. It knows no thread and no clock. */
import { assert } from '#base/assert.ts';
import { boundsOf } from '#protocols/bounds.ts';
import type { Example } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';
import { exampleOf, variationFaultText, type Variation } from '#protocols/example-of.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { faultIn } from '#simulator/check/invariants.ts';
import type { Move } from '#simulator/move.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { searchInSlices, type SearchProgress, type SearchResult } from '#simulator/search.ts';
import { sentence } from '#simulator/sentence.ts';
import { systemOf } from '#simulator/system.ts';
import { provingRound, type ProofAnswer, type ProofQuestion } from './prover.ts';

export interface SearchQuestion extends Variation {
  /** An id of the catalog. */
  readonly protocol: string;
  /** How many worlds may be met before it gives up. */
  readonly limit: number;
}

export type SearchAnswer =
  | {
      readonly kind: 'found';
      /** What was broken, and how. */
      readonly invariant: string;
      readonly why: string;
      /** The shortest way there, as sentences. */
      readonly moves: readonly string[];
      /** The rule that was taken away, if one was: what is missing without it. */
      readonly missing?: string;
      readonly states: number;
    }
  | {
      readonly kind: 'holds';
      readonly invariants: readonly string[];
      readonly states: number;
      readonly depth: number;
      readonly digest: string;
      readonly bounds: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly states: number; readonly limit: number }
  /** It could not begin; `why` is a sentence. */
  | { readonly kind: 'failed'; readonly why: string };

/** What the worker of searches is asked: a cluster's invariants, or a puzzle's goal. */
export type Question = SearchQuestion | ProofQuestion;
export type Answer = SearchAnswer | ProofAnswer;

export type SearchReply =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Yields how far it is each time `slice` worlds were expanded, and can be left at any yield. */
export async function* searching(
  { protocol, limit, ...variation }: SearchQuestion,
  slice?: number,
): AsyncGenerator<SearchProgress, SearchAnswer> {
  const load = Object.hasOwn(catalog, protocol) ? catalog[protocol] : undefined;
  if (load === undefined) return { kind: 'failed', why: `There is no protocol “${protocol}”.` };
  const entry = await load();
  const varied = exampleOf(entry, variation);
  if (!varied.ok) return { kind: 'failed', why: `${entry.name}: ${variationFaultText(varied.fault)}.` };
  const example = varied.value;
  const result = yield* searchInSlices(
    systemOf(example.setup, example.within),
    (world) => faultIn(example.invariants, world) !== null,
    {
      limit,
      digests: true,
      ...(example.withoutIdle && { representative: example.withoutIdle }),
      ...(slice !== undefined && { slice }),
    },
  );
  const answer = answerOf(example, result, limit);
  const missing = entry.brokenRules[variation.broken ?? ''];
  return answer.kind === 'found' && missing !== undefined ? { ...answer, missing } : answer;
}

/** The search that answers a question. */
export const answering = (question: Question, slice?: number): AsyncGenerator<SearchProgress, Answer> =>
  'goal' in question ? provingRound(question, slice) : searching(question, slice);

/** A search from a question to its answer, with word of how far it is. */
export function createSearcher(reply: (message: SearchReply) => void): (question: Question) => Promise<void> {
  return async (question) => {
    const steps = answering(question);
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) reply({ kind: 'progress', progress: step.value });
    reply({ kind: 'answer', answer: step.value });
  };
}

function answerOf(example: Example<AnyProtocol>, result: SearchResult<Move<AnyProtocol>>, limit: number): SearchAnswer {
  const { states } = result;
  if (result.kind === 'unknown') return { kind: 'unknown', states, limit };
  if (result.kind === 'found') return { kind: 'found', ...told(example, result.path), states };
  const { depth, digest = '' } = result;
  const invariants = example.invariants.map(({ name }) => name);
  return { kind: 'holds', invariants, states, depth, digest, bounds: boundsOf(example) };
}

/** The moves of a path as sentences, and what is wrong where it ends. */
function told({ setup, invariants }: Example<AnyProtocol>, path: readonly Move<AnyProtocol>[]) {
  let world = initialWorld(setup);
  const moves: string[] = [];
  for (const move of path) {
    moves.push(sentence(setup, world, move));
    world = apply(setup, world, move);
  }
  const fault = faultIn(invariants, world);
  assert(fault !== null, 'the path of a search ends in a fault');
  return { ...fault, moves };
}
