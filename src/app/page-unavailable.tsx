import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';

/** A page whose code or text is neither on the device nor to be had from the network. */
export function PageUnavailable({ error }: { readonly error: unknown }) {
  return (
    <>
      <ScreenHeader title="Not on this device" />
      <p>
        This page was not saved here yet, and the network did not answer. Everything you have done is safe. Try again
        once you are online.
      </p>
      <p>
        <small>{error instanceof Error ? error.message : String(error)}</small>
      </p>
      <Button variant="go" onClick={() => location.reload()}>
        Try again
      </Button>
      <Button href={href('/')}>Go to Today</Button>
    </>
  );
}
