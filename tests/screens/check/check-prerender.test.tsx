import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { checkScreen } from '#screens/check/check-screen.tsx';
import { ServicesContext } from '#services/services.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';

test('the page is rendered without a browser, and says nothing of anybody', async () => {
  const services = fakeServices();
  const data = await checkScreen.load({ module: '9.1' }, services.content);
  if (!data) throw new Error('The fixture has no check.');
  const html = renderToString(
    <ServicesContext.Provider value={services}>
      <checkScreen.View data={data} params={{ module: '9.1' }} />
    </ServicesContext.Provider>,
  );
  expect(checkScreen.title(data)).toBe('Check 9.1: Crossing');
  expect(html).toContain('Start');
  expect(html).not.toMatch(/style=|Your attempts|Continue/);
});
