import type { NamedSheet } from './chooseSheet'
import { isDateFormat } from './excelFormats'
import { type CellBudget, ImportFailure } from './limits'
import { readSheet, type SheetContext, unescapeX } from './sheetXml'
import { walkXml } from './xml'
import type { ZipFile } from './zipFile'

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

/**
 * Reads the sheets of an xlsx workbook.
 *
 * Own reader over saxen: read-excel-file gives neither merged ranges nor hidden rows, columns and sheets,
 * refuses a whole workbook for one odd cell, and inflates without a limit; all of that is needed here.
 */
export function readWorkbook(zip: ZipFile, budget: CellBudget): NamedSheet[] {
  const root = workbookPath(zip)
  const xml = zip.read(root)
  if (!xml) throw new ImportFailure('import.damaged')
  const folder = root.slice(0, root.lastIndexOf('/') + 1)
  const rels = readRelations(zip, `${folder}_rels/${root.slice(folder.length)}.rels`, folder)
  const { entries, date1904 } = readWorkbookXml(xml, rels, zip)
  if (entries.length === 0) throw new ImportFailure('import.noSheets')
  const context: SheetContext = {
    strings: readStrings(zip.read(rels.byType('sharedStrings') ?? `${folder}sharedStrings.xml`)),
    dateStyles: readDateStyles(zip.read(rels.byType('styles') ?? `${folder}styles.xml`)),
    date1904,
    budget,
  }
  const read = entries.flatMap((entry) => {
    const part = zip.read(entry.path)
    return part ? [{ ...entry, grid: readSheet(part, context) }] : []
  })
  if (read.length === 0) throw new ImportFailure('import.damaged')
  return read
}

function workbookPath(zip: ZipFile): string {
  let target: string | undefined
  const rels = zip.read('_rels/.rels')
  if (rels) {
    walkXml(rels, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return
        const { Type, Target } = attributes()
        if (Type?.endsWith('/officeDocument') && Target)
          target = Target.replaceAll('\\', '/').replace(/^\//, '')
      },
    })
  }
  return target ?? zip.names.find((name) => /workbook\d*\.xml$/i.test(name)) ?? 'xl/workbook.xml'
}

interface Relations {
  readonly byId: (id: string) => string | undefined
  readonly byType: (suffix: string) => string | undefined
}

function readRelations(zip: ZipFile, path: string, folder: string): Relations {
  const ids = new Map<string, string>()
  const types = new Map<string, string>()
  const xml = zip.read(path)
  if (xml) {
    walkXml(xml, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return
        const { Id, Type, Target } = attributes()
        if (!Target) return
        const full = resolvePath(folder, Target)
        if (Id) ids.set(Id, full)
        const type = Type?.slice(Type.lastIndexOf('/') + 1)
        if (type && !types.has(type)) types.set(type, full)
      },
    })
  }
  return { byId: (id) => ids.get(id), byType: (suffix) => types.get(suffix) }
}

function resolvePath(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  if (path.startsWith('/')) return path.slice(1)
  const parts = `${folder}${path}`.split('/')
  const resolved: string[] = []
  for (const part of parts) {
    if (part === '..') resolved.pop()
    else if (part !== '.') resolved.push(part)
  }
  return resolved.join('/')
}

function readWorkbookXml(
  xml: Uint8Array,
  rels: Relations,
  zip: ZipFile,
): { entries: SheetEntry[]; date1904: boolean } {
  const entries: SheetEntry[] = []
  let date1904 = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes().date1904 ?? '')
      if (name !== 'sheet') return
      const given = attributes()
      const id = given['r:id'] ?? Object.entries(given).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const path = rels.byId(id) ?? `xl/worksheets/sheet${entries.length + 1}.xml`
      const state = given.state ?? 'visible'
      entries.push({ name: given.name ?? `Sheet${entries.length + 1}`, hidden: state !== 'visible', path })
    },
  })
  // Chart sheets and macro sheets have relations to other parts; only worksheets hold a table.
  return {
    entries: entries.filter(
      (entry) => !/chartsheets|macrosheets|dialogsheets/i.test(entry.path) && zip.names.length > 0,
    ),
    date1904,
  }
}

function readStrings(xml: Uint8Array | undefined): string[] {
  const strings: string[] = []
  if (!xml) return strings
  let current = ''
  let inText = false
  let phonetic = false
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 't') inText = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeX(current))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
    text: (text) => {
      if (inText) current += text
    },
  })
  return strings
}

function readDateStyles(xml: Uint8Array | undefined): boolean[] {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  if (!xml) return styles
  let inCells = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') {
        const { numFmtId, formatCode } = attributes()
        if (numFmtId !== undefined && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      } else if (name === 'xf' && inCells) {
        const id = Number(attributes().numFmtId ?? 0)
        styles.push(isDateFormat(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
