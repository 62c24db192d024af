const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup that has been through `html`; nothing else can be made into one. */
export class Markup {
  private constructor(readonly text: string) {}

  /** Only for `html` below: everything between its holes is ours, everything in them has been escaped. */
  static ofParts(literals: readonly string[], escaped: readonly string[]): Markup {
    return new Markup(literals.map((literal, index) => literal + (escaped[index] ?? '')).join(''))
  }

  /** A script or style sheet of our own source tree. Throws for one that would end its own element. */
  static ofOwnFile(text: string): Markup {
    if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('ends its element')
    return new Markup(text)
  }
}

type Hole = string | number | undefined | Markup | readonly Markup[]

/** Markup with holes: whatever is put into one is text, unless it was made by `html` itself. */
export function html(literals: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return Markup.ofParts(literals, holes.map(fill))
}

function fill(hole: Hole): string {
  if (hole === undefined) return ''
  if (hole instanceof Markup) return hole.text
  if (typeof hole === 'string' || typeof hole === 'number') return escapeHtml(String(hole))
  return hole.map((part) => part.text).join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
