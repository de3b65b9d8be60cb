import { useState } from 'preact/hooks';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Offers to install the app, in the way this browser can. Nothing where it cannot, or where it is done. */
export function InstallOffer() {
  const { device, backup } = useServices();
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;

  const saveBackup = async () => {
    const result = await backup.exportBackup();
    if (result.ok) device.saveFile(result.value.name, 'text/plain', result.value.text);
  };

  switch (device.install.value) {
    case 'prompt':
      return (
        <Notice
          onDismiss={() => setDismissed(true)}
          actions={<Button onClick={() => void device.promptInstall()}>Install</Button>}
        >
          Quorum can live on your home screen and opens there without the network.
        </Notice>
      );
    case 'ios':
      return (
        <Notice
          onDismiss={() => setDismissed(true)}
          actions={<Button onClick={() => void saveBackup()}>Save a backup</Button>}
        >
          To install: tap Share, then Add to Home Screen. The installed app starts empty, because iOS gives it a storage
          of its own. Save a backup first, then restore it there under You.
        </Notice>
      );
    case 'unavailable':
    case 'installed':
      return null;
  }
}
