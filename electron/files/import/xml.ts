/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen'
import { ImportFailure } from './limits'

/** What a reader of one XML part wants to hear; names come without prefix. */
export interface XmlHandlers {
  /** `attributes` decodes them only when asked: most elements are not worth it. */
  readonly open?: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** `walkXmlText` over the bytes of a part of a package: UTF-8, or UTF-16 with its mark. */
export function walkXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  walkXmlText(decodeXml(bytes), handlers)
}

/**
 * Runs through XML text. Entities of the document type are never resolved.
 * @throws ImportFailure `import.damaged` when the XML is not well-formed.
 */
export function walkXmlText(xml: string, handlers: XmlHandlers): void {
  const parser = new Parser()
  let failure: Error | undefined
  if (handlers.open) {
    const open = handlers.open
    parser.on('openTag', (name, attributes, decode) =>
      open(local(name), () => {
        const raw = attributes()
        return Object.fromEntries(
          Object.entries(raw).map(([key, value]) => [key, value.includes('&') ? decode(value) : value]),
        )
      }),
    )
  }
  if (handlers.close) {
    const close = handlers.close
    parser.on('closeTag', (name) => close(local(name)))
  }
  if (handlers.text) {
    const text = handlers.text
    parser.on('text', (value, decode) => text(value.includes('&') ? decode(value) : value))
    parser.on('cdata', text)
  }
  parser.on('error', (error) => {
    failure ??= error
    parser.stop()
  })
  parser.on('warn', () => undefined)
  parser.parse(xml)
  if (failure instanceof ImportFailure) throw failure
  if (failure) throw new ImportFailure('import.damaged')
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes)
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
