// SPDX-License-Identifier: GPL-3.0-or-later
// Ajv, what JSON Forms validates with, on the very documents of bench-schema, in the same run.
// Arguments: bench-schema and a folder with node_modules. Prints one JSON line.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const [program, folder] = process.argv.slice(2)
const require = createRequire(join(resolve(folder), 'package.json'))
const Ajv = require('ajv/dist/2020').default
const addFormats = require('ajv-formats').default
const PARTS = 20
const PART_MS = 50

// Of as many parts as bench-schema has, the best.
function measure (validate, documents, expected) {
  const run = () => {
    for (const document of documents) {
      if (validate(document) !== expected) throw new Error('the peer sees it otherwise')
    }
  }
  for (let i = 0; i < 200; i++) run() // until the machine code is there
  let best = 0
  for (let part = 0; part < PARTS; part++) {
    const begin = process.cpuUsage()
    let used = 0
    let n = 0
    for (; used < PART_MS * 1e3; n += documents.length) {
      run()
      const usage = process.cpuUsage(begin)
      used = usage.user + usage.system
    }
    best = Math.max(best, n / used * 1e6)
  }
  return Math.round(best)
}

const work = mkdtempSync(join(tmpdir(), 'yc-peer-'))
try {
  execFileSync(program, ['--write', work])
  const ours = JSON.parse(execFileSync(program, { encoding: 'utf8' }))
  const ajv = new Ajv()
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(join(work, 'schema.json'), 'utf8')))
  const read = name => readFileSync(join(work, name), 'utf8').trim().split('\n').map(line => JSON.parse(line))
  const valid = measure(validate, read('valid.jsonl'), true)
  const wrong = measure(validate, read('wrong.jsonl'), false)
  console.log(JSON.stringify({
    bench: 'schema-peer',
    peer: 'ajv ' + require('ajv/package.json').version,
    peer_valid_per_s: valid,
    peer_wrong_per_s: wrong,
    valid_per_s: ours.valid_per_s,
    wrong_per_s: ours.wrong_per_s,
    valid_ratio: Number((ours.valid_per_s / valid).toFixed(2)),
    wrong_ratio: Number((ours.wrong_per_s / wrong).toFixed(2))
  }))
} finally {
  rmSync(work, { recursive: true })
}
