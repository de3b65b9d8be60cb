/**
 * A learner who studied before the test began: the app's own services over a store in memory, so that the log is what
 * the app would have written. The same calls give the same log.
 */
import { checkOutcome, checkResult } from '#assessment/check-result.ts';
import { mark } from '#assessment/mark.ts';
import type { Confidence } from '#assessment/response.ts';
import { assert } from '#base/assert.ts';
import { hashText, randomFrom } from '#base/random.ts';
import type { Result } from '#base/result.ts';
import type { CheckBank, ModuleContent } from '#content/compiled.ts';
import type { Item } from '#content/item.ts';
import { majorOf } from '#content/revision.ts';
import type { EventBody } from '#progress/event.ts';
import type { Grade } from '#scheduling/memory.ts';
import { writeBackup } from '#services/backup-text.ts';
import type { Instant } from '#services/clock.ts';
import type { ContentService } from '#services/content-service.ts';
import { ask, cardGraded } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import { todaysQueue } from '#services/todays-queue.ts';
import { createMemoryStore } from '#storage/memory-store.ts';
import { responseTo } from './responses.ts';

const DAY_MS = 86_400_000;

export interface CheckPlan {
  readonly items: readonly Item[];
  /** How many of them are answered; with all of them the check is finished. */
  readonly answered: number;
  /** Indexes of the items that are missed. */
  readonly missed?: readonly number[];
}

export type Learner = ReturnType<typeof createLearner>;

/** `now` is the day on which the test begins; nothing has been done before it yet. */
export function createLearner(content: ContentService, now: Instant) {
  const random = randomFrom(hashText('learner'));
  const progress = createMemoryStore(() => `learner${Math.floor(random() * 1e9).toString(36)}`);
  let time = now;
  const services = { content, progress, clock: { now: () => time } };

  const pass = (seconds: number) => {
    time = { ...time, at: time.at + seconds * 1000 };
  };
  const record = async (...bodies: readonly EventBody[]) => {
    valueOf(await progress.record(bodies, time));
    pass(5);
  };
  const usualGrade = (): Grade => {
    const drawn = random();
    return drawn < 0.1 ? 'again' : drawn < 0.25 ? 'hard' : drawn < 0.9 ? 'good' : 'easy';
  };
  const grade = async (card: string, major: number, during: 'review' | 'recall', given: Grade) => {
    const asked = valueOf(await ask(services, card, major));
    await record(cardGraded(asked, given, during, 6000));
  };

  return {
    record,

    /** Goes to the same hour, some days before the test. */
    goTo: (daysAgo: number) => {
      time = { ...now, at: now.at - daysAgo * DAY_MS };
    },

    /** Answers every card that the day asks. */
    review: async (given?: Grade) => {
      const { entries, cards } = valueOf(await todaysQueue(services));
      for (const { card } of entries) {
        const found = cards.get(card);
        if (found) await grade(card, majorOf(found), 'review', given ?? usualGrade());
      }
    },

    /** Reads a section from its guess to its recall prompts, or up to the step `until`. */
    read: async (module: ModuleContent, id: string, until?: number) => {
      const section = module.sections.find((candidate) => candidate.id === id);
      assert(section !== undefined, `there is no section ${id}`);
      const place = { section: id, module: section.module };
      const guess = section.guess.options[Math.floor(random() * section.guess.options.length)];
      await record({ kind: 'sectionReached', ...place, screen: until ?? 0 });
      await record({
        kind: 'promptAnswered',
        prompt: `${id}#guess`,
        choice: guess?.id ?? '',
        isRight: guess?.isRight === true,
      });
      if (until !== undefined) return;
      const recalled = module.recallCards.filter((card) => section.recall.includes(card.id));
      for (const card of recalled) await grade(card.id, majorOf(card), 'recall', 'good');
      await record({ kind: 'sectionRead', ...place });
    },

    /** Takes the check of a module, whole or in part. Returns the attempt's name. */
    takeCheck: async (bank: CheckBank, { items, answered, missed = [] }: CheckPlan) => {
      const module = bank.module.id;
      const attempt = `${module}-${time.at.toString(36)}-1`;
      const confidence = (index: number): Confidence =>
        (['sure', 'think', 'sure', 'guess', 'think'] as const)[index % 5] ?? 'think';
      await record({ kind: 'checkStarted', attempt, module, items: items.map(({ id }) => id) });
      const answers: { readonly objective: string; readonly isRight: boolean }[] = [];
      for (const [index, item] of items.slice(0, answered).entries()) {
        const response = responseTo(item, !missed.includes(index));
        const { isRight, score } = mark(item, response);
        const major = bank.cardMajors[item.card] ?? 1;
        const asked = valueOf(await ask(services, item.card, major));
        const row = asked.row;
        const given = checkOutcome({
          isRight,
          confidence: confidence(index),
          isIntroduced: row !== undefined && row.memory !== null,
          isDue: row?.dueDay != null && row.dueDay <= studyDay(time),
        });
        const graded = given && cardGraded(asked, given, 'review', 0);
        const outcome = graded && {
          grade: graded.grade,
          dueDay: graded.dueDay,
          memoryBefore: graded.memoryBefore,
          retention: graded.retention,
        };
        const about = { item: item.id, objective: item.objective, card: item.card, major };
        await record({
          kind: 'checkAnswered',
          attempt,
          module,
          ...about,
          response,
          isRight,
          score,
          confidence: confidence(index),
          outcome,
        });
        answers.push({ objective: item.objective, isRight });
        pass(20);
      }
      if (answered < items.length) return attempt;
      const { right, of, passed } = checkResult(answers, bank.objectives);
      await record({ kind: 'checkFinished', attempt, module, right, of, passed });
      return attempt;
    },

    /** The whole log, as a backup that the app restores. */
    backup: async () => {
      const [log, { device }] = [valueOf(await progress.events()), valueOf(await progress.summary())];
      return writeBackup(log, device, now.at);
    },
  };
}

function valueOf<Value>(result: Result<Value, { readonly kind: string }>): Value {
  assert(result.ok, 'a store in memory has no faults');
  return result.value;
}
