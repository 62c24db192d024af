import { Modal } from '@mantine/core'
import { useState } from 'react'
import { accessHtml, accessJson } from '#shared/access/accessFile'
import type { AccessFormat } from '#shared/access/accessRecords'
import type { ErasureSubject } from '#shared/erasing/request'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { err } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useCustomerName } from '../i18n/names'
import { useErrorText, useText } from '../i18n/text'
import { SavedTold, type Told } from '../savedFiles/SavedTold'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useRead } from '../store/NotebookContext'
import { readPage } from '../store/queries/mergePages'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import styles from './Access.module.css'
import { logAccess } from './logAccess'
import { useAccessWords } from './useAccessWords'

interface AccessTold extends Told {
  readonly isBad: boolean
}

/** A copy of all that is known of a customer or one of its people, for whoever has asked for it. */
export function AccessDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const notebook = useNotebook()
  const { call } = useBridge()
  const wordsFor = useAccessWords()
  const page = useRead((db) => readPage(db, customer.id), [customer.id])
  const people = (page?.records ?? []).flatMap(({ table, record }) =>
    table === 'people' ? [record as unknown as Person] : [],
  )
  const [subject, setSubject] = useState<ErasureSubject>({ kind: 'customer', id: customer.id })
  const [working, setWorking] = useState(false)
  const [told, setTold] = useState<AccessTold>()

  const write = async (format: AccessFormat): Promise<AccessTold | undefined> => {
    const bad = (code: string) => ({ words: text('access.failed', { reason: errorText(code) }), isBad: true })
    const found = await notebook.questions().access(subject)
    if (!found.ok) return bad(found.error.code)
    const person = people.find(({ id }) => id === subject.id)
    const words = wordsFor(person?.fullName ?? nameOf(customer), notebook.sources.now())
    const content =
      format === 'html' ? accessHtml(found.value, words) : accessJson(found.value, notebook.sources.now())
    // A folder's list of files is no place for whoever asked: the name says what and when, not about whom.
    const fileTitle = `Orchard ${text('access.title')} ${dayIn(deviceZone(), notebook.sources.now())}`
    const saved = await call['export:saveText'](format, fileTitle, content).catch(() => err('ipc.fault'))
    if (!saved.ok) return bad(saved.error.code)
    if (saved.value === null) return undefined
    const logged = await logAccess(notebook, format, found.value)
    if (!logged.ok)
      return { words: text('access.notLogged', { reason: errorText(logged.error.code) }), isBad: true }
    const counts = { count: found.value.length, file: saved.value.fileName }
    return { words: text('access.saved', counts), isBad: false, file: counts.file }
  }

  const save = async (format: AccessFormat) => {
    setWorking(true)
    setTold(await write(format))
    setWorking(false)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('access.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <div className={dialog.dialog}>
        <p className={dialog.explain}>{text('access.explain')}</p>
        <label className={styles.line}>
          <span>{text('access.who')}</span>
          <select
            className={styles.select}
            value={subject.id}
            onChange={({ currentTarget: { value: id } }) =>
              setSubject({ kind: id === customer.id ? 'customer' : 'person', id })
            }
          >
            <option value={customer.id}>{nameOf(customer)}</option>
            {people.map(({ id, fullName }) => (
              <option key={id} value={id}>
                {fullName || text('person.name')}
              </option>
            ))}
          </select>
        </label>
        <SavedTold told={told} className={told?.isBad === true ? dialog.bad : dialog.explain} />
        <div className={`${dialog.actions} ${dialog.foot}`}>
          <button
            type="button"
            className={dialog.primary}
            data-autofocus
            disabled={working}
            onClick={() => void save('html')}
          >
            {text('access.saveHtml')}
          </button>
          <button
            type="button"
            className={dialog.button}
            disabled={working}
            onClick={() => void save('json')}
          >
            {text('access.saveJson')}
          </button>
        </div>
      </div>
    </Modal>
  )
}
