// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Run, RunEvent } from '#content/figure.ts';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';

afterEach(cleanup);

const beats = Array.from({ length: 300 }, (_, index): RunEvent => ({
  kind: 'message',
  at: 2 * index,
  arrives: 2 * index + 1,
  from: index % 2 ? 'a' : 'b',
  to: index % 2 ? 'b' : 'a',
  label: `beat ${index}`,
  text: `Beat ${index}.`,
}));
const long: Run = {
  nodes: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  events: [{ kind: 'span', at: 0, until: 599, node: 'a', label: 'leads', text: 'A leads.' }, ...beats],
};

const at = (until: number) => <SpaceTimeDiagram run={long} until={until} label="A long run" />;
const drawn = (container: Element) => [...container.querySelectorAll('[data-event]')];
const indexes = (container: Element) =>
  new Set(drawn(container).map((mark) => Number(mark.getAttribute('data-event'))));

test('a step leaves what is drawn of the earlier events as it is', () => {
  const { container, rerender } = render(at(12));
  const before = drawn(container).map((mark) => ({ mark, html: mark.outerHTML }));
  rerender(at(13));
  expect(indexes(container)).toContain(12);
  for (const { mark, html } of before) {
    expect(container.contains(mark)).toBe(true);
    expect(mark.outerHTML).toBe(html);
  }
  rerender(at(12));
  expect(drawn(container)).toEqual(before.map(({ mark }) => mark));
});

test('of a long run only what is near is drawn, and what lasts until there', () => {
  const { container } = render(at(301));
  expect(indexes(container).size).toBeLessThan(100);
  const frame = screen.getByRole('img').parentElement as HTMLElement;
  Object.defineProperties(frame, {
    clientHeight: { value: 500 },
    scrollHeight: { value: Number(screen.getByRole('img').getAttribute('height')) + 20 },
    scrollTop: { value: 8_000 },
  });
  fireEvent.scroll(frame);
  const there = [...indexes(container)].sort((one, other) => one - other);
  expect(there[0]).toBe(0);
  expect(there[1]).toBeGreaterThan(100);
  expect(there.at(-1)).toBeLessThan(300);
  expect(there.length).toBeGreaterThan(20);
});

test('a bar lies beneath the messages, and words above all', () => {
  const { container } = render(at(12));
  const isWords = drawn(container).map((mark) => mark.querySelector('text') !== null);
  expect(isWords.indexOf(true)).toBe(12);
  expect(isWords.lastIndexOf(false)).toBe(11);
  expect(drawn(container)[0]?.getAttribute('data-event')).toBe('0');
});

test('a long list of steps is soon there as a whole, and a step more at once', async () => {
  const steps = beats.map(({ text }) => text);
  const list = (until: number) => <StepList steps={steps} until={until} current={until - 1} onChoose={() => {}} />;
  const { rerender } = render(list(299));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(299));
  const first = screen.getAllByRole('listitem')[0];
  rerender(list(300));
  const items = screen.getAllByRole('listitem');
  expect(items).toHaveLength(300);
  expect(items[0]).toBe(first);
  expect(items.map((item) => item.getAttribute('aria-current')).indexOf('step')).toBe(299);
});
