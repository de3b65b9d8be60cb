// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { CheckboxList } from '#ui/checkbox-list.tsx';
import { ChoiceBlank, FilledBlank } from '#ui/choice-blank.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import { MatchList } from '#ui/match-list.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { OptionList } from '#ui/option-list.tsx';
import { OrderList } from '#ui/order-list.tsx';

afterEach(cleanup);

const options = [
  { id: 'lost', text: 'It is lost', why: 'Nothing was lost.' },
  { id: 'kept', text: 'It is kept', why: 'A majority has it.' },
  { id: 'twice', text: 'It is there twice', why: 'A key prevents it.' },
];

test('one option is chosen by its radio button, inside a group named by the question', () => {
  const chosen: string[] = [];
  render(
    <OptionList
      legend="What happens to the entry?"
      options={options}
      chosen={null}
      onChoose={(id) => chosen.push(id)}
    />,
  );
  const group = screen.getByRole('group', { name: 'What happens to the entry?' });
  fireEvent.click(within(group).getByRole('radio', { name: 'It is kept' }));
  expect(chosen).toEqual(['kept']);
  expect(screen.queryByText('A majority has it.')).toBeNull();
});

test('a heading of the screen can name the group', () => {
  render(
    <>
      <h1 id="question">What happens?</h1>
      <OptionList labelledBy="question" options={options} chosen="lost" onChoose={() => {}} />
    </>,
  );
  const group = screen.getByRole('group', { name: 'What happens?' });
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: 'It is lost' }).checked).toBe(true);
});

test('once answered, every option says why, and what was chosen is said without colour', () => {
  render(
    <OptionList
      legend="What happens?"
      options={options}
      chosen="lost"
      onChoose={() => {}}
      right={['kept']}
      chosenNote="You chose this, sure."
    />,
  );
  const [lost, kept, twice] = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lost).toBe('Wrong: It is lostYou chose this, sure. Nothing was lost.');
  expect(kept).toBe('Right: It is keptA majority has it.');
  expect(twice).toBe('Not right: It is there twiceA key prevents it.');
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a list of checkboxes says how many to choose and how many are chosen', () => {
  function Asked() {
    const [chosen, setChosen] = useState<readonly string[]>([]);
    return <CheckboxList legend="Which two?" options={options} chosen={chosen} onChoose={setChosen} count={2} />;
  }
  render(<Asked />);
  expect(screen.getByText('Choose 2: 0 chosen')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'It is lost' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'It is kept' }));
  expect(screen.getByText('Choose 2: 2 chosen')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'It is lost' }));
  expect(screen.getByText('Choose 2: 1 chosen')).toBeTruthy();
});

function Ordered() {
  const [order, setOrder] = useState<readonly string[]>(['lost', 'kept', 'twice']);
  return (
    <>
      <OrderList legend="In which order?" steps={options} order={order} onReorder={setOrder} />
      <LiveRegion />
    </>
  );
}

test('a step moves by its button, which keeps the focus and says the new place', () => {
  render(<Ordered />);
  const down = screen.getByRole('button', { name: 'Move down It is lost' });
  down.focus();
  fireEvent.click(down);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1It is kept',
    '2It is lost',
    '3It is there twice',
  ]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move down It is lost' }));
  expect(screen.getByRole('status').textContent?.trim()).toBe('Now step 2 of 3');
});

test('the first step cannot go up, and its button stays reachable', () => {
  render(<Ordered />);
  const up = screen.getByRole('button', { name: 'Move up It is lost' });
  expect(up.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(up);
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('1It is lost');
});

test('an answered order shows the right one and where a step had been put', () => {
  render(
    <OrderList
      legend="Order"
      steps={options}
      order={['kept', 'lost', 'twice']}
      right={['lost', 'kept', 'twice']}
      onReorder={() => {}}
    />,
  );
  const items = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(items[0]).toContain('1. It is lostYou put it at 2. Nothing was lost.');
  expect(items[2]).toContain('3. It is there twiceA key prevents it.');
});

const pairs = [
  { id: 'lease', left: 'Lease', right: 'runs out', why: 'It has a time.' },
  { id: 'lock', left: 'Lock', right: 'is released', why: 'It has none.' },
];

test('each row is matched from a list named by the row', () => {
  const matched: string[] = [];
  render(
    <MatchList
      legend="Match"
      pairs={pairs}
      offered={['lock', 'lease']}
      matches={{}}
      onMatch={(left, right) => matched.push(`${left}=${right}`)}
    />,
  );
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Lease' });
  expect([...select.options].map((option) => option.text)).toEqual(['Choose its match', 'is released', 'runs out']);
  fireEvent.change(select, { target: { value: 'lock' } });
  expect(matched).toEqual(['lease=lock']);
});

test('an answered match names what was chosen in place of the right one', () => {
  render(
    <MatchList
      legend="Match"
      pairs={pairs}
      offered={['lock', 'lease']}
      matches={{ lease: 'lock', lock: 'lock' }}
      onMatch={() => {}}
      isAnswered
    />,
  );
  const [lease, lock] = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lease).toBe('Wrong: Lease: runs outYou chose “is released”. It has a time.');
  expect(lock).toBe('Right: Lock: is releasedIt has none.');
});

test('a gap is filled from its list, shows what was chosen, and answered shows both words', () => {
  const chosen: string[] = [];
  const words = [
    { id: 'a', text: 'expires' },
    { id: 'b', text: 'waits' },
  ];
  const { rerender } = render(
    <ChoiceBlank label="Blank 1 of 1" options={words} chosen={null} onChoose={(id) => chosen.push(id)} />,
  );
  fireEvent.change(screen.getByRole('combobox', { name: 'Blank 1 of 1' }), { target: { value: 'b' } });
  expect(chosen).toEqual(['b']);
  rerender(<FilledBlank options={words} chosen={null} />);
  expect(document.body.textContent).toBe('blank');
  rerender(<FilledBlank number={2} options={words} chosen="b" />);
  expect(document.body.textContent).toBe('2waits');
  rerender(<FilledBlank options={words} chosen="b" right="a" />);
  expect(document.body.textContent).toContain('You chose: waits . Right: expires');
});

test('a number field carries its unit and says what is wrong with what was typed', () => {
  render(<NumberField label="How many nodes?" unit="nodes" value="x" onInput={() => {}} fault="Type a number." />);
  const field = screen.getByRole('textbox', { name: 'How many nodes?' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['nodes', 'Type a number.']);
});
