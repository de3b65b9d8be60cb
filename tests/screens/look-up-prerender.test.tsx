import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { conceptScreen } from '#screens/concepts/concept-screen.tsx';
import { conceptsScreen } from '#screens/concepts/concepts-screen.tsx';
import { designReviewScreen } from '#screens/questions/design-review-screen.tsx';
import { questionsScreen } from '#screens/questions/questions-screen.tsx';
import type { Params, Screen } from '#screens/screen.ts';
import { searchScreen } from '#screens/search/search-screen.tsx';
import { ServicesContext } from '#services/services.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';

async function prerender<Data>({ load, View, title }: Screen<Data>, params: Params = {}) {
  const services = fakeServices();
  const data = await load(params, services.content);
  if (data === undefined) throw new Error('There is no such page.');
  const html = renderToString(
    <ServicesContext.Provider value={services}>
      <View data={data} params={params} />
    </ServicesContext.Provider>,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toContain('style=');
  return { html, title: title(data) };
}

test('the concepts are rendered without a browser, and without what anybody remembers', async () => {
  const { html, title } = await prerender(conceptsScreen);
  expect(title).toBe('Concepts');
  expect(html).toContain('href="/concepts/bridge/"');
  expect(html).not.toMatch(/\bnew\b|learning/);
});

test('a concept’s page holds its text and nothing of its cards', async () => {
  const { html, title } = await prerender(conceptScreen, { concept: 'crossing' });
  expect(title).toBe('Crossing');
  expect(html).toContain('There is water between.');
  expect(html).not.toMatch(/\d cards?\b|next review|North hears nothing/);
});

test('the six questions are all there', async () => {
  const { html, title } = await prerender(questionsScreen);
  expect(title).toBe('Questions to ask');
  expect(html.match(/<section[^>]* id="what-if-/g)).toHaveLength(6);
});

test('a design review shows no form before it is known what is kept', async () => {
  const { html, title } = await prerender(designReviewScreen);
  expect(title).toBe('Design review');
  expect(html).not.toContain('<textarea');
});

test('search has its field at once', async () => {
  const { html, title } = await prerender(searchScreen);
  expect(title).toBe('Search');
  expect(html).toContain('type="search"');
});
