import { readFileSync } from 'node:fs';
import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** What the pages need to know of the app's own build. */
export interface ClientBundle {
  /** `index.html` as Vite wrote it. */
  readonly template: string;
  readonly stylesheet: string;
  /** The files of a source module's chunk and of all it imports at once, without those the entry brings anyway. */
  readonly chunksOf: (source: string) => readonly string[];
}

function take(bundle: Rolldown.OutputBundle, name: string | undefined): string {
  const output = name === undefined ? undefined : bundle[name];
  if (name === undefined || output?.type !== 'asset') throw new Error('the build made no index.html, or no stylesheet');
  delete bundle[name];
  return typeof output.source === 'string' ? output.source : Buffer.from(output.source).toString();
}

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

/** Takes the template and the stylesheet out of the output: both go into the pages, and nothing fetches them. */
export function takeClientBundle(bundle: Rolldown.OutputBundle, root: string): ClientBundle {
  const names = Object.keys(bundle);
  const stylesheets = names.filter((name) => name.endsWith('.css'));
  if (stylesheets.length !== 1) throw new Error(`one stylesheet was expected, not ${stylesheets.length}`);
  const template = take(
    bundle,
    names.find((name) => name === 'index.html'),
  );
  // Vite signs its stylesheets.
  const rules = take(bundle, stylesheets[0])
    .replace(/\/\*\$vite\$:\d+\*\//, '')
    .trim();
  const stylesheet = layerOrder(root) + rules;

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
