import { plainLook, readFirstPaint } from '#services/first-paint.ts';
import type { Services } from '#services/services.ts';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';

/** Keeps the page in step with the settings, wherever they are changed: here, in another tab, or by a restore. */
export function applySettings({ progress, device }: Services): void {
  // Before the log can be read: a key that was switched off must not work in the first moments of a page either.
  shortcutsEnabled.value = readFirstPaint().shortcuts ?? true;
  const apply = async () => {
    const settings = await progress.row('settings', 'all');
    if (!settings.ok) return;
    const { shortcuts = true, theme, textSize, lines, letters } = { ...plainLook, ...settings.value };
    shortcutsEnabled.value = shortcuts;
    device.mirror({ theme, textSize, lines, letters, shortcuts });
  };
  void apply();
  progress.subscribe((kinds) => {
    if (kinds.has('settings')) void apply();
  });
}
