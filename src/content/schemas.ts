import * as z from 'zod';
import { cardsFile } from './card.ts';
import { checkFile } from './item.ts';
import { puzzle } from './puzzle.ts';
import { section } from './section.ts';
import { conceptsFile, moduleFile, questionsFile, sourcesFile, tombstonesFile, track } from './track.ts';
import { workedExamplesFile } from './worked-example.ts';

/** Every kind of file that people write, by the name its `$schema` key points at. */
const written = {
  track,
  module: moduleFile,
  section,
  cards: cardsFile,
  check: checkFile,
  concepts: conceptsFile,
  questions: questionsFile,
  puzzle,
  sources: sourcesFile,
  tombstones: tombstonesFile,
  'worked-examples': workedExamplesFile,
};

/** The JSON Schemas that editors complete and check by: file name → text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const texts = Object.entries(written).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => withoutDrawn(jsonSchema) });
    return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
  });
  return new Map(texts);
}

/** An author writes a simulation or what is drawn, not both: neither is required. */
function withoutDrawn(json: z.core.JSONSchema.BaseSchema): void {
  if (json.properties?.['simulation'] === undefined) return;
  json.required = (json.required ?? []).filter((key) => key !== 'nodes' && key !== 'events');
}
