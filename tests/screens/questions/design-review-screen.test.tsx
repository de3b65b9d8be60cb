// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { designReviewScreen } from '#screens/questions/design-review-screen.tsx';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

const show = async (services: FakeServices = fakeServices()) => {
  const { unmount } = await renderScreen(designReviewScreen, {}, services);
  return { services, unmount };
};
const keep = (services: FakeServices, review: string, system: string) =>
  services.progress.record(
    [{ kind: 'designReviewSaved', review, system, answers: { 'what-if-fog': 'We wait.' } }],
    services.clock.now(),
  );
const system = () => screen.findByRole('textbox', { name: /Which system/ });
const answer = (name: RegExp) => screen.getByRole('textbox', { name });
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const saved = async (services: FakeServices) =>
  (await valueOf(services.progress.rows('designReview'))).filter(({ isDeleted }) => !isDeleted);

test('a first visit finds the six questions, each with its reason and a trap', async () => {
  await show();
  await system();
  expect(screen.getAllByRole('textbox')).toHaveLength(7);
  const help = document.getElementById(answer(/what-if-fog/).getAttribute('aria-describedby') ?? '');
  expect(help?.textContent).toContain('It may be so.');
  expect(help?.textContent).toContain('Trap: It will pass.');
});

const withExamples = () => {
  const content = fixtureContent();
  const questions = async () => {
    const pages = await content.questions();
    const answers = pages.questions.map(({ id }, index) => ({
      question: id,
      text: `Answer ${index + 1} [@harbour-1999].`,
    }));
    const example = { id: 'harbour-desk', title: 'A harbour desk', system: 'It sells places.', answers };
    return { ...pages, workedExamples: [example], sources: (await content.front()).sources };
  };
  return fakeServices({ ...content, questions });
};

test('a worked example is read before one’s own, each answer under its question', async () => {
  const { container } = await renderScreen(designReviewScreen, {}, withExamples());
  const example = container.querySelector('#harbour-desk details') as HTMLDetailsElement;
  expect(example.open).toBe(false);
  fireEvent.click(within(example).getByText('A harbour desk'));
  const answer = within(example).getByRole('heading', { name: '2. what-if-night?', hidden: true }).nextElementSibling;
  expect(answer?.textContent).toMatch(/^Answer 2/);
  expect(within(example).getByText('The Harbour Book!')).toBeTruthy();
  expect(await system()).toBeTruthy();
});

test('a link opens the example that it names', async () => {
  history.replaceState(null, '', '/questions/review/#harbour-desk');
  const { container } = await renderScreen(designReviewScreen, {}, withExamples());
  await waitFor(() => expect(container.querySelector('#harbour-desk details')?.hasAttribute('open')).toBe(true));
  history.replaceState(null, '', '/');
});

test('Save keeps the review and says so', async () => {
  const { services } = await show();
  expect((await screen.findByRole('button', { name: 'Save' })).getAttribute('aria-disabled')).toBe('true');
  type(await system(), 'Checkout');
  type(answer(/what-if-fog/), 'We wait.');
  expect(screen.getByText('1 of 6 answered · saved when you leave a field')).toBeTruthy();
  expect(services.holds()).toBe(1);
  fireEvent.click(button('Save'));
  expect(await screen.findByText('1 of 6 answered · saved on this device')).toBeTruthy();
  expect(await saved(services)).toMatchObject([{ system: 'Checkout', answers: { 'what-if-fog': 'We wait.' } }]);
  await waitFor(() => expect(services.holds()).toBe(0));
  expect(screen.getByRole('status').textContent).toBe('Saved on this device.');
});

test('leaving a field saves too, and so does leaving the screen', async () => {
  const { services, unmount } = await show();
  type(await system(), 'Checkout');
  fireEvent.blur(await system());
  await waitFor(async () => expect(await saved(services)).toMatchObject([{ system: 'Checkout' }]));
  type(answer(/what-if-ice/), 'We break it.');
  unmount();
  await waitFor(async () =>
    expect(await saved(services)).toMatchObject([{ answers: { 'what-if-ice': 'We break it.' } }]),
  );
});

test('kept reviews are listed; one opens with its answers, and the focus goes along', async () => {
  const services = fakeServices();
  await keep(services, 'r1', 'Checkout');
  await show(services);
  fireEvent.click(await screen.findByRole('button', { name: /Checkout 1 of 6 answered/ }));
  expect(((await system()) as HTMLInputElement).value).toBe('Checkout');
  expect((answer(/what-if-fog/) as HTMLTextAreaElement).value).toBe('We wait.');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Checkout'));
});

test('a second review does not touch the first', async () => {
  const services = fakeServices();
  await keep(services, 'r1', 'Checkout');
  await show(services);
  fireEvent.click(await screen.findByRole('button', { name: 'New review' }));
  type(await system(), 'Search');
  fireEvent.click(button('All reviews'));
  expect(await screen.findByRole('button', { name: /Search 0 of 6/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Checkout 1 of 6/ })).toBeTruthy();
});

test('a review is deleted only after a question', async () => {
  const services = fakeServices();
  await keep(services, 'r1', 'Checkout');
  await show(services);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete Checkout' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(await saved(services)).toHaveLength(1);
  fireEvent.click(button('Delete Checkout'));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No reviews yet')).toBeTruthy();
  expect(await saved(services)).toHaveLength(0);
});

test('a review is exported as Markdown', async () => {
  const { services } = await show();
  type(await system(), 'Checkout & Zahlung');
  expect(button('Export as Markdown').getAttribute('aria-disabled')).toBe('true');
  type(answer(/what-if-fog/), 'We wait.');
  fireEvent.click(button('Export as Markdown'));
  expect(services.savedFiles[0]?.name).toBe('design-review-checkout-zahlung.md');
  expect(services.savedFiles[0]?.text).toContain('# Design review: Checkout & Zahlung');
  expect(services.savedFiles[0]?.text).toContain('## what-if-fog?\n\n*It may be so.*\n\nWe wait.');
});

test('text that cannot be saved stays, and is saved on a second try', async () => {
  const { services } = await show();
  type(await system(), 'Checkout');
  services.breakStorage({ kind: 'quota' });
  fireEvent.click(button('Save'));
  await screen.findByRole('button', { name: 'Try again' });
  expect(((await system()) as HTMLInputElement).value).toBe('Checkout');
  services.breakStorage(null);
  fireEvent.click(button('Try again'));
  await waitFor(async () => expect(await saved(services)).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
});
