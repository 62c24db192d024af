import { describe, expect, test } from 'vitest'
import { readHtmlTables } from '../../../electron/files/import/htmlTables'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { cellBudget } from '../../../electron/files/import/limits'

function gridsOf(html: string) {
  return readHtmlTables(html, cellBudget()).map(({ grid }) => grid)
}

describe('a table in a web page', () => {
  test('gives text as a browser shows it', () => {
    const [grid] = gridsOf(
      '<TABLE border=1><TR><TH>Name<TH>Notes</TR>\n<tr><td>A &amp; B&nbsp;&#20013;&#x4e2d;</td><td> one\n  line<br>two <b>lines</b> <!-- <td>no</td> --><script>if (a < b) "</td>"</script></td></tr></TABLE>',
    )
    expect(grid?.rows).toEqual([
      ['Name', 'Notes'],
      ['A & B\u00a0中中', 'one line\ntwo lines'],
    ])
  })

  test('keeps spans as merges and says which rows it hides', () => {
    const [grid] = gridsOf(
      '<table><tr><td colspan=2>Contact</td></tr><tr><td rowspan="2">X Ltd</td><td>Ana</td></tr><tr style="display: none"><td>Bo</td></tr></table>',
    )
    expect(grid).toEqual({
      rows: [['Contact'], ['X Ltd', 'Ana'], ['', 'Bo']],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 1 },
        { top: 1, left: 0, bottom: 2, right: 0 },
      ],
      hiddenRows: [2],
    })
  })

  test('takes the number behind what Excel shows with an exponent, and leaves other text alone', () => {
    const [grid] = gridsOf(
      '<table><tr><td x:num="8619900001234">8.62E+12</td><td x:num="46300">2026/10/5</td><td>00861</td></tr></table>',
    )
    expect(grid?.rows).toEqual([[{ kind: 'number', text: '8619900001234' }, '2026/10/5', '00861']])
  })

  test('within another one is a table of its own', () => {
    expect(
      gridsOf('<table><tr><td>menu<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>').map(
        ({ rows }) => rows,
      ),
    ).toEqual([[['menu']], [['a', 'b']]])
  })

  test('that was cut in the middle gives what is there', () => {
    expect(gridsOf('<table><tr><td>a</td><td>b</td></tr><tr><td>c').map(({ rows }) => rows)).toEqual([
      [['a', 'b'], ['c']],
    ])
  })
})

test('a page called .xls in GB2312 reads like a workbook', async () => {
  const head = Buffer.from(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><table><tr><td>',
  )
  const cells = ['b9abcbbe', 'd3cacfe4', 'd0e9b9b9b9abcbbe'].map((hex) => Buffer.from(hex, 'hex'))
  const [company = head, mail = head, name = head] = cells
  const bytes = Buffer.concat([
    head,
    company,
    Buffer.from('</td><td>'),
    mail,
    Buffer.from('</td></tr><tr><td>'),
    name,
    Buffer.from('</td><td>a@example.com</td></tr></table></html>'),
  ])
  expect(await inspectFile(bytes, { fileName: 'orders.xls' })).toMatchObject({
    ok: true,
    value: {
      encoding: 'gb18030',
      sheet: 'Sheet1',
      records: [{ company: { name: '虚构公司' }, handles: [{ kind: 'email', value: 'a@example.com' }] }],
    },
  })
})

test.each([
  ['many open tags without an end', '<table <td '.repeat(160_000)],
  ['many open quotes', `<table><td x="${`<td x='`.repeat(160_000)}`],
  ['a comment that never ends', `<table><tr><td>a</td>${'<!-- '.repeat(160_000)}`],
  ['spans beyond all measure', '<table><tr><td colspan=999999999 rowspan=999999999>a</td></tr></table>'],
  ['tables within tables', '<table><tr><td>'.repeat(20_000)],
])('%s are read in no time', (_, html) => {
  // Of processor time they take a tenth of a second; a way that goes back at every sign would take minutes.
  const before = process.cpuUsage()
  expect(readHtmlTables(html, cellBudget()).length).toBeGreaterThanOrEqual(0)
  const { user } = process.cpuUsage(before)
  expect(user).toBeLessThan(20_000_000)
})
