import { readSourceTree } from '../../architecture/sourceTree'
import { parseSource, type SyntaxNode, textOf } from '../../architecture/syntax'

/** What the code of the product says that could be a message key or a part of one. */
export interface WordsInCode {
  /** Every string literal and every piece of a template; never the name of a variable or property. */
  readonly words: ReadonlySet<string>
  /** How every template literal with a hole begins, with the file it stands in. */
  readonly beginnings: ReadonlyMap<string, string>
}

const PRODUCT = /^(electron|renderer|shared)\//

/** Reads all string-like words of the product's source with a parser, comments left out. */
export function wordsInCode(root: string): WordsInCode {
  const words = new Set<string>()
  const beginnings = new Map<string, string>()
  for (const [file, source] of readSourceTree(root)) {
    if (!PRODUCT.test(file)) continue
    for (const node of parseSource(file, source).nodes) {
      const literal = textOf(node)
      if (literal !== undefined) words.add(literal)
      if (node.type === 'TemplateLiteral' || node.type === 'TSTemplateLiteralType') {
        const pieces = (node.quasis as SyntaxNode[]).map(cookedText)
        for (const piece of pieces) words.add(piece)
        if (pieces.length > 1) beginnings.set(pieces[0] ?? '', file)
      }
    }
  }
  return { words, beginnings }
}

function cookedText(quasi: SyntaxNode): string {
  return (quasi.value as { cooked: string | null }).cooked ?? ''
}
