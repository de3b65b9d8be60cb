const GROUPED = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** The number that was typed, with a point or a comma, with groups of three or without; `undefined` where it is none. */
export function numberTyped(value: string): number | undefined {
  const text = value.replaceAll(/[\s_']/g, '').replace('\u2212', '-');
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  const pointed = text.replace(',', '.');
  return PLAIN.test(pointed) ? Number(pointed) : undefined;
}
