import { Notice } from '#ui/notice.tsx';
import { Rail } from '#ui/rail.tsx';
import { rebuilt } from './rebuilt.ts';

/** After an update that reads the log anew. It takes moments even for years of reviews. */
export function RebuildNotice() {
  return (
    <Notice>
      <p>Reading your progress anew after an update.</p>
      <Rail value={rebuilt.value} label="Progress read" />
    </Notice>
  );
}
