import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page with all the pictures of a folder, to look through. */
export function album(folder: string): void {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const figures = pictures.map(
    (name) =>
      `<figure><figcaption>${name}</figcaption><a href="${name}"><img src="${name}" loading="lazy" alt=""></a></figure>`,
  );
  const style =
    'body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{max-width:480px;border:1px solid #999}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>\n${figures.join('\n')}\n`,
  );
}
