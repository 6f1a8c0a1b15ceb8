// Builds what the browser runs into ../Appui/wwwroot: content-hashed names, Brotli and gzip beside each text file.
// The two faces that documents (PDF) embed go to ../Appui/fonts.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import subsetFont from 'subset-font';

const out = new URL('../Appui/wwwroot/', import.meta.url);
const modules = new URL('node_modules/', import.meta.url);
const manifest = {};
const sizes = [];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

await fonts();
documentFonts();
put('icons.svg', sprite());
put('favicon.svg', readFileSync(new URL('favicon.svg', import.meta.url)));
put('appui.css', await styles());
put('appui.js', await scripts());
writeFileSync(new URL('manifest.json', out), JSON.stringify(manifest, null, 2) + '\n');
report({ 'appui.css': 9 * 1024, 'appui.js': 4 * 1024, 'icons.svg': 6 * 1024, 'sans.woff2': 26 * 1024 });

async function styles() {
  const { outputFiles } = await build({
    entryPoints: ['css/appui.css'],
    bundle: true,
    minify: true,
    write: false,
    external: ['*.woff2'],
    target: ['chrome100', 'firefox100', 'safari15'],
  });
  return darkTwice(outputFiles[0].text).replace(/[\w-]+\.woff2/g, (name) => `/${manifest[name]}`);
}

// The dark tokens are written once in css/tokens.css. They apply when the person chose dark,
// and when the system is dark and the person chose nothing.
function darkTwice(css) {
  const chosen = /:root\[data-theme="?dark"?\](\{[^}]*\})/;
  const tokens = css.match(chosen)?.[1];
  if (!tokens) throw new Error('css/tokens.css: no dark tokens');
  return css.replace(chosen, (rule) => `${rule}@media(prefers-color-scheme:dark){:root:not([data-theme=light])${tokens}}`);
}

async function scripts() {
  const { outputFiles } = await build({
    entryPoints: ['ts/appui.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
  });
  return outputFiles[0].text;
}

function sprite() {
  const names = readFileSync(new URL('icons.txt', import.meta.url), 'utf8').trim().split('\n');
  const symbols = names.map((name) => {
    const svg = readFileSync(new URL(`@tabler/icons/icons/outline/${name}.svg`, modules), 'utf8');
    const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map((m) => m[1]).filter((d) => d !== 'M0 0h24v24H0z');
    return `<symbol id="${name}" viewBox="0 0 24 24"><path d="${paths.join('').replace(/ ?([a-zA-Z]) ?/g, '$1').replace(/ -/g, '-')}"/></symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

async function fonts() {
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
  const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŸ‘’‚“”„†•…–—‹›€−™ \u2009';
  const source = readFileSync(new URL('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', modules));
  put(
    'sans.woff2',
    await subsetFont(source, latin, {
      targetFormat: 'woff2',
      noHinting: true,
      keepFeatures: ['kern', 'tnum'],
      variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    }),
  );
  for (const [name, weight] of [['reading.woff2', 400], ['reading-bold.woff2', 700]])
    put(name, readFileSync(new URL(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`, modules)));
}

function documentFonts() {
  const to = new URL('../Appui/fonts/', import.meta.url);
  mkdirSync(to, { recursive: true });
  for (const face of ['400Regular', '600SemiBold'])
    copyFileSync(new URL(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`, modules), new URL(`SourceSans3_${face}.ttf`, to));
}

function put(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`);
  manifest[name] = hashed;
  writeFileSync(new URL(hashed, out), bytes);
  let sent = bytes.length;
  if (!name.endsWith('.woff2')) {
    const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    writeFileSync(new URL(`${hashed}.br`, out), br);
    writeFileSync(new URL(`${hashed}.gz`, out), gzipSync(bytes, { level: 9 }));
    sent = br.length;
  }
  sizes.push({ name, bytes: bytes.length, sent });
}

function report(budgets) {
  for (const { name, bytes, sent } of sizes) console.log(`${name.padEnd(20)} ${String(bytes).padStart(7)} B, sent ${String(sent).padStart(6)} B`);
  const over = sizes.filter(({ name, sent }) => sent > (budgets[name] ?? Infinity));
  for (const { name, sent } of over) console.error(`${name} is ${sent} B, over its budget of ${budgets[name]} B`);
  if (over.length) process.exit(1);
}
