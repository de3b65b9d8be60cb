import type { Services } from '#services/services.ts';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';

/** Keeps the page in step with the settings, wherever they are changed: here, in another tab, or by a restore. */
export function applySettings({ progress, device }: Services): void {
  const apply = async () => {
    const settings = await progress.row('settings', 'all');
    if (!settings.ok || settings.value === undefined) return;
    shortcutsEnabled.value = settings.value.shortcuts;
    device.mirror({ theme: settings.value.theme, textSize: settings.value.textSize });
  };
  void apply();
  progress.subscribe((kinds) => {
    if (kinds.has('settings')) void apply();
  });
}
