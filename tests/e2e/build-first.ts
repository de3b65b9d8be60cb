import { ensureDist } from '#tests/support/built-site.ts';

// oxlint-disable-next-line no-default-export -- Playwright asks for one
export default ensureDist;
