import { createChange } from '#shared/changes/buildChange'
import type { LetterKey } from '#shared/nurture/letters/letterTemplate'
import type { TemplateVariant } from '#shared/nurture/letters/ownTemplates'
import type { HandleKind } from '#shared/records/handle'
import type { RecordOf } from '#shared/records/tables'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'

/** Saves the words of a letter; those of a shipped one become a copy that stands before it. */
export function useSaveTemplate(own: RecordOf<'templates'> | undefined, letterKey: LetterKey | undefined) {
  const text = useText()
  const edits = useEdits()
  const notebook = useNotebook()
  const variantsOf = async (id: string) =>
    (await currentRecord(notebook.database(), 'templates', id))?.variants ?? []

  const words = (said: {
    readonly language: string
    readonly carrier: HandleKind | undefined
    readonly subject: string
    readonly text: string
  }): Promise<boolean> => {
    const variant = variantOf(said)
    if (own === undefined) {
      const name = letterKey === undefined ? '' : text(`template.letter.${letterKey}`)
      const record = { name, templateKey: `letter.${letterKey}`, variants: [variant] }
      return edits.commit({ key: 'change.templateNew', params: { name } }, (at) => [
        createChange('templates', { id: notebook.sources.newId(), ...record }, at),
      ])
    }
    return edits.commit({ key: 'change.template', params: { name: own.name } }, async (at) => {
      const others = (await variantsOf(own.id)).filter((one) => !isOf(one, said.language, said.carrier))
      return edits.changeOf('templates', own.id, { variants: [...others, variant] }, at)
    })
  }

  const without = async (language: string, carrier: HandleKind | undefined): Promise<boolean> => {
    if (own === undefined) return false
    return edits.commit({ key: 'change.template', params: { name: own.name } }, async (at) => {
      const left = (await variantsOf(own.id)).filter((one) => !isOf(one, language, carrier))
      return left.length === 0 ? [] : edits.changeOf('templates', own.id, { variants: left }, at)
    })
  }

  return { words, without }
}

function isOf(variant: TemplateVariant, language: string, carrier: HandleKind | undefined): boolean {
  return variant.language === language && variant.carrier === carrier
}

function variantOf(said: {
  readonly language: string
  readonly carrier: HandleKind | undefined
  readonly subject: string
  readonly text: string
}): TemplateVariant {
  return {
    language: said.language,
    ...(said.carrier === undefined ? {} : { carrier: said.carrier }),
    ...(said.subject.trim() === '' ? {} : { subject: said.subject.trim() }),
    text: said.text,
  }
}
