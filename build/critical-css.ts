/** The part of the app's one stylesheet that a page needs before its app runs. The rest comes with the app. */
import postcss, { type AtRule, type ChildNode, type Container, type Root, type Rule } from 'postcss';

/** Takes rules out of a stylesheet: those whose classes a page has none of. */
export interface Stylesheet {
  readonly whole: string;
  readonly criticalOf: (html: string) => string;
}

export function stylesheetOf(whole: string): Stylesheet {
  const parsed = postcss.parse(whole);
  return {
    whole,
    criticalOf: (html) => {
      const classes = classesIn(html);
      const critical = parsed.clone();
      leaveOut(critical, classes);
      return critical.toString();
    },
  };
}

function classesIn(html: string): ReadonlySet<string> {
  const lists = [...html.matchAll(/\sclass="([^"]*)"/g)].map(([, list]) => list ?? '');
  return new Set(lists.flatMap((list) => list.split(/\s+/)));
}

function leaveOut(container: Root | AtRule, classes: ReadonlySet<string>): void {
  // A copy: the list changes under the loop.
  for (const node of [...(container.nodes ?? [])]) {
    if (node.type === 'rule') keepSelectors(node, classes);
    else if (isConditional(node)) {
      leaveOut(node, classes);
      if (isEmpty(node)) node.remove();
    }
  }
}

/** Rules inside a rule stay with it. */
function keepSelectors(rule: Rule, classes: ReadonlySet<string>): void {
  const kept = rule.selectors.filter((selector) => classesOf(selector).every((name) => classes.has(name)));
  if (kept.length === 0) rule.remove();
  else if (kept.length < rule.selectors.length) rule.selectors = kept;
}

/** What stands in the brackets of `:is`, `:has` or `:not` is a choice, or must not be there. */
const classesOf = (selector: string): readonly string[] =>
  [...selector.replaceAll(/\([^()]*\)/g, '').matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name ?? '');

const isConditional = (node: ChildNode): node is AtRule =>
  node.type === 'atrule' && ['layer', 'media', 'supports', 'container'].includes(node.name) && node.nodes !== undefined;

const isEmpty = ({ nodes }: Container): boolean => nodes?.length === 0;
