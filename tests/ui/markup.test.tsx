// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { MarkupNode } from '#content/markup.ts';
import { hiddenBlank, Markup } from '#ui/markup.tsx';
import { MarkupContext, type MarkupReferences } from '#ui/markup-context.ts';
import { SourceList } from '#ui/source-list.tsx';
import { Term } from '#ui/term.tsx';

afterEach(cleanup);

const references: MarkupReferences = {
  concept: (id, words) =>
    id === 'lease' ? (
      <Term meaning="A lock that runs out." href="/concepts/lease/">
        {words}
      </Term>
    ) : (
      <a href={`/concepts/${id}/`}>{words}</a>
    ),
  numberOf: (source) => (source === 'raft' ? 2 : undefined),
};

function show(...nodes: MarkupNode[]) {
  return render(
    <MarkupContext.Provider value={references}>
      <p>
        <Markup nodes={nodes} />
      </p>
    </MarkupContext.Provider>,
  );
}

const words = (text: string): readonly MarkupNode[] => [{ kind: 'text', text }];

test('a concept is what the page makes of it, and plain words where the page knows none', () => {
  const concept: MarkupNode = { kind: 'concept', concept: 'quorum', children: words('a quorum') };
  show(concept);
  expect(screen.getByRole('link', { name: 'a quorum' }).getAttribute('href')).toBe('/concepts/quorum/');
  cleanup();
  const { container } = render(<Markup nodes={[concept]} />);
  expect(container.innerHTML).toBe('a quorum');
});

test('a key term opens its meaning in place and leads on', () => {
  show({ kind: 'concept', concept: 'lease', children: words('lease') });
  const term = screen.getByRole('button', { name: 'lease' });
  expect(term.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('note')).toBeNull();
  fireEvent.click(term);
  expect(term.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('note').textContent).toBe('A lock that runs out. More about it');
  expect(document.activeElement).not.toBe(screen.getByRole('link'));
});

test('Escape closes the meaning, and the keyboard stays at the term', () => {
  show({ kind: 'concept', concept: 'lease', children: words('lease') });
  const term = screen.getByRole('button', { name: 'lease' });
  fireEvent.click(term);
  const more = screen.getByRole('link', { name: 'More about it' });
  more.focus();
  fireEvent.keyDown(more, { key: 'Enter' });
  expect(screen.getByRole('note')).toBeTruthy();
  fireEvent.keyDown(more, { key: 'Escape' });
  expect(screen.queryByRole('note')).toBeNull();
  expect(document.activeElement).toBe(term);
});

test('a citation is a number that leads to its source; an unlisted one is not shown', () => {
  const { container } = show({ kind: 'citation', source: 'raft' }, { kind: 'citation', source: 'other' });
  expect(screen.getByRole('link', { name: 'Source 2' }).getAttribute('href')).toBe('#source-raft');
  expect(container.textContent).toBe('2');
});

test('a number closes up to its words, and two numbers stay apart', () => {
  const citation = { kind: 'citation', source: 'raft' } as const;
  const { container } = show(
    { kind: 'text', text: 'A majority ' },
    citation,
    { kind: 'text', text: ' ' },
    citation,
    { kind: 'text', text: ' agrees ' },
    citation,
  );
  expect(container.textContent).toBe('A majority2 2 agrees2');
});

test('what a source rests on that was not re-read opens in place', () => {
  const source = {
    id: 'raft',
    title: 'Raft',
    author: 'Ongaro',
    year: 2014,
    kind: 'paper',
    checked: '2025-01-01',
    provenance: 'secondary',
    note: 'Only its abstract was read.',
  } as const;
  render(<SourceList sources={[{ number: 1, source }]} />);
  fireEvent.click(screen.getByRole('button', { name: 'not re-read here' }));
  expect(screen.getByRole('note').textContent?.trim()).toBe('Only its abstract was read.');
});

test('the list of sources has the anchors that citations lead to, and says what was not re-read', () => {
  const source = {
    id: 'raft',
    title: 'Raft',
    author: 'Ongaro',
    year: 2014,
    kind: 'paper',
    checked: '2025-01-01',
    provenance: 'secondary',
  } as const;
  render(<SourceList sources={[{ number: 2, source }]} />);
  const item = screen.getByRole('listitem');
  expect(item.id).toBe('source-raft');
  expect(item.textContent).toContain('Ongaro, Raft, 2014 not re-read here');
});

test('a gap marks its words, or keeps them to itself', () => {
  const gap: MarkupNode = { kind: 'blank', text: 'fencing token' };
  const { container, rerender } = render(<Markup nodes={[gap]} />);
  expect(container.textContent).toBe('fencing token');
  rerender(<Markup nodes={[gap]} blank={hiddenBlank} />);
  expect(container.textContent).toBe('blank');
});
