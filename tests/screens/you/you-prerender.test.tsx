import { renderToStringAsync } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { youScreen } from '#screens/you/you-screen.tsx';
import { ServicesContext } from '#services/services.ts';
import { prerenderServices } from '#app/prerender-services.ts';
import { fixtureContent } from '#tests/support/fixture-content.ts';

test('the prerendered page has every heading and nothing of anybody’s', async () => {
  const content = fixtureContent();
  const data = await youScreen.load({}, content);
  if (data === undefined) throw new Error('there is no such page');
  const { View } = youScreen;
  const html = await renderToStringAsync(
    <ServicesContext.Provider value={prerenderServices(content).services}>
      <View data={data} params={{}} />
    </ServicesContext.Provider>,
  );
  for (const title of ['What you keep', 'Days this month', 'Settings', 'Backup', 'On this device'])
    expect(html).toContain(title);
  expect(html).not.toMatch(/<b>\d|November|role="switch"|type="range"|bytes/);
});
