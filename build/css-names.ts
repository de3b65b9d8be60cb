import { createHash } from 'node:crypto';
import { basename, relative, sep } from 'node:path';

/** Names of CSS modules: the same in the app and in its prerendering, on every machine. */
export function cssNames(root: string, isReadable: boolean): (name: string, file: string) => string {
  return (name, file) => {
    const path = relative(root, file.replace(/\?.*$/, '')).split(sep).join('/');
    if (isReadable) return `${basename(path, '.module.css')}__${name}`;
    // A letter first: a class name may not begin with a digit.
    return 'q' + createHash('sha256').update(`${path} ${name}`).digest('base64url').replace(/[-_]/g, '').slice(0, 5);
  };
}
