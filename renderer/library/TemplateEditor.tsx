import { useRef, useState } from 'react'
import { offeredLanguages } from '#shared/library/languages'
import { asOwnText, type TemplateFault, templateFaults } from '#shared/nurture/letters/letterPieces'
import { LETTER_FIELDS, type LetterField, type LetterKey } from '#shared/nurture/letters/letterTemplate'
import { LETTER_LANGUAGES, shippedLetter } from '#shared/nurture/letters/shippedLetters'
import { HANDLE_KINDS, type HandleKind } from '#shared/records/handle'
import type { RecordOf } from '#shared/records/tables'
import { useKeptEdit } from '../edits/useKeptEdit'
import { useIntlLanguageName } from '../i18n/languageNames'
import { useText } from '../i18n/text'
import styles from './Library.module.css'
import { TemplateHead } from './TemplateHead'
import { TemplatePreview } from './TemplatePreview'
import { useSaveTemplate } from './useSaveTemplate'

/** One letter in one language and for one way of writing, its fields beside it and a real customer below. */
export function TemplateEditor(props: {
  own: RecordOf<'templates'> | undefined
  letterKey: LetterKey | undefined
}) {
  const { own, letterKey } = props
  const text = useText()
  const save = useSaveTemplate(own, letterKey)
  const [language, setLanguage] = useState(own?.variants[0]?.language ?? 'en')
  const [carrier, setCarrier] = useState<HandleKind | undefined>(own?.variants[0]?.carrier)
  const variant = own?.variants.find((one) => one.language === language && one.carrier === carrier)
  const begun =
    variant === undefined
      ? shippedWords(letterKey, language)
      : { subject: variant.subject ?? '', text: variant.text }
  const draftKey = `template-${own?.id ?? letterKey}-${language}-${carrier ?? 'all'}`
  const { fields, isOpen, write, forget } = useKeptEdit(draftKey, begun)
  const [faults, setFaults] = useState<readonly TemplateFault[]>([])
  const body = useRef<HTMLTextAreaElement>(null)

  const insert = (field: LetterField) => {
    const area = body.current
    if (area === null) return
    const written = `{{${field}|}}`
    const { selectionStart: from, selectionEnd: to } = area
    write({ text: fields.text.slice(0, from) + written + fields.text.slice(to) })
    // Behind the line, where the fallback goes; the field has its new text once it has been drawn.
    const cursor = from + written.length - '}}'.length
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(cursor, cursor)
    })
  }
  const keep = async () => {
    const found = [...templateFaults(fields.subject), ...templateFaults(fields.text)]
    setFaults(found)
    if (found.length === 0 && (await save.words({ language, carrier, ...fields }))) forget()
  }
  const isSame = fields.subject === begun.subject && fields.text === begun.text
  return (
    <div className={styles.editor}>
      <TemplateHead own={own} letterKey={letterKey} />
      <VariantChoice
        own={own}
        language={language}
        carrier={carrier}
        onLanguage={setLanguage}
        onCarrier={setCarrier}
        origin={text(
          variant !== undefined
            ? 'template.yours'
            : letterKey === undefined
              ? 'template.notYet'
              : 'template.theShipped',
        )}
      />
      <form
        className={styles.letterForm}
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <div className={styles.paper} lang={language}>
          <input
            className={styles.subject}
            dir="auto"
            aria-label={text('letter.subject')}
            placeholder={text('letter.subject')}
            value={fields.subject}
            onChange={(event) => write({ subject: event.currentTarget.value })}
          />
          <textarea
            ref={body}
            className={styles.body}
            dir="auto"
            aria-label={text('letter.text')}
            placeholder={text('letter.ownHint')}
            value={fields.text}
            onChange={(event) => write({ text: event.currentTarget.value })}
          />
        </div>
        <FieldList onInsert={insert} />
        {faults.length > 0 && <Faults faults={faults} />}
        <div className={styles.actions}>
          <button type="submit" className={styles.primary} disabled={isSame}>
            {text(own === undefined ? 'template.saveCopy' : 'action.save')}
          </button>
          {isOpen && (
            <button
              type="button"
              className={styles.quiet}
              onClick={() => {
                forget()
                setFaults([])
              }}
            >
              {text('template.giveUp')}
            </button>
          )}
          {own !== undefined && variant !== undefined && own.variants.length > 1 && (
            <button
              type="button"
              className={styles.quiet}
              onClick={() => void save.without(language, carrier)}
            >
              {text('template.removeVariant')}
            </button>
          )}
        </div>
      </form>
      <TemplatePreview words={fields} language={language} contentId={own?.contentId} />
    </div>
  )
}

function shippedWords(letterKey: LetterKey | undefined, language: string): { subject: string; text: string } {
  const isShipped = LETTER_LANGUAGES.includes(language)
  const shipped =
    letterKey === undefined || !isShipped ? undefined : shippedLetter(`letter.${letterKey}`, language)
  if (shipped === undefined) return { subject: '', text: '' }
  const { subject, body, fallbacks } = shipped
  return { subject: asOwnText(subject, fallbacks), text: asOwnText(body, fallbacks) }
}

function VariantChoice(props: {
  own: RecordOf<'templates'> | undefined
  language: string
  carrier: HandleKind | undefined
  origin: string
  onLanguage: (language: string) => void
  onCarrier: (carrier: HandleKind | undefined) => void
}) {
  const { own, carrier } = props
  const text = useText()
  const languageName = useIntlLanguageName()
  const written = own?.variants.map((variant) => variant.language) ?? []
  return (
    <div className={styles.variant}>
      <select
        className={styles.native}
        aria-label={text('content.language')}
        value={props.language}
        onChange={(event) => props.onLanguage(event.currentTarget.value)}
      >
        {offeredLanguages(written).map((language) => (
          <option key={language} value={language}>
            {written.includes(language) ? `${languageName(language)} ✓` : languageName(language)}
          </option>
        ))}
      </select>
      <select
        className={styles.native}
        aria-label={text('template.carrier')}
        value={carrier ?? ''}
        onChange={(event) => props.onCarrier(HANDLE_KINDS.find((kind) => kind === event.currentTarget.value))}
      >
        <option value="">{text('template.allCarriers')}</option>
        {HANDLE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(`handle.${kind}`)}
          </option>
        ))}
      </select>
      <span className={styles.note}>{props.origin}</span>
    </div>
  )
}

/** What may be merged in; a press puts it where the cursor is, the fallback goes behind the line. */
function FieldList({ onInsert }: { onInsert: (field: LetterField) => void }) {
  const text = useText()
  return (
    <section className={styles.fields} aria-label={text('template.fields')}>
      <h3 className={styles.groupTitle}>{text('template.fields')}</h3>
      <ul>
        {LETTER_FIELDS.map((field) => (
          <li key={field}>
            <button type="button" className={styles.fieldName} onClick={() => onInsert(field)}>
              {text(`letter.field.${field}`)} <code dir="ltr">{`{{${field}}}`}</code>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{text('template.fallbackHow', { example: '{{product|our pieces}}' })}</p>
    </section>
  )
}

function Faults({ faults }: { faults: readonly TemplateFault[] }) {
  const text = useText()
  return (
    <div role="alert" className={styles.fault}>
      {faults.map(({ reason, written }) => (
        <p key={`${reason} ${written}`}>{text(`template.fault.${reason}`, { written })}</p>
      ))}
    </div>
  )
}
