import { Fragment, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { unreachable } from '#base/assert.ts';
import type { MarkupNode } from '#content/markup.ts';
import { MarkupContext, type MarkupReferences } from './markup-context.ts';
import css from './markup.module.css';
import { sourceAnchor } from './source-anchor.ts';

interface MarkupProps {
  readonly nodes: readonly MarkupNode[];
  /** How a gap looks: what stands between its braces is given. Without it, the hidden words are marked. */
  readonly blank?: ((text: string) => ComponentChildren) | undefined;
}

/** Inline text; the caller gives it the paragraph, the heading or the label it stands in. */
export function Markup({ nodes, blank = shown }: MarkupProps) {
  const references = useContext(MarkupContext);
  return <>{renderAll(nodes, { references, blank })}</>;
}

const shown = (text: string) => <b class={css.filled}>{text}</b>;

/** A gap that keeps its words to itself. */
export const hiddenBlank = () => (
  <span class={css.gap}>
    <span class="hidden-text">blank</span>
  </span>
);

interface Means {
  readonly references: MarkupReferences;
  readonly blank: (text: string) => ComponentChildren;
}

function renderAll(nodes: readonly MarkupNode[], means: Means): VNode[] {
  return nodes.map(closedUp).map((node, index) => <Fragment key={index}>{renderNode(node, means)}</Fragment>);
}

/** A citation's number stands close to the words it vouches for, but not to another number. */
function closedUp(node: MarkupNode, index: number, nodes: readonly MarkupNode[]): MarkupNode {
  if (node.kind !== 'text' || nodes[index + 1]?.kind !== 'citation') return node;
  const text = node.text.trimEnd();
  return text || nodes[index - 1]?.kind !== 'citation' ? { ...node, text } : node;
}

function renderNode(node: MarkupNode, means: Means): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'strong':
      return <strong>{renderAll(node.children, means)}</strong>;
    case 'emphasis':
      return <em>{renderAll(node.children, means)}</em>;
    case 'link':
      return <a href={node.url}>{renderAll(node.children, means)}</a>;
    case 'concept':
      return renderConcept(node.concept, renderAll(node.children, means), means.references);
    case 'citation':
      return renderCitation(node.source, means.references);
    case 'blank':
      return means.blank(node.text);
    default:
      return unreachable(node);
  }
}

function renderConcept(concept: string, words: VNode[], references: MarkupReferences) {
  return references.concept ? references.concept(concept, words) : words;
}

function renderCitation(source: string, { numberOf }: MarkupReferences) {
  const number = numberOf(source);
  return (
    number !== undefined && (
      <sup class={css.citation}>
        <a href={`#${sourceAnchor(source)}`} aria-label={`Source ${number}`}>
          {number}
        </a>
      </sup>
    )
  );
}
