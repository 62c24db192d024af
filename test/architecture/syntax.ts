import { parseSync } from 'vite'

/** A node of the ESTree that Vite's parser (oxc) gives. Only the fields that a rule asks for are named. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

/** A place where a file names another module. */
export interface ImportSite {
  readonly specifier: string
  readonly line: number
}

/** What the rules need of one file. */
export interface ParsedFile {
  readonly nodes: readonly SyntaxNode[]
  readonly imports: readonly ImportSite[]
  readonly lineOf: (node: SyntaxNode) => number
}

const cache = new Map<string, ParsedFile>()

/**
 * Parses a source file with a real parser: imports of types, `import('x').T`, `require`, re-exports and
 * `new URL('./worker.ts', import.meta.url)` all count. Throws on a syntax error.
 */
export function parseSource(name: string, text: string): ParsedFile {
  const key = `${name}\n${text}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const { program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
  const nodes = collectNodes(program)
  const lineOf = (node: SyntaxNode) => text.slice(0, node.start).split('\n').length
  const imports = nodes.flatMap((node) => {
    const specifier = specifierOf(node)
    return specifier === undefined ? [] : [{ specifier, line: lineOf(node) }]
  })
  const parsed = { nodes, imports, lineOf }
  cache.set(key, parsed)
  return parsed
}

function collectNodes(root: unknown): SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      nodes.push(value)
      for (const child of Object.values(value)) if (typeof child === 'object') visit(child)
    }
  }
  visit(root)
  return nodes
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}

/** The module that a node names, if it names one. */
function specifierOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node.source ?? node.argument)
    case 'TSExternalModuleReference':
      return textOf(node.expression)
    case 'CallExpression':
      return isName(node.callee, 'require') ? textOf(firstOf(node.arguments)) : undefined
    case 'NewExpression':
      return isModuleUrl(node) ? textOf(firstOf(node.arguments)) : undefined
    default:
      return undefined
  }
}

/** `new URL('./worker.ts', import.meta.url)` makes the bundler take the file in. */
function isModuleUrl(node: SyntaxNode): boolean {
  const base = Array.isArray(node.arguments) ? (node.arguments[1] as SyntaxNode | undefined) : undefined
  return isName(node.callee, 'URL') && base !== undefined && memberName(base) === 'url'
}

/** The value of a string literal, a literal type's included. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'TSLiteralType') return textOf(node.literal)
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** Whether a node is the plain identifier `name`. */
export function isName(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name
}

/** `b` of `a.b` and of `a['b']`. */
export function memberName(node: SyntaxNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined
  const property = node.property as SyntaxNode
  if (node.computed === true) return textOf(property)
  return property.type === 'Identifier' ? (property.name as string) : undefined
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined
}
