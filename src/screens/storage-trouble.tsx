import { useEffect } from 'preact/hooks';
import type { StorageFault } from '#services/progress-service.ts';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { storageFaultWords } from './storage-fault-words.ts';

export interface StorageTroubleProps {
  readonly fault: StorageFault;
  /** Tries again to write what was kept. */
  readonly onRetry: () => void;
}

export function StorageTrouble({ fault, onRetry }: StorageTroubleProps) {
  const words = storageFaultWords(fault);
  useEffect(() => announce(words), [words]);
  return (
    <Notice tone="bad" actions={<Button onClick={onRetry}>Try again</Button>}>
      {words}
    </Notice>
  );
}
