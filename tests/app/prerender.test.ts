import { expect, test } from 'vitest';
import { render, routes } from '#app/render.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';

test('every path has a page with one h1, no style attribute and nothing personal', async () => {
  const content = fixtureContent();
  const paths = await routes(content);
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/learn/9.1/', '/learn/9.1/two-harbours/', '/check/9.1/', '/concepts/bridge/']),
  );
  for (const path of paths) {
    const { html, title, chunks } = await render(path, content);
    expect(html.match(/<h1[\s>]/g), path).toHaveLength(1);
    expect(html, path).not.toContain('style=');
    expect(html, path).not.toMatch(/\btomorrow\b|\bin \d+ days\b|\d cards? ·|Continue|Done for today/);
    expect(title).toContain('Quorum');
    expect(chunks[0]).toMatch(/^src\/screens\//);
  }
});

test('a path that has no page cannot be rendered', async () => {
  await expect(render('/learn/8.8/', fixtureContent())).rejects.toThrow('/learn/8.8/ has no page: No such page');
});
