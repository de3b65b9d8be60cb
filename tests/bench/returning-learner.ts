import { contentFromDisk } from '#build/content-files.ts';
import { systemClock } from '#services/clock.ts';
import { createLearner } from '#tests/support/learner.ts';

/** A backup of one who read the first module, came back on four days, and has a full review waiting today. */
export async function returningLearner(root: string): Promise<string> {
  const { content } = contentFromDisk(root).visit();
  const learner = createLearner(content, systemClock.now());
  const module = await content.module('5.1');
  if (!module) throw new Error('The track has no module 5.1.');
  learner.goTo(40);
  for (const section of module.module.sections) await learner.read(module, section);
  await learner.record(
    { kind: 'settingChanged', name: 'newCardsPerDay', value: 60 },
    { kind: 'settingChanged', name: 'reviewMinutesPerDay', value: 60 },
  );
  for (const daysAgo of [40, 38, 35, 30]) {
    learner.goTo(daysAgo);
    await learner.review('good');
  }
  return learner.backup();
}
