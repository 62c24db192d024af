import '../support/everyLanguage'
import { fairReport } from '#shared/reporting/fairReport'
import { manyLeads } from '../shared/reporting/manyLeads'

// Playwright's loader does not import JSON, where the messages are: `node --import tsx reportJson.ts 200` prints the
// report of a busy fair in Chinese.
process.stdout.write(JSON.stringify(fairReport(manyLeads(Number(process.argv[2]), 'zh-Hans'))))
