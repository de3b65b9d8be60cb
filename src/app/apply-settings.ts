import type { Services } from '#services/services.ts';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';

/** Keeps the page in step with the settings, wherever they are changed: here, in another tab, or by a restore. */
export function applySettings({ progress, device }: Services): void {
  const apply = async () => {
    const settings = await progress.row('settings', 'all');
    if (!settings.ok) return;
    const { shortcuts = true, theme = 'system', textSize = 'normal' } = settings.value ?? {};
    shortcutsEnabled.value = shortcuts;
    device.mirror({ theme, textSize });
  };
  void apply();
  progress.subscribe((kinds) => {
    if (kinds.has('settings')) void apply();
  });
}
