import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';

export function NotFound() {
  return (
    <>
      <ScreenHeader title="No such page" />
      <p>Nothing is kept at this address. A link may be old, or a letter may be missing.</p>
      <Button variant="go" href={href('/')}>
        Go to Today
      </Button>
    </>
  );
}
