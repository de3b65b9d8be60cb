import { describe, expect, test } from 'vitest';
import { ContentUnavailable } from '#services/content-service.ts';
import { fetchedContent } from '#services/fetched-content.ts';

const files = { track: 'content/track-1a.json', 'module-5.1': 'content/module-5.1-2b.json' };

/** A network that answers with the address asked for, or fails as often as told. */
function network(failures: readonly ('offline' | 'missing' | 'not JSON')[] = []) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    const failure = failures[asked.push(url) - 1];
    if (failure === 'offline') throw new TypeError('Failed to fetch');
    if (failure === 'missing') return new Response('no such file', { status: 404 });
    return new Response(failure === 'not JSON' ? '<html>' : JSON.stringify({ from: url }));
  };
  return { asked, content: fetchedContent({ files, base: '/quorum/', fetch }) };
}

test('a file is asked for under the base, once, however many want it', async () => {
  const { asked, content } = network();
  const [one, other] = await Promise.all([content.track(), content.track()]);
  expect(await content.track()).toBe(one);
  expect(other).toBe(one);
  expect(asked).toEqual(['/quorum/content/track-1a.json']);
});

test('a module that is not in the track is undefined, and nothing is asked', async () => {
  const { asked, content } = network();
  expect(await content.module('9.9')).toBeUndefined();
  expect(await content.check('5.1')).toBeUndefined();
  expect(asked).toEqual([]);
  expect(await content.module('5.1')).toEqual({ from: '/quorum/content/module-5.1-2b.json' });
});

describe('a file that cannot be had', () => {
  test.each(['offline', 'missing', 'not JSON'] as const)(
    'is unavailable when %s, and asked for again the next time',
    async (failure) => {
      const { asked, content } = network([failure]);
      await expect(content.track()).rejects.toThrow(ContentUnavailable);
      expect(await content.track()).toEqual({ from: '/quorum/content/track-1a.json' });
      expect(asked).toHaveLength(2);
    },
  );
});
