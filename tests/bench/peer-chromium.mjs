// SPDX-License-Identifier: GPL-3.0-or-later
// A headless Chromium making the page that bench-certificate makes, in the same run: the same words, table and
// seal from HTML, without signature and number. It is warm: started once and told of each page by DevTools.
// Arguments: bench-certificate and yichuangctl. Prints one JSON line.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [program, yichuangctl] = process.argv.slice(2)
const ROUNDS = 40
const ISSUER = '黄江镇北岸社区居民委员会'
const TENANTS = ['李小燕', '马超', '欧阳建国', '阿卜杜热合曼·买买提', '陈静', '何伟强']

const folder = mkdtempSync(join(tmpdir(), 'peer-chromium-'))
let browser

// DevTools over a pipe: JSON texts that end with a zero byte.
function connect () {
  const waiting = new Map()
  let n = 0
  let rest = ''

  browser = spawn('chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
    '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${folder}/profile`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  browser.stdio[4].on('data', data => {
    const texts = (rest + data.toString('latin1')).split('\0')
    rest = texts.pop()
    for (const text of texts) {
      const message = JSON.parse(text)
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
    }
  })
  return (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    const id = ++n
    waiting.set(id, message => message.error ? reject(new Error(message.error.message)) : resolve(message.result))
    browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0')
  })
}

function drawSeal () {
  const file = join(folder, 'seal.svg')
  execFileSync(yichuangctl, ['certificate', 'seal', ISSUER, '--sample', '-o', file])
  return readFileSync(file, 'utf8').replace(/^<\?xml.*\n/, '')
}

function write (seal, round) {
  const rows = TENANTS.map(name => `<tr><td>${name}<td>990101********4512`).join('')
  return `<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{font:16pt/28.95pt "Noto Serif CJK SC";margin:0}h1{font-size:22pt;text-align:center}p{text-indent:2em;text-align:justify}
table{width:100%;border-collapse:collapse}td,th{border:.5pt solid;font-size:14pt}.end{position:relative;text-align:right}
svg{position:absolute;right:10mm;top:-12mm}</style><h1>阶梯水费办理证明</h1><p style="text-indent:0">黄江供水有限公司：
<p>兹证明，周明德（公民身份号码：99010119680312${4516 + round}）申请办理阶梯水价计费人口登记的用水地址为黄江镇北岸社区沿河路 27 号。
经核实，该址现实际居住 10 人。居住在该址的租户如下：<table><tr><th>姓名<th>公民身份号码${rows}</table><p>特此证明。
<div class=end>${seal}${ISSUER}<br>2026年11月21日</div>`
}

async function measure () {
  const send = connect()
  const { targetInfos } = await send('Target.getTargets')
  const { targetId } = targetInfos.find(info => info.type === 'page')
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const { frameTree } = await send('Page.getFrameTree', {}, sessionId)
  const seal = drawSeal()
  const times = []
  let size

  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now()
    await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: write(seal, round) }, sessionId)
    const { data } = await send('Page.printToPDF', { preferCSSPageSize: true }, sessionId)
    times.push(performance.now() - begin)
    size = Buffer.from(data, 'base64').length
  }
  return { times, size }
}

const limit = setTimeout(() => { browser?.kill('SIGKILL'); process.exit(1) }, 120e3)
const ours = JSON.parse(execFileSync(program).toString())
try {
  const { times, size } = await measure()
  times.shift() // the first one loads the fonts
  times.sort((a, b) => a - b)
  const p50 = times[times.length >> 1]
  console.log(JSON.stringify({
    bench: 'certificate-peer',
    peer: 'headless Chromium, warm, Page.printToPDF',
    rounds: times.length,
    ours_p50_ms: ours.compose_and_sign_p50_ms,
    peer_p50_ms: +p50.toFixed(2),
    peer_p99_ms: +times.at(-1).toFixed(2),
    peer_bytes: size,
    peer_by_ours: +(p50 / ours.compose_and_sign_p50_ms).toFixed(2)
  }))
} finally {
  clearTimeout(limit)
  browser.kill('SIGKILL')
  await new Promise(resolve => browser.on('exit', resolve))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(0)
