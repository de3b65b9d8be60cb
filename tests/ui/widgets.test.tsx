// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { BarChart } from '#ui/bar-chart.tsx';
import { Button } from '#ui/button.tsx';
import { niceTop } from '#ui/chart-scale.ts';
import { DayDots } from '#ui/day-dots.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Grades } from '#ui/grades.tsx';
import { LineChart } from '#ui/line-chart.tsx';
import { announce, LiveRegion } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { Rail } from '#ui/rail.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Segments } from '#ui/segments.tsx';

afterEach(cleanup);

test('a button with an address is a link', () => {
  render(<Button href="/learn/">Continue</Button>);
  expect(screen.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/learn/');
});

test('a button that is off keeps the focus, does nothing, and submits no form', () => {
  const done: string[] = [];
  render(
    <form onSubmit={() => done.push('submitted')}>
      <Button type="submit" isOff onClick={() => done.push('clicked')}>
        Run it
      </Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Run it' });
  button.focus();
  fireEvent.click(button);
  expect(done).toEqual([]);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('the four grades say when the card returns', () => {
  const graded: string[] = [];
  render(
    <Grades
      due={{ again: '10 min', hard: 'in 4 days', good: 'in 9 days', easy: '3 weeks' }}
      onGrade={(grade) => graded.push(grade)}
      hasKeys
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Good in 9 days' }));
  fireEvent.click(screen.getByRole('button', { name: 'Again 10 min' }));
  expect(graded).toEqual(['good', 'again']);
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

test('the heading of a screen can take the focus', () => {
  render(<ScreenHeader title="Learn" back={{ href: '/', label: 'Back to Today' }} end="about 1.5 h" />);
  const heading = screen.getByRole('heading', { level: 1, name: 'Learn' });
  heading.focus();
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('link', { name: 'Back to Today' })).toBeTruthy();
});

test('progress is said in words', () => {
  render(
    <>
      <Segments done={3} of={5} label="Screen 3 of 5" />
      <Rail value={1.4} label="Read of 5.2" />
      <DayDots label="1 day this month" days={[{ label: 'Monday', isDone: true, isToday: false }]} />
    </>,
  );
  expect(screen.getByRole('img', { name: 'Screen 3 of 5' })).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Read of 5.2' }).getAttribute('value')).toBe('1');
  expect(screen.getByRole('img', { name: '1 day this month' })).toBeTruthy();
});

test('the same sentence announced twice is spoken twice', async () => {
  render(<LiveRegion />);
  announce('Saved');
  const first = (await screen.findByText('Saved')).textContent;
  announce('Saved');
  await screen.findByText((text) => text === 'Saved\u00a0', { normalizer: (text) => text });
  expect(screen.getByRole('status').textContent).not.toBe(first);
});

test('a dialog is named by its title and closes by its button', () => {
  const closed: string[] = [];
  const dialog = (isOpen: boolean) => (
    <Dialog
      title="Reword this card"
      isOpen={isOpen}
      onClose={() => closed.push('closed')}
      actions={<Button>Save</Button>}
    >
      Text
    </Dialog>
  );
  const { rerender } = render(dialog(false));
  expect(screen.queryByRole('heading')).toBeNull();
  rerender(dialog(true));
  const open = screen.getByRole('dialog', { name: 'Reword this card' });
  fireEvent.click(within(open).getByRole('button', { name: 'Close' }));
  expect(closed).toEqual(['closed']);
});

test('a notice can be dismissed only where somebody listens', () => {
  const { rerender } = render(<Notice>Kept</Notice>);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<Notice onDismiss={() => {}}>Kept</Notice>);
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
});

test('charts are tables for those who do not see them', () => {
  render(
    <>
      <BarChart caption="Cards in the next days" unit="cards" bars={[{ name: 'Monday', tick: 'Mo', value: 7 }]} />
      <LineChart
        caption="How often you were right"
        head={['You said', 'You were right']}
        axis={{ x: ['guess', 'sure'], y: ['0 %', '100 %'] }}
        points={[{ x: 0.9, y: 0.8, name: 'sure', words: '8 of 10' }]}
      />
    </>,
  );
  const forecast = screen.getByRole('table', { name: 'Cards in the next days' });
  expect(within(forecast).getByRole('rowheader', { name: 'Monday' })).toBeTruthy();
  expect(within(forecast).getByRole('cell', { name: '7' })).toBeTruthy();
  expect(
    within(screen.getByRole('table', { name: 'How often you were right' })).getByRole('cell', { name: '8 of 10' }),
  ).toBeTruthy();
});

test.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [23, 40],
  [61, 80],
  [99, 100],
])('an axis for %d ends at %d', (value, top) => {
  expect(niceTop(value)).toBe(top);
});
