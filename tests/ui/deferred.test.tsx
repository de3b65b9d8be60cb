// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Deferred } from '#ui/deferred.tsx';

afterEach(cleanup);

interface Words {
  readonly words: string;
}
const Said = ({ words }: Words) => <p>{words}</p>;

function deferring() {
  let resolve: (component: ComponentType<Words>) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const coming = new Promise<ComponentType<Words>>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  let loads = 0;
  const load = () => {
    loads++;
    return coming;
  };
  const view = (words: string) => (
    <Deferred load={load} props={{ words }}>
      <p>Not yet</p>
    </Deferred>
  );
  return { view, come: () => resolve(Said), fail: () => reject(new Error('no such chunk')), loads: () => loads };
}

test('something stands there until the code has come; then it follows its props', async () => {
  const { view, come, loads } = deferring();
  const { rerender } = render(view('One'));
  expect(screen.getByText('Not yet')).toBeTruthy();
  rerender(view('Two'));
  come();
  expect(await screen.findByText('Two')).toBeTruthy();
  expect(screen.queryByText('Not yet')).toBeNull();
  rerender(view('Three'));
  expect(await screen.findByText('Three')).toBeTruthy();
  expect(loads()).toBe(1);
});

test('where the code cannot be had, what stood there stays', async () => {
  const { view, fail } = deferring();
  render(view('One'));
  fail();
  await new Promise((resolve) => setImmediate(resolve));
  expect(screen.getByText('Not yet')).toBeTruthy();
});

test('code that comes after its place is gone disturbs nobody', async () => {
  const { view, come } = deferring();
  render(view('One')).unmount();
  come();
  await new Promise((resolve) => setImmediate(resolve));
  expect(screen.queryByText('One')).toBeNull();
});
