/** What can happen now, a sentence each: touch, keyboard and screen reader share this one way. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KeyHint } from '#ui/key-hint.tsx';
import { shortcutsEnabled, useShortcuts } from '#ui/shortcuts.ts';
import { filtered, groupsOf, isFilterable, type Filter } from './move-groups.ts';
import css from './play.module.css';
import type { Choice } from './run-of-board.ts';

interface MoveListProps {
  readonly choices: readonly Choice[];
  /** Names of the columns. */
  readonly nodes: readonly string[];
  readonly filter: Filter | null;
  readonly onFilter: (filter: Filter | null) => void;
  readonly onMove: (index: number) => void;
  /** What is said where nothing can happen any more. */
  readonly none: string;
  readonly label?: string;
}

/** Each digit makes a move. */
const KEYS = 9;

export function MoveList({ choices, nodes, filter, onFilter, onMove, none, label = 'Possible moves' }: MoveListProps) {
  const groups = groupsOf(filtered(choices, filter));
  const shown = groups.flatMap((group) => group.choices);
  const list = useRef<HTMLDivElement>(null);
  useFocusInPlace(list, shown);
  const keys = shown.slice(0, KEYS).map(({ index }, place) => [String(place + 1), () => onMove(index)] as const);
  useShortcuts(Object.fromEntries(keys));
  let number = 0;
  return (
    <div class={css.moves} ref={list} role="group" aria-label={label} tabIndex={-1} onKeyDown={walk}>
      <Filters choices={choices} nodes={nodes} filter={filter} onFilter={onFilter} />
      {shown.length === 0 && <p class={css.none}>{none}</p>}
      {groups.map(({ kind, name, choices: own }) => (
        <div key={kind} class={css.group}>
          {name && <h3 class={css.kind}>{name}</h3>}
          <ul class={css.list}>
            {own.map(({ index, sentence }) => {
              number++;
              return (
                // By place: the button under the finger stays, and so does the focus.
                <li key={number}>
                  <button type="button" class={css.move} data-move onClick={() => onMove(index)}>
                    <span>
                      <Sentence words={sentence} />
                    </span>
                    {number <= KEYS && shortcutsEnabled.value && (
                      <span class={css.key} aria-hidden="true">
                        <KeyHint>{number}</KeyHint>
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** What is carried stands out: "Deliver **Pay(20)** from Customer to Shop". */
function Sentence({ words }: { readonly words: string }) {
  const [, verb, thing, rest] = /^(Deliver a copy of|Deliver|Lose) (.+)( from .+ to .+)$/.exec(words) ?? [];
  if (thing === undefined) return <>{words}</>;
  return (
    <>
      {verb} <b>{thing}</b>
      {rest}
    </>
  );
}

function Filters({
  choices,
  nodes,
  filter,
  onFilter,
}: Pick<MoveListProps, 'choices' | 'nodes' | 'filter' | 'onFilter'>) {
  const isPacket = filter?.by === 'packet' && filtered(choices, filter).length < choices.length;
  if (!isPacket && !isFilterable(choices, nodes)) return null;
  const chip = (name: string, chosen: Filter | null, isOn: boolean) => (
    <button key={name} type="button" class={css.chip} aria-pressed={isOn} onClick={() => onFilter(chosen)}>
      {name}
    </button>
  );
  return (
    <div class={css.chips} role="group" aria-label="Moves of">
      {chip('All', null, filter === null)}
      {isPacket && chip(filter.words, filter, true)}
      {isFilterable(choices, nodes) &&
        nodes
          .filter((words) => filtered(choices, { by: 'node', words }).length < choices.length)
          .map((words) => chip(words, { by: 'node', words }, filter?.by === 'node' && filter.words === words))}
    </div>
  );
}

/** The focus stays at its place in the list; where the list has become shorter, at its last move, or at the list itself. */
function useFocusInPlace(list: { readonly current: HTMLDivElement | null }, shown: readonly Choice[]): void {
  const place = useRef(-1);
  const element = list.current;
  // Rendering is the last moment at which the button that goes has the focus still.
  if (element?.contains(document.activeElement))
    place.current = buttonsOf(element).indexOf(document.activeElement as HTMLElement);
  useLayoutEffect(() => {
    const now = list.current;
    if (place.current < 0 || !now || now.contains(document.activeElement)) return;
    const buttons = buttonsOf(now);
    (buttons[Math.min(place.current, buttons.length - 1)] ?? now).focus({ preventScroll: true });
  }, [shown]);
  useLayoutEffect(() => {
    place.current = -1;
  });
}

const buttonsOf = (list: HTMLElement): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-move]')];

/** Up and Down walk through the moves, Home and End to the ends. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const buttons = buttonsOf(event.currentTarget);
  const place = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || place === -1) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
