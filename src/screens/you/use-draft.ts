import { useState } from 'preact/hooks';

/**
 * What is being typed or dragged, before it is kept. It begins as the value, and becomes the value again whenever that
 * changes elsewhere: in another tab, or by a restore.
 */
export function useDraft<Value, Draft>(
  value: Value,
  draftOf: (value: Value) => Draft,
): [Draft, (draft: Draft) => void] {
  const [state, setState] = useState({ value, draft: draftOf(value) });
  const current = state.value === value ? state : { value, draft: draftOf(value) };
  return [current.draft, (draft) => setState({ value, draft })];
}
