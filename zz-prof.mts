import { generateSampleNotebook } from './shared/sample/generateSampleNotebook'
import { plannedTouches } from './shared/nurture/scheduler'
import { orderRhythm } from './shared/measures/orderRhythm'
const by: Record<string, any[]> = {}
for (const { table, record } of generateSampleNotebook({ seed: 'bench', customers: 10000, asOf: Date.UTC(2026, 10, 22) })) (by[table] ??= []).push(record)
console.log(Object.fromEntries(Object.entries(by).map(([k, v]) => [k, v.length])))
const running = by.enrolments!.filter((e) => e.pausedAt === undefined && e.endedAt === undefined)
console.log('running', running.length, 'open promises', by.promises!.filter((p) => p.doneAt === undefined).length, 'talks 30d', by.interactions!.filter((i) => i.at > Date.UTC(2026, 10, 22) - 30 * 864e5).length)
const touches = new Map<string, any[]>(); for (const t of by.touches!) touches.set(t.enrolmentId, [...(touches.get(t.enrolmentId) ?? []), t])
const t0 = performance.now()
let n = 0
for (const e of running) n += plannedTouches({ plan: by.plans![0], enrolment: e, touches: touches.get(e.id) ?? [], calendar: { workingDays: [1,2,3,4,5], customerCountry: 'SE' }, from: e.startsOn, to: '2026-11-28', today: '2026-11-22' }).length
console.log('schedule', performance.now() - t0, n)
const od = new Map<string, string[]>(); for (const o of by.orders!) od.set(o.customerId, [...(od.get(o.customerId) ?? []), o.on])
const t1 = performance.now(); for (const d of od.values()) orderRhythm(d, '2026-11-22'); console.log('rhythm', performance.now() - t1, od.size)
const t2 = performance.now(); console.log(structuredClone(by.touches!).length, 'clone touches', performance.now() - t2)
