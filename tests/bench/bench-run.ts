import { serve } from '#build/serve.mjs';
import type { Patience } from './measure.ts';

/** What every bench that needs the app is given. */
export interface Bench {
  readonly root: string;
  /** A folder that is thrown away afterwards. */
  readonly folder: string;
  readonly patience: Patience;
}

/** Serves a folder while it is used. */
export async function hosted<Value>(folder: string, use: (url: string) => Promise<Value>): Promise<Value> {
  const { url, close } = await serve({ root: folder });
  try {
    return await use(url);
  } finally {
    await close();
  }
}

/** `count` results of `run`, one after the other, so that none disturbs another. */
export async function repeated<Value>(
  count: number,
  run: (index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const results: Value[] = [];
  for (let index = 0; index < count; index++) results.push(await run(index));
  return results;
}
