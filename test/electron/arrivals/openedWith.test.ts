import { expect, test } from 'vitest'
import { openedWith } from '../../../electron/arrivals/openedWith'

const NOTHING = { links: [], files: [], backups: [], refused: 0 }

test('a plain start opens nothing, whatever switches and folders it names', () => {
  const argv = ['/opt/orchard', '.', '--user-data-dir=/home/a/x.csv', '--inspect=0', 'notes']
  expect(openedWith(argv, '/home/a')).toEqual(NOTHING)
  // The program's own path is no file that somebody wants opened.
  expect(openedWith(['/home/a/x.csv'], '/')).toEqual(NOTHING)
})

test('links, files and backups are told apart, relative paths begin at the working folder', () => {
  const argv = ['orchard', 'orchard://today', 'leads.CSV', '/data/cards.vcf', 'Orchard 2026-11-01.orchard']
  expect(openedWith(argv, '/home/a')).toEqual({
    links: [{ kind: 'place', place: 'today' }],
    files: ['/home/a/leads.CSV', '/data/cards.vcf'],
    backups: ['/home/a/Orchard 2026-11-01.orchard'],
    refused: 0,
  })
})

test('a link of no known shape is counted and not taken for a file', () => {
  expect(openedWith(['orchard', 'orchard://erase/all.csv', 'ORCHARD:x.orchard'], '/')).toEqual({
    ...NOTHING,
    refused: 2,
  })
})

test('an address of a file is its path, one of another machine is nothing', () => {
  expect(
    openedWith(['orchard', 'file:///data/my%20leads.xlsx', 'https://example.com/a.csv'], '/w').files,
  ).toEqual(['/data/my leads.xlsx', '/w/https:/example.com/a.csv'])
  expect(openedWith(['orchard', 'file:///data/%2Fetc.csv'], '/w')).toEqual(NOTHING)
})
