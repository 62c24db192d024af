/** Endings of files that can be taken in; the dialog lists them, and such a file opened with Orchard is offered. */
export const IMPORT_ENDINGS: readonly string[] = [
  'csv',
  'tsv',
  'txt',
  'xlsx',
  'xls',
  'xlsb',
  'ods',
  'xml',
  'htm',
  'html',
  'vcf',
  'zip',
  'eml',
]
