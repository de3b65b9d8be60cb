import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

type Tokens = Readonly<Record<string, string>>;

function tokensAfter(selector: string): Tokens {
  const from = css.indexOf(selector);
  expect(from, selector).toBeGreaterThan(-1);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokensAfter('  :root {');
const dark = tokensAfter(":root[data-theme='dark']");

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const value = parseInt(hex.slice(place, place + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const hues = ['m1', 'm2', 'm3'];
const washes = [...hues.map((hue) => `${hue}-wash`), 'right-wash', 'wrong-wash'];
const surfaces = ['paper', 'sheet', 'sunk'];
const pairs: readonly (readonly [string, string])[] = [
  ...[...surfaces, ...washes].flatMap(
    (surface) =>
      [
        ['ink', surface],
        ['ink-2', surface],
      ] as const,
  ),
  ...[...hues, 'right', 'wrong'].flatMap((hue) =>
    [...surfaces, `${hue}-wash`].map((surface) => [hue, surface] as const),
  ),
];

for (const [theme, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`every pair of words and paper has AA contrast in the ${theme} theme`, () => {
    const weak = pairs.filter(([words, paper]) => contrast(tokens[words] ?? '', tokens[paper] ?? '') < 4.5);
    expect(weak).toEqual([]);
  });
}

test('the dark theme reassigns the same tokens, chosen or by the system', () => {
  const bySystem = tokensAfter(":root:not([data-theme='light'])");
  expect(bySystem).toEqual(dark);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});
