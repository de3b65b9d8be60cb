// Serves a built site as GitHub Pages does: folders by their slash, 404.html for what is not there, text compressed.
// Plain JavaScript, because `npm start` runs it with nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
const isText = (type) => /^text|json|xml|javascript/.test(type);

/**
 * Starts serving `root` under `base` (which begins and ends with a slash). `port` 0 takes any that is free.
 * `noStore` forbids every cache on the way, so that a test meets the server and not a cache.
 * Resolves to the site's address, and `close`, which drops open connections at once.
 */
export async function serve({ root, base = '/', port = 0, noStore = false }) {
  const site = { root: resolve(root), base, noStore, bodies: new Map() };
  const server = createServer((request, response) => {
    try {
      answer(site, request, response);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, 'localhost', done);
  });
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}${base}`, close };
}

function answer(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const found = find(site, pathname);
  if (found.folder) return void response.writeHead(301, { location: pathname + '/' + search }).end();
  if (!found.file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  send(site, request, response, found);
}

/** The file behind a path; or that it is a folder, whose address ends with a slash. */
function find({ root, base }, pathname) {
  const path = decode(pathname);
  if (path === undefined || !path.startsWith(base)) return {};
  const file = normalize(join(root, path.slice(base.length)));
  if (file !== root && !file.startsWith(root + sep)) return {};
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() && !path.endsWith('/')) return { file, status: 200 };
  if (stat?.isDirectory() && !path.endsWith('/')) return { folder: true };
  const page = path.endsWith('/') ? join(file, 'index.html') : `${file}.html`;
  if (existsSync(page)) return { file: page, status: 200 };
  const notFound = join(root, '404.html');
  return existsSync(notFound) ? { file: notFound, status: 404 } : {};
}

function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function send(site, request, response, { file, status }) {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const mayZip = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const { body, etag } = read(site, file, mayZip);
  const headers = {
    'content-type': type,
    'cache-control': site.noStore ? 'no-store' : 'max-age=600',
    vary: 'accept-encoding',
    etag,
    ...(mayZip && { 'content-encoding': 'gzip' }),
  };
  if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A file's bytes, compressed once for each time that it changes. */
function read({ bodies }, file, isZipped) {
  const key = `${file} ${statSync(file).mtimeMs} ${isZipped}`;
  const known = bodies.get(key);
  if (known) return known;
  const bytes = readFileSync(file);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}${isZipped ? '-gzip' : ''}"`;
  const entry = { body: isZipped ? gzipSync(bytes, { level: 9 }) : bytes, etag };
  bodies.set(key, entry);
  return entry;
}

/** `node build/serve.mjs [--root dist] [--base /] [--port 4173] [--no-store]` */
async function main(words) {
  const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
  const { url } = await serve({
    root: option('--root', 'dist'),
    base: option('--base', process.env.BASE_PATH || '/'),
    port: Number(option('--port', process.env.PORT || '4173')),
    noStore: words.includes('--no-store'),
  });
  console.log(`Quorum is at ${url}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
