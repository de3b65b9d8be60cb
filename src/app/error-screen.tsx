import type { BackupService } from '#services/backup-service.ts';
import type { DeviceService } from '#services/device-service.ts';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';

interface ErrorScreenProps {
  readonly error: Error;
  readonly backup: BackupService;
  readonly device: DeviceService;
}

/** A bug got through. Progress is in the log, so it can be saved from here before anything else. */
export function ErrorScreen({ error, backup, device }: ErrorScreenProps) {
  const save = async () => {
    const result = await backup.exportBackup();
    if (result.ok) device.saveFile(result.value.name, 'text/plain', result.value.text);
  };
  return (
    <>
      <ScreenHeader title="This page broke" />
      <p>
        It is our fault, not yours, and what you have done is kept. You can save it to a file, then load the app again.
      </p>
      <pre>{error.message}</pre>
      <Button variant="go" onClick={() => location.assign(href('/'))}>
        Load again
      </Button>
      <Button onClick={() => void save()}>Save a backup</Button>
    </>
  );
}
