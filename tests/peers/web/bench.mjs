// SPDX-License-Identifier: GPL-3.0-or-later
// bench.mjs FIELDS FOLDER [RUNS [OURS]]: how fast JSON Forms with its plain renderers is in Chromium
// for the schema.json and layout.json in FOLDER. Prints one JSON line with the medians, and with how
// many times as much as ours they are where OURS has what bench-form-view printed. Packages come by
// `npm ci`, Chromium from Debian.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const KEYS = 100;
const KEY_MS = 30;
const SCROLL_STEP = 100;
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const RATIOS = ['open_ms', 'key_p50_ms', 'key_p99_ms', 'pss_mb'];

const [fields, folder, runs = '3', ours] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: bench.mjs FIELDS FOLDER [RUNS [OURS]]');
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const schema = readFileSync(join(folder, 'schema.json'), 'utf8');
const layout = readFileSync(join(folder, 'layout.json'), 'utf8');

async function bundle () {
  const result = await build({
    entryPoints: [join(here, 'page.jsx')], bundle: true, minify: true, write: false,
    format: 'iife', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles[0].text;
}

async function serve (script) {
  const server = createServer((request, response) => {
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><title>Peer</title><div id="form"></div>' +
                   '<script src="/page.js"></script>');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

// The processes of a browser are those that were started with its profile, and their children.
function sumMemory (profile) {
  const parents = new Map();
  const own = new Set();
  let kilobytes = 0;

  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(pid, /^PPid:\s*(\d+)/m.exec(status)[1]);
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile))
        own.add(pid);
    } catch { /* it has ended */ }
  }
  for (const pid of parents.keys()) {
    let at = pid;
    while (at !== undefined && !own.has(at))
      at = parents.get(at);
    if (at === undefined)
      continue;
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s*(\d+)/m.exec(text)[1]);
    } catch { /* likewise */ }
  }
  return kilobytes / 1024;
}

async function typeKeys (page) {
  const times = [];

  await page.locator('input[type=text]').first().click();
  for (let i = 0; i < KEYS; i++) {
    await page.waitForTimeout(KEY_MS);
    await page.evaluate(() => window.watchKey());
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Backspace');
    times.push(await page.evaluate(() => window.keyTime));
  }
  return times.sort((a, b) => a - b);
}

async function run (url) {
  const profile = mkdtempSync(join(tmpdir(), 'yc-peer-web-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium', headless: true, args: ARGUMENTS,
    viewport: { width: 700, height: 700 },
  });
  try {
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(500);
    const open = await page.evaluate(([a, b]) => window.openForm(a, b), [schema, layout]);
    const memory = sumMemory(profile);
    const keys = await typeKeys(page);
    const scrolled = await page.evaluate((step) => window.scrollThrough(step), SCROLL_STEP);
    return {
      open_ms: open, key_p50_ms: keys[KEYS / 2], key_p99_ms: keys[Math.floor(KEYS * 0.99)],
      pss_mb: memory, scroll_fps: scrolled.fps, scroll_longest_ms: scrolled.longest,
    };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const server = await serve(await bundle());
const results = [];
for (let i = 0; i < Number(runs); i++)
  results.push(await run(`http://127.0.0.1:${server.address().port}/`));
server.close();

const median = (name) => results.map((result) => result[name]).sort((a, b) => a - b)[
  Math.floor(results.length / 2)];
const line = { bench: 'form-web-peer', fields: Number(fields), runs: results.length };
for (const name of Object.keys(results[0]))
  line[name] = Number(median(name).toFixed(2));
if (ours !== undefined) {
  const own = JSON.parse(readFileSync(ours, 'utf8'));
  for (const name of RATIOS)
    line[name.replace(/_(ms|mb)$/, '_ratio')] = Number((line[name] / own[name]).toFixed(2));
}
line.load = Number(loadavg()[0].toFixed(1));
console.log(JSON.stringify(line));
