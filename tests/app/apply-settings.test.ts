import { afterEach, expect, test, vi } from 'vitest';
import { applySettings } from '#app/apply-settings.ts';
import { ok } from '#base/result.ts';
import type { Settings } from '#progress/event.ts';
import { plainLook } from '#services/first-paint.ts';
import type { ProgressStore } from '#services/progress-service.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';

afterEach(() => {
  shortcutsEnabled.value = true;
});

test('settings are applied at start, and again whenever they change', async () => {
  const services = fakeServices();
  const mirrored: unknown[] = [];
  await services.progress.record([{ kind: 'settingChanged', name: 'theme', value: 'dark' }], services.clock.now());
  applySettings({ ...services, device: { ...services.device, mirror: (first) => void mirrored.push(first) } });
  await vi.waitFor(() => expect(mirrored).toEqual([{ ...plainLook, theme: 'dark', shortcuts: true }]));
  await services.progress.record([{ kind: 'settingChanged', name: 'shortcuts', value: false }], services.clock.now());
  await vi.waitFor(() => expect(shortcutsEnabled.value).toBe(false));
  await services.progress.record([{ kind: 'conceptKept', concept: 'crossing' }], services.clock.now());
  expect(mirrored).toHaveLength(2);
});

test('a row of a version that knew less is completed', async () => {
  const services = fakeServices();
  const mirrored: unknown[] = [];
  const known = { theme: 'light', textSize: 'large', shortcuts: true } as Settings;
  const progress: ProgressStore = { ...services.progress, row: (async () => ok(known)) as ProgressStore['row'] };
  applySettings({
    ...services,
    progress,
    device: { ...services.device, mirror: (first) => void mirrored.push(first) },
  });
  await vi.waitFor(() =>
    expect(mirrored).toEqual([{ ...plainLook, theme: 'light', textSize: 'large', shortcuts: true }]),
  );
});

test('after everything was deleted, the page is as it came', async () => {
  const services = fakeServices();
  const mirrored: unknown[] = [];
  await services.progress.record([{ kind: 'settingChanged', name: 'shortcuts', value: false }], services.clock.now());
  applySettings({ ...services, device: { ...services.device, mirror: (first) => void mirrored.push(first) } });
  await vi.waitFor(() => expect(shortcutsEnabled.value).toBe(false));
  await services.progress.deleteEverything();
  await vi.waitFor(() => expect(shortcutsEnabled.value).toBe(true));
  expect(mirrored.at(-1)).toEqual({ ...plainLook, shortcuts: true });
});

test('where nothing can be read, the page stays as it is', async () => {
  const services = fakeServices();
  const mirrored: unknown[] = [];
  services.breakStorage({ kind: 'denied' });
  applySettings({ ...services, device: { ...services.device, mirror: (first) => void mirrored.push(first) } });
  await new Promise((resolve) => setImmediate(resolve));
  expect(mirrored).toEqual([]);
});
