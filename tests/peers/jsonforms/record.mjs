// SPDX-License-Identifier: GPL-3.0-or-later
// record.mjs [--check] FOLDER…: writes what JSON Forms says of each case, or compares it with what
// is written. A case is a folder with schema.json, layout.json, data-NAME.json, perhaps words.json.
import fs from 'node:fs';
import path from 'node:path';
import { makeLayout, walk } from './walk.mjs';

const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const readIf = (file) => fs.existsSync(file) ? read(file) : undefined;

export function expect (folder, name) {
  const schema = read(path.join(folder, 'schema.json'));
  const layout = readIf(path.join(folder, 'layout.json')) ?? makeLayout(schema);
  const lines = walk(schema, layout, read(path.join(folder, `data-${name}.json`)),
                     readIf(path.join(folder, 'words.json')));
  return lines.map((line) => JSON.stringify(line) + '\n').join('');
}

const listData = (folder) => fs.readdirSync(folder)
  .map((file) => /^data-(.*)\.json$/.exec(file)?.[1]).filter((name) => name !== undefined).sort();

function run (args) {
  const check = args[0] === '--check';
  const folders = check ? args.slice(1) : args;
  let different = 0, lines = 0;
  for (const folder of folders)
    for (const name of listData(folder)) {
      const file = path.join(folder, `state-${name}.jsonl`);
      const said = expect(folder, name);
      lines += said.split('\n').length - 1;
      if (!check)
        fs.writeFileSync(file, said);
      else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== said) {
        different++;
        console.log(`JSON Forms says something else than ${file}`);
      }
    }
  console.log(`${folders.length} cases, ${lines} elements, ${different} different`);
  process.exitCode = different > 0 ? 1 : 0;
}

if (import.meta.url === `file://${process.argv[1]}`)
  run(process.argv.slice(2));
