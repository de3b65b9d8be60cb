/** A set-up as the text of a link, and back. Short, and readable by whoever gets it: `protocol=raft&size=5&loss=0.1`. */
import { faultKinds, limits, MOST_FAULTS, type LabFault, type LabSettings, type Span } from './settings.ts';

/** A script has no more moves. */
const MOST_LISTED = 300;

export function linkText(settings: LabSettings): string {
  const { protocol, broken, size, options, seed, latency, loss, duplication, thinkTime } = settings;
  const { clients, rounds, clockRates, faults, requests, names, hand } = settings;
  const parts: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ['protocol', protocol],
    ['without', broken],
    ['size', size],
    ['options', options && JSON.stringify(options)],
    ['seed', seed],
    ['latency', latency?.join('-')],
    ['loss', loss],
    ['copies', duplication],
    ['think', thinkTime?.join('-')],
    ['clients', clients],
    ['rounds', rounds],
    ['clocks', clockRates?.join('-')],
    ['faults', faults?.map(faultText).join('_')],
    ['requests', requests && JSON.stringify(requests)],
    ['names', names && JSON.stringify(names)],
    ['hand', hand],
  ];
  return parts
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}

/** `undefined` where the text names no protocol. What it says and is no setting is left out. */
export function settingsIn(text: string): LabSettings | undefined {
  const parts = new URLSearchParams(text.replace(/^#/, ''));
  const read = <Value>(name: string, parse: (value: string) => Value | undefined): Value | undefined => {
    const value = parts.get(name);
    return value === null ? undefined : parse(value);
  };
  const protocol = parts.get('protocol');
  if (protocol === null || protocol === '') return undefined;
  const settings = {
    protocol,
    broken: read('without', (value) => value || undefined),
    size: read('size', whole([1, 99])),
    options: read('options', jsonObject),
    seed: read('seed', whole(limits.seed)) ?? 1,
    latency: read('latency', span(limits.latency)),
    loss: read('loss', number(limits.share)),
    duplication: read('copies', number(limits.share)),
    thinkTime: read('think', span(limits.thinkTime)),
    clients: read('clients', whole(limits.clients)),
    rounds: read('rounds', whole(limits.rounds)),
    clockRates: read('clocks', (value) => allOf(value.split('-'), number(limits.clockRate))),
    faults: read('faults', (value) =>
      value === '' ? [] : allOf(value.split('_').slice(0, MOST_FAULTS), (each) => faultIn(each)),
    ),
    requests: read('requests', jsonList(Array.isArray)),
    names: read('names', jsonList(isText)),
    hand: parts.get('hand') ?? undefined,
    script: read('script', jsonList(isText)),
    told: read('told', jsonList(isToldFault)),
  };
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as unknown as LabSettings;
}

/** `400~crash~0`, `800~cut~0~1`: none of its signs is written otherwise in an address. */
const faultText = ({ at, kind, node, other }: LabFault): string =>
  [at, kind, node, ...(other === undefined ? [] : [other])].join('~');

function faultIn(text: string): LabFault | undefined {
  const [atText = '', kindText, nodeText = '', otherText] = text.split('~');
  const at = number(limits.at)(atText);
  const kind = faultKinds.find((each) => each === kindText);
  const node = whole([0, 99])(nodeText);
  if (at === undefined || kind === undefined || node === undefined) return undefined;
  if (otherText === undefined) return { at, kind, node };
  const other = whole([0, 99])(otherText);
  return other === undefined || other === node ? undefined : { at, kind, node, other };
}

/** A number between two others. */
const number =
  ([least, most]: Span) =>
  (text: string): number | undefined => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };

const whole =
  (range: Span) =>
  (text: string): number | undefined => {
    const value = number(range)(text);
    return value !== undefined && Number.isInteger(value) ? value : undefined;
  };

const span =
  (range: Span) =>
  (text: string): Span | undefined => {
    const [least, most, ...rest] = text.split('-').map(number(range));
    return least === undefined || most === undefined || rest.length > 0 || least > most ? undefined : [least, most];
  };

function allOf<Value>(
  texts: readonly string[],
  parse: (text: string) => Value | undefined,
): readonly Value[] | undefined {
  const values = texts.map(parse);
  return values.every((value) => value !== undefined) ? values : undefined;
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parsed(text);
  return isObject(value) ? { ...value } : undefined;
}

/** A list of nothing else, and no longer than anybody writes. */
const jsonList =
  (isOne: (value: unknown) => boolean) =>
  (text: string): readonly unknown[] | undefined => {
    const value = parsed(text);
    return Array.isArray(value) && value.length <= MOST_LISTED && value.every(isOne) ? value : undefined;
  };

const isText = (value: unknown): boolean => typeof value === 'string';

const isToldFault = (value: unknown): boolean =>
  isObject(value) &&
  'at' in value &&
  number(limits.at)(String(value.at)) !== undefined &&
  'move' in value &&
  isText(value.move);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
