import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ROOT } from '../project'
import { median, type Ratio, ratioOf } from './statistics'
import type { XlsxTaken } from './xlsxCase'

const ROUNDS = 5

/**
 * Processor time of writing so many rows of fifteen cells, by our writer against the streaming one of exceljs. What each
 * holds in memory, for so many rows and for a fifth of them, and how large the file is, is said on the way.
 */
export async function benchXlsx(rows: number, say: (line: string) => void): Promise<Ratio[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-xlsx-'))
  try {
    return await compared(rows, folder, say)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function compared(rows: number, folder: string, say: (line: string) => void): Promise<Ratio[]> {
  const fewer = Math.round(rows / 5)
  const rounds: { ours: XlsxTaken; oursOfFewer: XlsxTaken; exceljs: XlsxTaken }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      exceljs: await written('exceljs', rows, path.join(folder, 'exceljs.xlsx')),
      oursOfFewer: await written('ours', fewer, path.join(folder, 'fewer.xlsx')),
      ours: await written('ours', rows, path.join(folder, 'ours.xlsx')),
    })
  const peak = (whose: keyof (typeof rounds)[number]) =>
    Math.round(median(rounds.map((round) => round[whose].peakMegabytes)))
  const size = async (name: string) => ((await stat(path.join(folder, name))).size / 1024 ** 2).toFixed(1)
  say(
    `${rows} rows: ${await size('ours.xlsx')} MB, of exceljs ${await size('exceljs.xlsx')}; memory at most ${peak('ours')} MB ` +
      `above what was there before (${fewer} rows: ${peak('oursOfFewer')}), exceljs ${peak('exceljs')}`,
  )
  return [
    ratioOf(
      `processor time of an XLSX of ${rows} x 15 against exceljs streaming`,
      rounds.map(({ ours, exceljs }) => ({ measured: ours.cpuMs, control: exceljs.cpuMs })),
    ),
  ]
}

function written(writer: 'ours' | 'exceljs', rows: number, file: string): Promise<XlsxTaken> {
  return new Promise((resolve, reject) => {
    const script = path.join(import.meta.dirname, 'xlsxCase.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, writer, String(rows), file], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(told) as XlsxTaken)
      else reject(new Error(`${writer} could not write ${rows} rows`))
    })
  })
}
