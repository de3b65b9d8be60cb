// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { renderToString } from 'preact-render-to-string';
import { allImplied, layersOf } from '#content/model-order.ts';
import type { Model, ModelsBlock } from '#content/models.ts';
import { judgedBy } from '#figures/model-history.ts';
import { ModelMap } from '#figures/model-map.tsx';
import { announce, LiveRegion } from '#ui/live-region.tsx';

afterEach(() => {
  cleanup();
  announce('');
});

const model = (id: string, implies: readonly string[], forbiddenBy: readonly string[], why: string): Model => ({
  id,
  name: id,
  meaning: `The promise of ${id}.`,
  implies: [...implies],
  history: {
    operations: [
      { client: 'A', op: 'write x = 1', from: 0, until: 1 },
      { client: 'B', transaction: 'T1', op: 'read x: 0', from: 2, until: 3 },
    ],
    forbiddenBy: [...forbiddenBy],
    why,
  },
  sources: ['herlihy-1990'],
});

const models = [
  model('Linear', ['Sequential'], [], 'It is the top.'),
  model('Sequential', ['Reads', 'Writes'], ['Linear'], 'Real time is not kept.'),
  model('Reads', [], ['Linear', 'Sequential', 'Writes'], 'A write is missed.'),
  model('Writes', [], ['Linear', 'Sequential', 'Reads'], 'A read goes back.'),
];
const block: ModelsBlock = { kind: 'models', id: 'map', title: 'Four models', models };

const show = () =>
  render(
    <>
      <ModelMap block={block} />
      <LiveRegion />
    </>,
  );
const node = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name} implies`) });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const names = () => screen.getAllByRole('button', { name: / implies / }).map((each) => each.textContent);

test('models stand in layers, the strongest first, and each says what it implies and what implies it', () => {
  show();
  expect(layersOf(models).map((layer) => layer.map(({ id }) => id))).toEqual([
    ['Linear'],
    ['Sequential'],
    ['Reads', 'Writes'],
  ]);
  expect(names()).toEqual([
    'Linear implies Sequential',
    'Sequential implies Reads and Writes, implied by Linear',
    'Reads implies none of the others, implied by Sequential',
    'Writes implies none of the others, implied by Sequential',
  ]);
});

test('what a model implies is all that lies below it', () =>
  expect([...allImplied(models, 'Linear')]).toEqual(['Sequential', 'Reads', 'Writes']));

test('a chosen model says its promise and all that it implies, and no verdict', () => {
  show();
  fireEvent.click(node('Linear'));
  expect(node('Linear').getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('heading', { name: 'Linear' })).toBeTruthy();
  expect(
    screen.getByText('Implies Sequential, and through it Reads and Writes. None of the others implies it.'),
  ).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Linear. The promise of Linear.');
  expect(screen.queryByText(/the history/)).toBeNull();
  expect(screen.queryByText(/It is the top/)).toBeNull();
});

test('one tap commits; then the verdict, why, and what each model on the map says', () => {
  show();
  fireEvent.click(node('Linear'));
  expect(screen.getByRole('group', { name: 'Linear: is this history allowed?' })).toBeTruthy();
  press('Forbidden');
  expect(document.activeElement?.textContent).toBe('No: Linear allows it.');
  expect(screen.getByText('It is the top.')).toBeTruthy();
  expect(names().every((name) => name?.endsWith('allows the history'))).toBe(true);
  expect(screen.queryByRole('button', { name: 'Allowed' })).toBeNull();
});

test('the next history is one from below, which the model forbids', () => {
  show();
  fireEvent.click(node('Linear'));
  press('Allowed');
  press('Another history');
  expect(document.activeElement?.textContent).toBe('History 2 of 2');
  press('Forbidden');
  expect(document.activeElement?.textContent).toBe('Right: Linear forbids it.');
  expect(screen.getByText(/^Sequential allows it, and next above it Linear forbids it\./).textContent).toContain(
    'Real time is not kept.',
  );
  expect(names().map((name) => name?.split('; ').at(-1))).toEqual([
    'forbids the history',
    'allows the history',
    'allows the history',
    'allows the history',
  ]);
  expect(screen.getByText(/^Allowed by Sequential, Reads and Writes\. Forbidden by Linear\./)).toBeTruthy();
});

test('a model is judged by its own history and by those near it that it forbids; not always its own first', () => {
  expect(models.map((each) => judgedBy(models, each).map(({ id }) => id))).toEqual([
    ['Linear', 'Sequential'],
    ['Reads', 'Writes', 'Sequential'],
    ['Reads', 'Writes'],
    ['Reads', 'Writes'],
  ]);
});

test('an answer stays with its model', () => {
  show();
  fireEvent.click(node('Reads'));
  press('Allowed');
  fireEvent.click(node('Writes'));
  expect(screen.getByRole('button', { name: 'Allowed' })).toBeTruthy();
  fireEvent.click(node('Reads'));
  expect(screen.getByText('Right: Reads allows it.')).toBeTruthy();
});

test('a history is drawn, and told as text', () => {
  show();
  fireEvent.click(node('Linear'));
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'History 1 of 2. Space-time diagram of A and B, time running down, all 2 steps shown.',
  );
  press('As text');
  const steps = within(screen.getByRole('list', { name: 'The steps, as text' })).getAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    '1A, from 0 to 1: write x = 1.',
    '2B, in T1, from 2 to 3: read x: 0.',
  ]);
});

test('the arrow keys follow the lines and turn no page', () => {
  show();
  const arrow = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: `Arrow${key}` });
  node('Linear').focus();
  for (const [key, name] of [
    ['Down', 'Sequential'],
    ['Down', 'Reads'],
    ['Right', 'Writes'],
    ['Right', 'Writes'],
    ['Up', 'Sequential'],
  ] as const) {
    expect(arrow(key)).toBe(false);
    expect(document.activeElement).toBe(node(name));
  }
});

test('it is drawn without a screen, and with no style attribute, which the page would refuse', () =>
  expect(renderToString(<ModelMap block={block} />)).not.toMatch(/\sstyle=/));
