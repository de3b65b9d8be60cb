// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { HotSpotQuestion } from '#figures/hot-spot-question.tsx';
import { sampleFigure } from './sample-figure.ts';

afterEach(cleanup);

const run = { nodes: sampleFigure.nodes, events: sampleFigure.events };
const spots = [
  { id: 'first', node: 'payments', at: 5, text: 'the first charge', why: 'It was asked for.' },
  { id: 'second', node: 'payments', at: 19, text: 'the **second** charge', why: 'Nobody wanted it.', isRight: true },
  { id: 'again', node: 'you', at: 14, text: 'sending again', why: 'That is what a client must do.' },
];

function show(chosen: string | null, isAnswered: boolean) {
  const chose: string[] = [];
  const { container } = render(
    <HotSpotQuestion
      run={run}
      spots={spots}
      title="The run"
      legend="Point at what is wrong."
      chosen={chosen}
      onChoose={(id) => chose.push(id)}
      isAnswered={isAnswered}
    />,
  );
  return { chose, container };
}

test('every place in the picture stands in the list, under the same number', () => {
  const { container } = show(null, false);
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    '1 the first charge',
    '2 the second charge',
    '3 sending again',
  ]);
  expect([...container.querySelectorAll('[data-spot]')].map((spot) => spot.textContent?.trim())).toEqual([
    '1',
    '2',
    '3',
  ]);
});

test('the list and the picture choose the same place', () => {
  const { chose, container } = show(null, false);
  fireEvent.click(screen.getByRole('radio', { name: /second charge/ }));
  const spot = container.querySelector('[data-spot="again"] circle');
  expect(spot).not.toBeNull();
  if (spot) fireEvent.click(spot);
  expect(chose).toEqual(['second', 'again']);
});

test('once answered every place says why, and the picture no longer chooses', () => {
  const { chose, container } = show('first', true);
  expect(screen.getByText('Nobody wanted it.')).toBeTruthy();
  expect(container.querySelector('[data-spot="second"]')?.getAttribute('class')).toContain('spotRight');
  expect(container.querySelector('[data-spot="first"]')?.getAttribute('class')).toContain('spotWrong');
  const spot = container.querySelector('[data-spot="again"]');
  if (spot) fireEvent.click(spot);
  expect(chose).toEqual([]);
});
