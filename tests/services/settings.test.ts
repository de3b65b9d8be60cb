import { expect, test } from 'vitest';
import { defaultSettings } from '#progress/event.ts';
import { readSettings, studyDay } from '#services/settings.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';

test('what was never changed, or cannot be read, is as it comes', async () => {
  const services = fakeServices();
  expect(await readSettings(services.progress)).toEqual(defaultSettings);
  await services.progress.record([{ kind: 'settingChanged', name: 'newCardsPerDay', value: 3 }], services.clock.now());
  expect(await readSettings(services.progress)).toEqual({ ...defaultSettings, newCardsPerDay: 3 });
  services.breakStorage({ kind: 'denied' });
  expect(await readSettings(services.progress)).toEqual(defaultSettings);
});

test('a study day ends at four in the morning of the learner’s own clock', () => {
  const night = { at: Date.UTC(2026, 10, 22, 2, 59), offset: 60 };
  const morning = { ...night, at: night.at + 60_000 };
  expect(studyDay(morning) - studyDay(night)).toBe(1);
});
