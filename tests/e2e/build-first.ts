import { ensureBuilds } from './support/builds.ts';

// oxlint-disable-next-line no-default-export -- Playwright asks for one
export default ensureBuilds;
