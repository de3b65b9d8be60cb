import { drawCheck } from '#assessment/check-draw.ts';
import { contentFromDisk } from '#build/content-files.ts';
import { createLearner, type Learner } from '#tests/support/learner.ts';
import type { Course, Scene } from './scene.ts';

/** Half past nine on a Wednesday in Berlin. */
export const now = { at: Date.UTC(2026, 2, 18, 8, 30), offset: 60 } as const;
export const timezone = 'Europe/Berlin';

export async function readCourse(root: string): Promise<Course> {
  const { content } = contentFromDisk(root).visit();
  const [module, bank] = await Promise.all([content.module('5.1'), content.check('5.1')]);
  if (!module || !bank) throw new Error('The track has no module 5.1.');
  return { content, module, bank };
}

/** The log of a scene's learner as a backup, and the #hash to open. */
export async function studiedFor(
  course: Course,
  study: NonNullable<Scene['study']>,
): Promise<{ readonly backup: string; readonly hash: string }> {
  const learner = createLearner(course.content, now);
  await studyThreeWeeks(learner, course);
  learner.goTo(0);
  const hash = (await study(learner, course)) ?? '';
  return { backup: await learner.backup(), hash };
}

/** Five sections read, a check not passed, a sixth section begun, reviews on most days, six questions answered once. */
async function studyThreeWeeks(learner: Learner, { module, bank }: Course): Promise<void> {
  const readOn: Readonly<Record<number, string>> = {
    20: 'two-machines-is-enough',
    18: 'how-far-is-a-network-call',
    15: 'the-silence-has-three-meanings',
    11: 'slow-or-dead',
    8: 'doing-it-twice-safely',
  };
  for (const daysAgo of [20, 19, 18, 16, 15, 13, 12, 11, 9, 8, 7, 5, 4, 2]) {
    learner.goTo(daysAgo);
    await learner.review();
    const section = readOn[daysAgo];
    if (section !== undefined) await learner.read(module, section);
    if (daysAgo === 7)
      await learner.takeCheck(bank, {
        items: drawCheck(bank.items, bank.objectives, 1),
        answered: 10,
        missed: [1, 4, 8],
      });
    if (daysAgo === 4) await learner.record(designReview);
    if (daysAgo === 2) await learner.read(module, 'no-clock-to-agree-on', 2);
  }
}

const designReview = {
  kind: 'designReviewSaved',
  review: 'shop',
  system: 'Checkout of the web shop',
  answers: {
    'what-if-this-call-fails':
      'The order service asks Payments again with the same key. An answer that never came stays “unknown” until the nightly comparison.',
    'what-if-it-is-slow':
      'Two seconds, from the 99.9th percentile of last month. Then the customer sees “we are checking”.',
  },
} as const;
