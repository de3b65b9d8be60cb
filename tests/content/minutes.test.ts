import { expect, test } from 'vitest';
import { moduleMinutes, moduleWords, proseWords, sectionMinutes } from '#content/minutes.ts';
import { filler, soundFixture } from './fixture.ts';

test('paragraphs, lists, incidents and tables are prose; figures are not', () => {
  const { section } = soundFixture();
  const [quay, water] = section.screens.map((screen) => proseWords(screen.blocks));
  expect([quay, water]).toEqual([5, 100 + 6 + 4 + 8]);
});

test('a section takes its words at 200 a minute, 15 seconds a recall prompt and a minute a figure', () => {
  expect(sectionMinutes(soundFixture().section)).toBeCloseTo(123 / 200 + 2 / 4 + 1);
});

test('a module’s opening case is read too', () => {
  const { module, section } = soundFixture();
  module.openingCase = { title: 'Long', text: [filler(400)] };
  expect(moduleWords(module, [section])).toBe(523);
  expect(moduleMinutes(module, [section])).toBe(4);
});

test('an outline promises the middle of its range', () => {
  const { module } = soundFixture();
  expect(moduleMinutes({ ...module, status: 'outline', minutes: { least: 35, most: 40 } }, [])).toBe(38);
});
