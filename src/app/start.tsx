import './styles.ts';
import { hydrate, render } from 'preact';
import { App } from './app.tsx';
import { openPage } from './page.ts';
import { createServices } from './create-services.ts';
import type { BrowserDevice } from '#services/browser-device.ts';
import type { ProgressStore } from '#services/progress-service.ts';
import { applySettings } from './apply-settings.ts';

/** Starts the app at the current address: takes over a prerendered page, or fills the empty shell. */
export async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no element #app');
  const base = import.meta.env.BASE_URL;
  const { services, navigation, device, update } = createServices();
  const [first] = await Promise.all([
    openPage('/' + location.pathname.slice(base.length), services.content),
    stylesLoaded(),
  ]);
  const app = <App services={services} navigation={navigation} first={first} base={base} />;
  // The prerendered page says which path it is; the shell, served for any address, says none.
  if (root.dataset['path'] === first.path) hydrate(app, root);
  else {
    root.replaceChildren();
    render(app, root);
  }
  applySettings(services);
  void noticeEmptied(services.progress, device);
  update.register();
}

/** Longer than a file on the device takes: who has to fetch the styles and cannot gets the app without them. */
const STYLES_MS = 3_000;

/** A page carries the styles of what it shows; what the app may show next needs them all. */
function stylesLoaded(): Promise<unknown> | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
  if (link === null || link.sheet !== null) return undefined;
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    setTimeout(resolve, STYLES_MS);
  });
}

/** A device that has been here before, with a store that holds nothing: the browser emptied it. */
async function noticeEmptied(progress: ProgressStore, device: BrowserDevice): Promise<void> {
  const summary = await progress.summary();
  if (summary.ok) device.noteStore(summary.value.events === 0);
}
