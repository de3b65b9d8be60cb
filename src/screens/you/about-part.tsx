import { href } from '#services/navigation-service.ts';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { InstallOffer } from '../install-offer.tsx';
import { MistakeReport } from './mistake-report.tsx';
import { Part } from './part.tsx';

export function AboutPart() {
  return (
    <Part title="About" id="about">
      <InstallOffer />
      <Sheet tone="list">
        <LinkRow href={href('/you/sources/')}>Sources and licence</LinkRow>
        <MistakeReport />
      </Sheet>
    </Part>
  );
}
