import Papa from 'papaparse'
import { importList } from './importList'
import { importPeer } from './peers'
import { type Ratio, ratioOf } from './statistics'

const ROUNDS = 5

/** What of udsv is used. */
interface Udsv {
  inferSchema(text: string): unknown
  initParser(schema: unknown): { stringArrs(text: string): string[][] }
}

/** What reading a list of so many rows with our CSV library costs against the fastest reader that we know of. */
export async function benchCsv(rows: number): Promise<Ratio> {
  const { inferSchema, initParser } = await importPeer<Udsv>('udsv')
  const text = importList(rows)
  const rounds: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [control, theirs] = timed(() => initParser(inferSchema(text)).stringArrs(text).length)
    const [measured, ours] = timed(() => Papa.parse<string[]>(text).data.length)
    // udsv leaves the line of names out.
    if (ours !== theirs + 1) throw new Error(`PapaParse reads ${ours} lines, udsv ${theirs} below the names`)
    rounds.push({ measured, control })
  }
  return ratioOf(`PapaParse of ${rows} rows against udsv`, rounds)
}

function timed(run: () => number): readonly [elapsedMs: number, lines: number] {
  const start = performance.now()
  const lines = run()
  return [performance.now() - start, lines]
}
