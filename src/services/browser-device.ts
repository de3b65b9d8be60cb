import { signal, type Signal } from '@preact/signals';
import type { DeviceService } from './device-service.ts';
import { keepFirstPaint, readFirstPaint } from './first-paint.ts';

export interface BrowserDevice extends DeviceService {
  /** Told once the store is open: an empty one on a device that has been here before was emptied by the browser. */
  readonly noteStore: (isEmpty: boolean) => void;
}

/** What is asked of the device now and then: its code comes when it is. */
const actions = () => import('./browser-actions.ts');

type Install = DeviceService['install']['value'];

/** Chromium's own event, which no type library knows: it may be asked once. */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export function createBrowserDevice(): BrowserDevice {
  // Read before this visit leaves its own mark.
  const hadVisit = readFirstPaint().isReturning === true;
  const wasEmptied = signal(false);
  const install = signal<Install>(installAtStart());
  const promptInstall = followInstall(install);

  return {
    install,
    promptInstall,
    storage: async () => (await actions()).storageState(),
    persist: async () => (await actions()).persist(),
    setBadge: (count) => void actions().then(({ setBadge }) => setBadge(count)),
    saveFile: (name, type, text) => void actions().then(({ saveFile }) => saveFile(name, type, text)),
    mirror: keepFirstPaint,
    wasEmptied,
    noteStore: (isEmpty) => {
      wasEmptied.value = hadVisit && isEmpty;
    },
  };
}

function installAtStart(): Install {
  const isStandalone =
    matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);
  if (isStandalone) return 'installed';
  // An iPad says that it is a Mac, but no Mac has a touch screen.
  const isIos =
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return isIos ? 'ios' : 'unavailable';
}

/** Keeps `install` right; returns what asks the learner. */
function followInstall(install: Signal<Install>): () => Promise<void> {
  let offer: InstallPromptEvent | undefined;
  addEventListener('beforeinstallprompt', (event) => {
    // The app asks at its own time: after the first finished section.
    event.preventDefault();
    offer = event as InstallPromptEvent;
    install.value = 'prompt';
  });
  addEventListener('appinstalled', () => {
    install.value = 'installed';
  });
  return async () => {
    const asked = offer;
    offer = undefined;
    if (asked === undefined) return;
    const { outcome } = await asked.prompt();
    // A browser that is told no may offer again later, with a new event.
    if (outcome === 'dismissed') install.value = 'unavailable';
  };
}
