import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import { draftHandles } from '#shared/leads/draftHandles'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { GRADES } from '#shared/records/customer'
import type { HandleKind } from '#shared/records/handle'
import type { Touchpoint } from '#shared/records/touchpoint'
import { useCountries } from '../i18n/countries'
import { useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import type { LeadDesk } from '../store/leadDesk'
import { useNotebook } from '../store/NotebookContext'
import { useLeadDeskState } from '../store/useLeadDeskState'
import { KeyCaps } from '../ui/KeyCaps'
import { showNotice } from '../ui/notice'
import { toggled } from '../ui/toggled'
import { AlsoOnField } from './AlsoOnField'
import { AsideList } from './AsideList'
import styles from './Capture.module.css'
import { ChoiceRow } from './ChoiceRow'
import { FieldRow } from './FieldRow'
import { LeadStatus } from './LeadStatus'
import { NewsletterChoice } from './NewsletterChoice'
import { OfferRow } from './OfferRow'
import { PlanOffer } from './PlanOffer'
import { ProductsField } from './ProductsField'
import { PromiseField } from './PromiseField'
import { StaffRow } from './StaffRow'
import { saveLead } from './saveLead'
import { useBoothStaff } from './useBoothStaff'
import { useDraftName } from './useDraftName'
import { useFairOffers } from './useFairOffers'
import { focusLine, useLineKeys } from './useLineKeys'

/** The carriers whose consent the booth asks for, when there is an address for them. */
const CONSENT_CARRIERS: readonly HandleKind[] = [
  'email',
  'phone',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
]

/** One lead, by keyboard alone; every keystroke is kept. */
export function CaptureForm(props: { fair: Touchpoint; draft: LeadDraft; desk: LeadDesk }) {
  const { fair, draft, desk } = props
  const text = useText()
  const nameOf = useDraftName()
  const isSaving = useLeadDeskState(desk, ({ saving }) => saving.length > 0)
  const notebook = useNotebook()
  const { language } = usePreferences()
  const countries = useCountries()
  const form = useRef<HTMLFormElement>(null)
  const booth = useBoothStaff(fair)
  const offers = useFairOffers(fair)
  // Who talks is noted with the first keystroke: a lead set aside stays theirs when somebody else takes the desk.
  const update = (patch: Partial<LeadDraft>) =>
    desk.update({ ...(draft.staffId === undefined ? { staffId: booth.usual?.id } : {}), ...patch })
  const chooseStaff = (staffId: string) => {
    desk.update({ staffId })
    booth.remember(staffId)
  }

  // Before the screen is drawn, so that the first letter has a field to go to.
  useLayoutEffect(() => void focusLine(form.current, '1'), [])

  const save = () => {
    const wording = text('consent.wording', { fair: fair.name })
    const newsletterWording = text('newsletter.wording.default')
    void desk.save(async (lead) => {
      const spoken = { ...lead, staffId: lead.staffId ?? booth.usual?.id }
      const saved = await saveLead(notebook, fair, spoken, { wording, newsletterWording, language })
      if (saved.ok && saved.value?.lacksPlan === true)
        showNotice({ message: text('lead.savedWithoutPlan', { name: nameOf(lead) }), stays: true })
      return saved
    })
  }

  useLineKeys(form, save)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') desk.setAside()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
      focusNext(form.current, event.target)
    else return
    event.preventDefault()
  }

  const qualifiers = fair.qualifiers ?? []
  const addressed = new Set(draftHandles(draft).map((handle) => handle.kind))
  const consentable = CONSENT_CARRIERS.filter((carrier) => addressed.has(carrier))
  const textInput = (field: 'company' | 'person' | 'title' | 'phone' | 'email' | 'note', id: string) => ({
    id,
    className: styles.input,
    value: draft[field],
    autoComplete: 'off',
    spellCheck: false,
    dir: 'auto' as const,
    onChange: (event: { currentTarget: { value: string } }) => update({ [field]: event.currentTarget.value }),
  })

  return (
    <form
      ref={form}
      className={styles.form}
      data-saving={isSaving || undefined}
      aria-label={text('lead.form')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles.formHead}>
        <h2 className={styles.formTitle}>{text('lead.title')}</h2>
        <span>
          <KeyCaps chord="alt" /> {text('lead.lineHint')}
        </span>
      </div>
      <FieldRow line="1" label={text('lead.company')} labelFor="lead-company">
        <input {...textInput('company', 'lead-company')} data-line-focus data-strong />
        <select
          className={styles.native}
          aria-label={text('lead.country')}
          value={draft.country}
          onChange={(event) => update({ country: event.currentTarget.value })}
        >
          <option value="">{text('lead.country')}</option>
          {countries.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </FieldRow>
      <FieldRow line="2" label={text('lead.person')} labelFor="lead-person">
        <input {...textInput('person', 'lead-person')} data-line-focus data-strong />
        <input
          {...textInput('title', 'lead-title')}
          className={`${styles.input} ${styles.small}`}
          aria-label={text('lead.jobTitle')}
          placeholder={text('lead.jobTitle')}
        />
      </FieldRow>
      <FieldRow line="3" label={text('lead.phone')} labelFor="lead-phone">
        <input {...textInput('phone', 'lead-phone')} data-line-focus type="tel" dir="ltr" />
        {(['whatsapp', 'zalo'] as const).map((kind) => (
          <label key={kind} className={styles.toggle}>
            <input
              type="checkbox"
              checked={draft.phoneAlso.includes(kind)}
              onChange={(event) =>
                update({ phoneAlso: toggled(draft.phoneAlso, kind, event.currentTarget.checked) })
              }
            />
            {text(`handle.${kind}`)}
          </label>
        ))}
      </FieldRow>
      <FieldRow line="4" label={text('lead.email')} labelFor="lead-email">
        <input {...textInput('email', 'lead-email')} data-line-focus inputMode="email" dir="ltr" />
      </FieldRow>
      <FieldRow line="5" label={text('lead.alsoOn')} labelFor="lead-also">
        <AlsoOnField draft={draft} update={update} inputId="lead-also" />
      </FieldRow>
      <ChoiceRow
        line="6"
        label={text('lead.grade')}
        value={draft.grade}
        choices={GRADES.map((grade) => ({
          value: grade,
          label: text(`grade.${grade}`),
          cap: grade,
          code: `Key${grade}`,
        }))}
        onPick={(picked) => update({ grade: GRADES.find((grade) => grade === picked) })}
      />
      {qualifiers.slice(0, 3).map((qualifier, index) => (
        <ChoiceRow
          key={qualifier.key}
          line={String(7 + index)}
          label={labelOf(`qualifier.${qualifier.key}`, qualifier.label)}
          value={draft.answers[qualifier.key]}
          choices={qualifier.options.map((option, position) => ({
            value: option.key,
            label: labelOf(`qualifier.${qualifier.key}.${option.key}`, option.label),
            cap: String(position + 1),
            code: `Digit${position + 1}`,
          }))}
          onPick={(picked) => update({ answers: withAnswer(draft.answers, qualifier.key, picked) })}
        />
      ))}
      <FieldRow line="0" label={text('lead.products')} labelFor="lead-products">
        <ProductsField draft={draft} update={update} inputId="lead-products" />
      </FieldRow>
      <FieldRow line="-" label={text('lead.promised')} labelFor="lead-promised">
        <PromiseField fair={fair} draft={draft} update={update} inputId="lead-promised" />
      </FieldRow>
      <FieldRow line="=" label={text('lead.note')} labelFor="lead-note">
        <input {...textInput('note', 'lead-note')} data-line-focus placeholder={text('lead.noteHint')} />
      </FieldRow>
      <FieldRow line="[" label={text('lead.consent')}>
        {consentable.length === 0 ? (
          <span className={styles.label}>{text('lead.consentNeedsAddress')}</span>
        ) : (
          consentable.map((carrier, index) => (
            <label key={carrier} className={styles.toggle}>
              <input
                type="checkbox"
                checked={draft.consents.includes(carrier)}
                {...(index === 0 ? { 'data-line-focus': true } : {})}
                onChange={(event) =>
                  update({ consents: toggled(draft.consents, carrier, event.currentTarget.checked) })
                }
              />
              {text(`handle.${carrier}`)}
            </label>
          ))
        )}
        <NewsletterChoice carriers={consentable} draft={draft} update={update} />
        {consentable.length > 0 && (
          <span className={styles.wording}>{text('consent.wording', { fair: fair.name })}</span>
        )}
      </FieldRow>
      <OfferRow offers={offers} draft={draft} update={update} />
      <PlanOffer draft={draft} update={update} />
      <StaffRow booth={booth} staffId={draft.staffId ?? booth.usual?.id} onPick={chooseStaff} />
      <div className={styles.foot}>
        <div className={styles.actions}>
          <button type="button" className={styles.save} aria-keyshortcuts="Control+Enter" onClick={save}>
            {text('lead.save')} <KeyCaps chord="mod+Enter" onAccent />
          </button>
          <button type="button" className={styles.textButton} onClick={() => desk.setAside()}>
            <KeyCaps chord="Esc" /> {text('lead.setAside')}
          </button>
          <LeadStatus desk={desk} />
        </div>
        <AsideList desk={desk} />
      </div>
    </form>
  )

  function labelOf(key: string, edited: string | undefined): string {
    if (edited !== undefined) return edited
    return isMessageKey(key) ? text(key) : key
  }
}

function withAnswer(
  answers: Readonly<Record<string, string>>,
  question: string,
  value: string | undefined,
): Record<string, string> {
  const { [question]: _old, ...others } = answers
  return value === undefined ? others : { ...others, [question]: value }
}

/** Enter goes to the next line, as on paper. */
function focusNext(form: HTMLFormElement | null, from: HTMLElement): void {
  const lines = [...(form?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const index = lines.findIndex((line) => line.contains(from))
  const next = lines[index + 1]?.querySelector<HTMLElement>('[data-line-focus]')
  next?.focus()
}
