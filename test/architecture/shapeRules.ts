import type { Rule } from './layerRules'
import { isWithin, type SourceTree } from './sourceTree'
import { parseSource, type SyntaxNode } from './syntax'

const PRODUCT = ['electron', 'renderer', 'shared']
/** A file beyond this is usually two rooms. */
export const MAX_LINES = 400
/** Names that say nothing about the subject, alone or as a part: `dateUtils.ts`, `import-helper.ts`. */
const EMPTY_WORDS = /^(utils?|helpers?|managers?|common|services?)$/i
/** Names that say nothing while they stand alone. */
const EMPTY_NAMES = /^(data|misc|stuff)$/i

/** A file is named after its subject. */
export const namesSayTheSubject: Rule = (tree) =>
  [...tree.keys()].flatMap((file) =>
    file.split('/').some(isEmptyName) ? [`${file} is named after no subject`] : [],
  )

function isEmptyName(part: string): boolean {
  return EMPTY_NAMES.test(part.split('.')[0] ?? '') || wordsOf(part).some((word) => EMPTY_WORDS.test(word))
}

/** `importUtils.test.ts` -> import, Utils, test, ts. A word that merely contains one, such as `database`, passes. */
function wordsOf(part: string): string[] {
  return part.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
}

/** A file fits into one head. */
export const filesStaySmall: Rule = (tree) =>
  [...tree].flatMap(([file, text]) => {
    const lines = text.trimEnd().split('\n').length
    return lines > MAX_LINES ? [`${file} has ${lines} lines`] : []
  })

/** A file that only hands on what others export makes cycles and hides who uses what. */
export const noBarrels: Rule = (tree) =>
  product(tree).flatMap(([file, text]) => {
    const statements = topLevel(file, text).filter(({ type }) => type !== 'ImportDeclaration')
    const handsOn = (node: SyntaxNode) =>
      node.type === 'ExportAllDeclaration' ||
      (node.type === 'ExportNamedDeclaration' && (node.declaration ?? null) === null)
    return statements.length > 0 && statements.every(handsOn) ? [`${file} only re-exports`] : []
  })

/** Three steps up means that the import should be a package import (`#shared/...`) or the file lie elsewhere. */
export const noDeepRelativeImports: Rule = (tree) =>
  product(tree).flatMap(([file, text]) =>
    parseSource(file, text)
      .imports.filter(({ specifier }) => specifier.startsWith('../../..'))
      .map(({ specifier, line }) => `${file}:${line} imports ${specifier}`),
  )

/** Names stay the same from file to file; only declarations for tools have defaults. */
export const noDefaultExports: Rule = (tree) =>
  product(tree).flatMap(([file, text]) =>
    file.endsWith('.d.ts') ||
    !parseSource(file, text).nodes.some(
      (node) =>
        node.type === 'ExportDefaultDeclaration' ||
        (node.type === 'ExportSpecifier' && (node.exported as SyntaxNode).name === 'default'),
    )
      ? []
      : [`${file} has a default export`],
  )

function product(tree: SourceTree): [string, string][] {
  return [...tree].filter(([file]) => PRODUCT.some((place) => isWithin(file, place)))
}

function topLevel(file: string, text: string): readonly SyntaxNode[] {
  const program = parseSource(file, text).nodes[0]
  return (program?.body ?? []) as readonly SyntaxNode[]
}
