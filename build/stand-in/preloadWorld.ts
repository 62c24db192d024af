import mainWorld from './worlds/mainWorld?script'
import { BINDING, RECEIVER, type WorldConfig } from './worlds/messages'
import preloadWorld from './worlds/preloadWorld?script'

/** The script for the page's own world: the receiving half of contextBridge and, if asked, window.open. */
export function mainWorldScript(config: WorldConfig): string {
  // Handed in as a parameter: a top-level const would be visible to the page's scripts.
  return `;(function (standInConfig) {${mainWorld}\n})(${JSON.stringify(config)});`
}

/**
 * The script for the isolated world: `require('electron')` and the app's preload script in one text, because the page's
 * CSP would forbid compiling the latter there. A preload that doesn't even parse must not take the rest with it, so the
 * caller checks it first and passes undefined.
 */
export function preloadWorldScript(config: WorldConfig, preload: string | undefined): string {
  // The preload's text comes right after the brace, so that its 'use strict' counts.
  const inner = `function (require, process, module, exports, global) {${preload ?? ''}\n}`
  const call = '(scope.require, scope.process, scope.module, scope.module.exports, globalThis)'
  const wrapped = preload === undefined ? 'undefined' : `function (scope) { (${inner})${call} }`
  // On a busy machine Chromium was seen to run the script twice in one document, when it is added while the document
  // is being made. The second run would find no binding any more; the first is complete. A document that was there
  // before the binding has none at all: it is the empty one that a window waits in, and nobody speaks to it.
  const once = `if (Symbol.for('${RECEIVER}') in globalThis || !('${BINDING}' in globalThis)) return`
  return `;(function (standInConfig, standInPreload) {${once}\n${preloadWorld}\n})(${JSON.stringify(config)}, ${wrapped});`
}
