import type { BackupFault } from '#services/backup-service.ts';
import type { MergeReport } from '#services/progress-service.ts';
import { storageFaultWords } from '../storage-fault-words.ts';

/** What a restore brought. */
export function mergeWords({ added, known, unknownKinds }: MergeReport): string {
  if (added === 0) return `Nothing new: everything in the file was already here (${known}).`;
  const newer = ` Of the new, ${unknownKinds} come from a newer version of Quorum: kept, and counted once this one is updated.`;
  return `Restored: ${added} new, ${known} already here.${unknownKinds > 0 ? newer : ''}`;
}

/** Why a backup could not be written or read. */
export function backupFaultWords(fault: BackupFault): string {
  switch (fault.kind) {
    case 'not-a-backup':
      return `This file is not a backup of Quorum: ${fault.reason}. Nothing was changed.`;
    case 'newer-backup':
      return `This backup has format ${fault.found}, from a newer version of Quorum; this version reads up to ${fault.known}. Update Quorum first. Nothing was changed.`;
    case 'broken-line':
      return `Line ${fault.line} of the file cannot be understood: ${fault.reason}. Nothing was changed.`;
    case 'quota':
      return 'This device has no room left for that. Free some space, then try again. Nothing was changed.';
    case 'lost':
      return 'The connection to this device’s storage was lost. Try again. Nothing was changed.';
    case 'denied':
      return 'This browser keeps nothing here: a private window, or storage is switched off. Nothing was changed.';
    case 'unknown':
      return `It did not work: ${fault.message}. Nothing was changed.`;
    case 'blocked':
    case 'newer':
      return storageFaultWords(fault);
  }
}
