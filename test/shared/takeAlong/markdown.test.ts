import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownOf } from '#shared/takeAlong/markdown'

const NONE = { title: 'Attachments', links: [] }
const ID = '0190b6f2-7b1c-7c33-8f5e-000000000001'

function pageOf(name: string, lines: readonly { lead?: string; text: string }[]) {
  return {
    id: ID,
    name,
    detail: 'Chile · Enquiry',
    search: '',
    sections: [{ title: 'Timeline', lines: [...lines] }],
    files: [],
  }
}

test('a page is a heading, a line about it and a list for each section', () => {
  const page = pageOf('Casa Ferraris', [
    { lead: '19 Nov 2026 · Met', text: 'wants 40 boxes' },
    { lead: '20 Nov 2026 · Note', text: 'first\n\nsecond' },
    { text: 'no lead' },
  ])
  const links = [{ label: 'card.png', href: '../attachments/card.png' }]
  expect(markdownOf(page, { title: 'Attachments', links })).toBe(
    [
      '# Casa Ferraris',
      '',
      'Chile · Enquiry',
      '',
      `<orchard://customer/${page.id}>`,
      '',
      '## Timeline',
      '',
      '- **19 Nov 2026 · Met**: wants 40 boxes',
      '- **20 Nov 2026 · Note**',
      '',
      '  > first  ',
      '  >',
      '  > second  ',
      '',
      '- no lead',
      '',
      '## Attachments',
      '',
      '- [card.png](../attachments/card.png)',
      '',
    ].join('\n'),
  )
})

test('what means something in Markdown is text', () => {
  const page = pageOf('<script>alert(1)</script>', [
    { text: '[click](javascript:alert(1)) ![x](y) `code` **bold** ~~no~~ | a & b' },
    { text: '# no heading\n- no list\n12. no number\n= no line' },
  ])
  const lines = markdownOf(page, NONE).split('\n')
  expect(lines[0]).toBe('# \\<script\\>alert(1)\\</script\\>')
  expect(lines).toContain(
    '- \\[click\\](javascript:alert(1)) !\\[x\\](y) \\`code\\` \\*\\*bold\\*\\* \\~\\~no\\~\\~ \\| a \\& b',
  )
  expect(lines).toContain('  > \\# no heading  ')
  expect(lines).toContain('  > \\- no list  ')
  expect(lines).toContain('  > 12\\. no number  ')
  expect(lines).toContain('  > \\= no line  ')
})

/** What means something in Markdown or HTML, among letters of several scripts. */
const written = fc.string({
  unit: fc.constantFrom(...'\\`*_[]()<>&~|#+-=.:! \n\r\t1aZ王é😀"\'/'),
  maxLength: 60,
})

test('whatever is written, no tag, link or emphasis is left unescaped', () => {
  fc.assert(
    fc.property(written, written, (name, text) => {
      const [, ...rest] = markdownOf(pageOf(name, [{ text }]), NONE).split('## Timeline')
      const body = rest
        .join('')
        .replace(/^ {2}> ?/gm, '')
        .replace(/^- /gm, '')
      expect(body.replace(/\\[\\`*_[\]<>&~|]/g, '')).not.toMatch(/[`*_[\]<>&~|]/)
    }),
  )
})
