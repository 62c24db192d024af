import type { ReviewChart, ReviewPage } from '#shared/reporting/review/reviewPage'
import styles from './Reports.module.css'

/** The page as it will be printed, drawn on the screen: the same words in the same order. */
export function ReviewPreview({ page }: { page: ReviewPage }) {
  const { heads } = page
  return (
    <article className={styles.paper} aria-label={page.title}>
      <header className={styles.paperHead}>
        <h1>
          <bdi>{page.title}</bdi>
        </h1>
        <p className={styles.quiet}>
          <bdi>{page.subtitle}</bdi>
        </p>
        <p className={styles.made}>{page.made}</p>
      </header>
      <dl className={styles.tiles}>
        {page.tiles.map(({ label, now, before, change }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={styles.value}>
              <bdi>{now}</bdi>
            </dd>
            <dd className={styles.quiet}>
              {heads.before}: <bdi className={styles.amount}>{before}</bdi>{' '}
              <bdi className={styles.change}>{change}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {page.charts.length > 0 && (
        <>
          <div className={styles.charts}>
            {page.charts.map((chart) => (
              <Bars key={chart.caption} chart={chart} />
            ))}
          </div>
          <p className={styles.legend} aria-hidden="true">
            <span className={styles.keyNow}>{heads.now}</span>
            <span className={styles.keyBefore}>{heads.before}</span>
          </p>
        </>
      )}
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{heads.figure}</th>
            {[heads.now, heads.before, heads.change].map((head) => (
              <th key={head} scope="col" className={styles.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.figures.map(({ label, now, before, change, remark }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                {remark !== undefined && <span className={styles.remark}>{remark}</span>}
              </th>
              {[now, before, change].map((value, place) => (
                <td key={[heads.now, heads.before, heads.change][place]} className={styles.number}>
                  <bdi>{value}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {page.tables.map((table) => (
        <BreakdownTable key={table.caption} table={table} />
      ))}
      <footer className={styles.notes}>
        {page.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </article>
  )
}

function Bars({ chart }: { chart: ReviewChart }) {
  const most = Math.max(0, ...chart.bars.map(({ now = 0, before = 0 }) => Math.max(now, before)))
  const share = (value: number | undefined) =>
    `${most === 0 || value === undefined ? 0 : (Math.max(0, value) / most) * 100}%`
  return (
    <figure className={styles.chart}>
      <figcaption>{chart.caption}</figcaption>
      <ul>
        {chart.bars.map(({ label, now, before, nowText, beforeText }) => (
          <li key={label}>
            <span className={styles.barName} title={label}>
              <bdi>{label}</bdi>
            </span>
            <span className={styles.bars}>
              <span className={styles.barNow} style={{ inlineSize: share(now) }} />
              <span className={styles.barBefore} style={{ inlineSize: share(before) }} />
            </span>
            <span className={styles.barText}>
              <bdi>{nowText}</bdi>
              {beforeText !== '' && <bdi className="visually-hidden">{` (${beforeText})`}</bdi>}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function BreakdownTable({ table }: { table: ReviewPage['tables'][number] }) {
  const [first = '', ...others] = table.heads
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by the keyboard
    <section className={styles.wide} tabIndex={0} aria-label={table.caption}>
      <table className={styles.breakdown}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((head) => (
              <th key={head} scope="col" className={styles.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {cells.map((cell, place) => (
                <td key={others[place]} className={styles.number}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.remark !== undefined && <p className={styles.quiet}>{table.remark}</p>}
    </section>
  )
}
