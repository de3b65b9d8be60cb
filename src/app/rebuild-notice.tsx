import { signal } from '@preact/signals';
import { Notice } from '#ui/notice.tsx';
import { Rail } from '#ui/rail.tsx';

/** How much of a rebuild is done, 0 to 1; 1 when none is under way. */
export const rebuilt = signal(1);

/** After an update that reads the log anew. It takes moments even for years of reviews. */
export function RebuildNotice() {
  if (rebuilt.value >= 1) return null;
  return (
    <Notice>
      <p>Reading your progress anew after an update.</p>
      <Rail value={rebuilt.value} label="Progress read" />
    </Notice>
  );
}
