import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseMarkup } from '#content/markup.ts';
import { Markup } from '#ui/markup.tsx';

interface ProseProps {
  /** As the content holds it: `**bold**`, `[words](concept:id)`, … */
  readonly text: string;
  readonly blank?: (text: string) => ComponentChildren;
}

/** A text of the course, inline. It stands here because the plain widgets know no parser. */
export function Prose({ text, blank }: ProseProps) {
  const nodes = useMemo(() => parseMarkup(text), [text]);
  return <Markup nodes={nodes} blank={blank} />;
}
