import { readFileSync } from 'node:fs';
import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** What the pages need to know of the app's own build. */
export interface ClientBundle {
  /** `index.html` as Vite wrote it. */
  readonly template: string;
  /** All of the app's styles, and the file they are in. */
  readonly stylesheet: { readonly text: string; readonly file: string };
  /** The files of a source module's chunk and of all it imports at once, without those the entry brings anyway. */
  readonly chunksOf: (source: string) => readonly string[];
}

function assetOf(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputAsset {
  const output = bundle[name];
  if (output?.type !== 'asset') throw new Error(`the build made no ${name}`);
  return output;
}

const textOf = ({ source }: Rolldown.OutputAsset): string =>
  typeof source === 'string' ? source : Buffer.from(source).toString();

/** A chunk and everything it imports statically, as file names. */
function withImports(chunks: ReadonlyMap<string, Chunk>, file: string, found = new Set<string>()): Set<string> {
  const chunk = chunks.get(file);
  if (!chunk || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) withImports(chunks, imported, found);
  return found;
}

/** The order of the layers comes first, whatever order the bundler put the rules in. */
function layerOrder(root: string): string {
  const order = readFileSync(`${root}/src/ui/styles/layers.css`, 'utf8').match(/@layer [^;]+;/)?.[0];
  if (order === undefined) throw new Error('src/ui/styles/layers.css does not order the layers');
  return order;
}

/** Takes the template out of the output, and puts the layers of the stylesheet in order. */
export function takeClientBundle(bundle: Rolldown.OutputBundle, root: string): ClientBundle {
  const [file = '', ...others] = Object.keys(bundle).filter((name) => name.endsWith('.css'));
  if (file === '' || others.length > 0) throw new Error(`one stylesheet was expected, not ${others.length + 1}`);
  const template = textOf(assetOf(bundle, 'index.html'));
  delete bundle['index.html'];
  const styles = assetOf(bundle, file);
  // Vite signs its stylesheets.
  const rules = textOf(styles)
    .replace(/\/\*\$vite\$:\d+\*\//, '')
    .trim();
  styles.source = layerOrder(root) + rules;
  const stylesheet = { text: styles.source, file };

  const chunks = new Map(
    Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])),
  );
  const bySource = new Map([...chunks.values()].map((chunk) => [chunk.facadeModuleId, chunk.fileName]));
  // A worker's program is an entry too.
  const entry = [...chunks.values()].find((chunk) => chunk.facadeModuleId === `${root}/index.html`);
  if (!entry) throw new Error('the build made no entry chunk');
  const eager = withImports(chunks, entry.fileName);

  const chunksOf = (source: string) => {
    const file = bySource.get(`${root}/${source}`);
    if (file === undefined) throw new Error(`${source} has no chunk of its own: is it imported with import()?`);
    return [...withImports(chunks, file)].filter((name) => !eager.has(name));
  };
  return { template, stylesheet, chunksOf };
}
