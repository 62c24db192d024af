import type { ArgsOf, Channel } from '#shared/ipc/contract'
import { fairReport } from '#shared/reporting/fairReport'
import { snapshotId } from '#shared/snapshot/snapshotName'
import { changeSet, testId } from '../changes/memoryNotebook'
import { FAIR } from '../reporting/fairFixture'

const TOKEN = '0199f000-0000-4000-8000-000000000001'
const SNAPSHOT = snapshotId({ generation: 1, lastSeq: 5, createdAt: 1_790_000_000_000, reason: 'manual' })

/**
 * Arguments that every channel accepts: what the guard tests take apart. Leaving a new channel out does not
 * compile.
 */
export const SAMPLE_ARGUMENTS: { readonly [C in Channel]: ArgsOf<C> } = {
  'app:start': [],
  'app:disk': [],
  'app:readyToClose': [],
  'preferences:save': [{ theme: 'dark' }],
  'journal:append': [changeSet(testId(1), 5, [])],
  'boot:save': [
    {
      generation: 1,
      lastSeq: 7,
      customers: 1,
      rows: [
        { id: testId(1), name: 'Lindqvist AB', updatedAt: 5, country: 'SE', grade: 'A', person: 'Anna' },
      ],
      today: { day: '2026-11-25', due: 1, rows: [{ who: 'Anna', whereabouts: ['Lindqvist AB', 'SE'] }] },
    },
  ],
  'journal:verify': [],
  'journal:read': [1],
  'journal:skipTo': [7],
  'journal:useDatabase': ['orchard-g1-abc'],
  'draft:save': ['lead-1', 'text'],
  'draft:list': [],
  'draft:remove': ['lead-1'],
  'attachment:put': [Uint8Array.from([1, 2, 3])],
  'attachment:pickImage': [],
  'attachment:pickReceipt': [],
  'attachment:open': ['a'.repeat(64)],
  'backup:begin': ['manual'],
  'backup:write': [TOKEN, Uint8Array.from([1])],
  'backup:finish': [TOKEN, { lastSeq: 1, counts: { customers: { rows: 2, live: 1 } }, logRows: 1, lines: 4 }],
  'backup:abandon': [TOKEN],
  'backup:list': [],
  'backup:check': [SNAPSHOT],
  'backup:read': [SNAPSHOT, 0],
  'backup:restore': [SNAPSHOT, false],
  'backup:openFile': [],
  'erasure:run': [
    {
      subject: { kind: 'person', id: testId(1) },
      reason: 'request',
      keepsFigures: true,
      alsoElsewhere: true,
      shellName: 'Erased',
      erasureId: testId(2),
    },
  ],
  'backup:openSealed': ['four words nobody guesses'],
  'backup:saveCopy': [SNAPSHOT, 'four words nobody guesses'],
  'place:state': [],
  'place:choose': [],
  'place:leave': [],
  'place:catchUp': [],
  'health:journal': [],
  'health:files': [['a'.repeat(64)]],
  'health:support': [],
  'letter:saveEml': [
    {
      to: { name: 'Anna', address: 'anna@example.com' },
      subject: 'Hello',
      body: 'Dear Anna',
      language: 'en',
      about: ['Anna', 'ACME'],
      on: '2026-10-20',
    },
  ],
  'letter:open': [{ means: 'whatsapp', digits: '491712345678' }, 'Dear Anna'],
  'import:pick': [],
  'import:offer': ['buyers.csv', 3, Uint8Array.from([1, 2, 3])],
  'import:paste': ['Pasted text', 'Avery Sample'],
  'import:offerChunk': [TOKEN, Uint8Array.from([1])],
  'import:unpack': [TOKEN],
  'import:read': [TOKEN, {}],
  'import:saveRejected': [TOKEN, {}],
  'import:records': [TOKEN, 0],
  'import:cancel': [TOKEN],
  'import:begin': [TOKEN],
  'import:chunk': [changeSet(testId(1), 5, [])],
  'import:commit': [TOKEN, 2],
  'import:abandon': [TOKEN],
  'report:place': [],
  'report:save': [fairReport(FAIR), ['spreadsheet'], false],
  'report:saveWorkbook': ['Insights', fairReport(FAIR).workbook],
  'export:saveText': ['txt', 'Orchard 2026', 'text'],
  'export:begin': [{ kind: 'vcard', version: '3.0' }, 'Orchard 2026'],
  'export:write': [TOKEN, Uint8Array.from([1])],
  'export:finish': [TOKEN],
  'export:cancel': [TOKEN],
  'folder:begin': [{ language: 'zh-Hans', zone: 'Asia/Shanghai', today: '2026-11-28' }],
  'folder:open': [TOKEN, { kind: 'file', name: 'contacts.vcf', head: { kind: 'vcard', version: '4.0' } }],
  'folder:write': [TOKEN, Uint8Array.from([1])],
  'folder:finish': [TOKEN, { lastSeq: 1, counts: { customers: { rows: 2, live: 1 } }, logRows: 1, lines: 4 }],
  'folder:cancel': [TOKEN],
  'folder:readBack': [],
  'log:report': ['window.fault', 'renderer/main'],
}

/** Positions of texts that a person writes or a dropped file is called: any string is right there, none is opened. */
export const FREE_TEXTS: readonly (readonly [Channel, number])[] = [
  ['backup:openSealed', 0],
  ['backup:saveCopy', 1],
  ['draft:save', 1],
  ['letter:open', 1],
  ['export:saveText', 2],
  ['import:offer', 0],
  ['import:paste', 0],
  ['import:paste', 1],
  // Made into a safe file name by the main process.
  ['report:saveWorkbook', 0],
]
