import { expect, test } from 'vitest';
import type { ModuleSummary } from '#content/compiled.ts';
import { linkPath } from '#screens/questions/link-path.ts';
import { fixtureContent } from '#tests/support/fixture-content.ts';

const modules: readonly ModuleSummary[] = (await fixtureContent().track()).modules;

test('a section leads to the reader', () => {
  expect(linkPath('two-harbours', modules)).toBe('/learn/9.1/two-harbours/');
});

test('a paragraph leads to its place in the section', () => {
  expect(linkPath('two-harbours#two-are-enough', modules)).toBe('/learn/9.1/two-harbours/#two-are-enough');
});

test('a concept, and a paragraph of its page, lead to the page', () => {
  expect(linkPath('crossing', modules)).toBe('/concepts/crossing/');
  expect(linkPath('concept/crossing#water-between', modules)).toBe('/concepts/crossing/#water-between');
});
