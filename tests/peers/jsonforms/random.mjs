// SPDX-License-Identifier: GPL-3.0-or-later
// random.mjs FOLDER SEED NUMBER: makes up forms and data and writes them as cases with what JSON
// Forms says. The same seed gives the same cases.
import fs from 'node:fs';
import path from 'node:path';
import { Maker } from './make-data.mjs';
import { makeLayout, walk } from './walk.mjs';

function write (folder, name, value) {
  if (value !== undefined)
    fs.writeFileSync(path.join(folder, name), JSON.stringify(value, null, 2) + '\n');
}

// Without a layout JSON Forms makes one, and so do we: the same where it leaves no field out. It does
// not show those without a type, nor those of a whole with combinators.
function needsNoLayout (schema) {
  const made = makeLayout(schema);
  return !schema.allOf && !schema.oneOf && !schema.anyOf && !schema.$ref &&
         made?.elements.length === Object.keys(schema.properties ?? {}).length;
}

function makeUp (seed) {
  const maker = new Maker(seed);
  const schema = maker.root();
  maker.detailed &&= !schema.$ref;
  const layout = maker.maybe(0.2) && needsNoLayout(schema) ? undefined : maker.layout(schema);
  return { schema, layout, words: maker.dictionary(), data: maker.data(schema) };
}

// JSON Forms and ajv refuse some made-up forms; those say nothing about us.
function makeCase (folder, seed) {
  const { schema, layout, words, data } = makeUp(seed);
  let states;
  try {
    const shown = layout ?? makeLayout(schema);
    states = data.map((value) => walk(schema, shown, value, words));
  } catch (error) {
    if (process.env.WHY)
      console.log(seed, String(error.stack).split('\n').slice(0, 3).join(' | '));
    return false;
  }
  const place = path.join(folder, `seed-${seed}`);
  fs.mkdirSync(place, { recursive: true });
  write(place, 'schema.json', schema);
  write(place, 'layout.json', layout);
  write(place, 'words.json', words);
  data.forEach((value, i) => {
    write(place, `data-${i}.json`, value);
    fs.writeFileSync(path.join(place, `state-${i}.jsonl`), states[i].map((line) => JSON.stringify(line) + '\n').join(''));
  });
  return true;
}

const [folder, first, number] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
let made = 0;
for (let seed = first; seed < first + number; seed++)
  made += makeCase(folder, seed) ? 1 : 0;
console.log(`${made} of ${number} made-up forms from seed ${first} on`);
