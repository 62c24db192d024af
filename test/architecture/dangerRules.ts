import type { Rule } from './layerRules'
import { isWithin, type SourceTree } from './sourceTree'
import { isName, memberName, parseSource, type SyntaxNode, textOf } from './syntax'

const IPC_GATE = 'electron/ipc/handle.ts'
const WINDOW_FACTORY = 'electron/window.ts'
const OTHER_VIEWS = ['BaseWindow', 'BrowserView', 'WebContentsView']
/** Ways to turn text into markup or code that runs. */
const MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe']

/** Calls from the window enter through one gate, which checks sender and arguments. */
export const ipcEntersThroughTheGate: Rule = (tree) =>
  faults(tree, ['electron'], (node, file) => {
    if (file === IPC_GATE) return undefined
    if (memberName(node) !== undefined && isName(node.object, 'ipcMain')) return 'uses ipcMain past the gate'
    if (node.type === 'VariableDeclarator' && isName(node.init, 'ipcMain')) return 'takes ipcMain apart'
    return undefined
  })

/** One factory makes windows, so that none can have weaker preferences. */
export const windowsComeFromTheFactory: Rule = (tree) =>
  faults(tree, ['electron'], (node, file) => {
    if (node.type !== 'NewExpression') return undefined
    const callee = node.callee as SyntaxNode
    const name = (callee.type === 'Identifier' ? callee.name : memberName(callee)) as string | undefined
    if (name === 'BrowserWindow' && file !== WINDOW_FACTORY) return 'makes a window of its own'
    return OTHER_VIEWS.includes(name ?? '') ? `makes a ${name}` : undefined
  })

/** What a person typed is never turned into markup. */
export const noRawMarkup: Rule = (tree) =>
  faults(tree, ['electron', 'renderer', 'shared'], (node) => {
    const attribute = node.type === 'JSXAttribute' ? (node.name as SyntaxNode).name : undefined
    if (attribute === 'dangerouslySetInnerHTML' || attribute === 'srcDoc') return `uses ${attribute}`
    if (node.type === 'Property' && isName(node.key, 'dangerouslySetInnerHTML'))
      return 'uses dangerouslySetInnerHTML'
    const member = memberName(node) ?? ''
    if (MARKUP.includes(member)) return `uses ${member}`
    const writes = member === 'write' || member === 'writeln'
    return writes && isName(node.object, 'document') ? 'uses document.write' : undefined
  })

/** Text is never run as code. */
export const noCodeFromText: Rule = (tree) =>
  faults(tree, ['electron', 'renderer', 'shared'], (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
    if (isName(node.callee, 'eval')) return 'uses eval'
    if (isName(node.callee, 'Function')) return 'uses Function as a compiler'
    const timer = isName(node.callee, 'setTimeout') || isName(node.callee, 'setInterval')
    return timer && textOf((node.arguments as unknown[])[0]) !== undefined
      ? 'gives a timer text to run'
      : undefined
  })

/** The index of a notebook that was written anew, sealed: its plain rows must not stay behind. */
const INDEX_CLEARER = 'electron/lock/clearIndex.ts'

/** Nothing of ours ever asks Chromium to throw stored data away, but what a lock has to. */
export const storageIsNeverCleared: Rule = (tree) =>
  faults(tree, ['electron'], (node, file) => {
    if (file === INDEX_CLEARER) return undefined
    const member = memberName(node)
    return member === 'clearStorageData' || member === 'clearData' ? `uses ${member}` : undefined
  })

/** Offline is a promise: nothing of ours opens a connection. The package that looks for new versions has a room of its own. */
export const noNetworkCode: Rule = (tree) =>
  faults(tree, ['electron', 'renderer', 'shared'], (node) => {
    if (
      node.type === 'ImportDeclaration' &&
      /^node:(https?|http2|net|tls|dgram|dns)/.test(textOf(node.source) ?? '')
    ) {
      return `imports ${textOf(node.source)}`
    }
    if (node.type !== 'NewExpression') return undefined
    const opener = ['WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'RTCPeerConnection']
    return opener.some((name) => isName(node.callee, name)) ? 'opens a connection' : undefined
  })

function faults(
  tree: SourceTree,
  places: readonly string[],
  faultOf: (node: SyntaxNode, file: string) => string | undefined,
): string[] {
  return [...tree]
    .filter(([file]) => places.some((place) => isWithin(file, place)))
    .flatMap(([file, text]) => {
      const { nodes, lineOf } = parseSource(file, text)
      return nodes.flatMap((node) => {
        const fault = faultOf(node, file)
        return fault === undefined ? [] : [`${file}:${lineOf(node)} ${fault}`]
      })
    })
}
