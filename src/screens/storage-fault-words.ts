import type { StorageFault } from '#services/progress-service.ts';

/** What went wrong with keeping progress, in words that say what to do. */
export function storageFaultWords(fault: StorageFault): string {
  switch (fault.kind) {
    case 'blocked':
      return 'Another tab holds an older version of Quorum open. Close the other Quorum tabs, then try again.';
    case 'newer':
      return 'Your progress was written by a newer version of Quorum. Reload to get that version. Nothing was changed.';
    case 'quota':
      return 'This device has no room left, so the last answer is not saved yet. Free some space, then try again.';
    case 'denied':
      return 'This browser keeps nothing here: a private window, or storage is switched off. You can read and answer, but it will be gone when the window closes.';
    case 'lost':
      return 'The connection to this device’s storage was lost, so the last answer is not saved yet. Try again.';
    case 'unknown':
      return `Saving did not work: ${fault.message}. The last answer is kept here. Try again.`;
  }
}
