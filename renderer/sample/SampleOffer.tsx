import { useState } from 'react'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { addSampleNotebook } from '../store/sampleNotebook'
import styles from './SampleOffer.module.css'

/** For an empty notebook: a fictional one to look around in, gone again with one undo. In a list it needs no rule above. */
export function SampleOffer({ isInList = false }: { isInList?: boolean }) {
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const [state, setState] = useState<'offered' | 'making'>('offered')
  const [fault, setFault] = useState<string>()
  const add = async () => {
    setState('making')
    const saved = await addSampleNotebook(notebook)
    if (!saved.ok) setFault(errorText(saved.error.code))
    setState('offered')
  }
  return (
    <div className={`${styles.offer} ${isInList ? styles.inList : ''}`}>
      <p>{text('sample.offer')}</p>
      <button
        type="button"
        className={styles.button}
        disabled={state === 'making'}
        onClick={() => void add()}
      >
        {text(state === 'making' ? 'sample.making' : 'sample.add')}
      </button>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}
