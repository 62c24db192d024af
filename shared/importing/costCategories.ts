import type { CostCategory } from '../records/cost'

/** Words by which lists of expenses name what was paid for; the first that fits counts. */
const WORDS: readonly (readonly [CostCategory, RegExp])[] = [
  ['booth', /展位|摊位|booth|stand(fläche|miete)?\b|espace|emplacement/i],
  ['build', /搭建|特装|装修|build|construction|messebau|standbau|montage/i],
  ['lodging', /住宿|酒店|hotel|lodging|accommodation|unterkunft|hébergement/i],
  ['travel', /差旅|机票|车票|交通|打车|签证|travel|flight|train|taxi|visa|reise|voyage/i],
  ['freight', /运费|物流|货运|快递|freight|shipping|courier|fracht|transport/i],
  ['samples', /样品|sample|muster|échantillon/i],
  ['staffDays', /人工|工资|兼职|翻译员|staff|wages|personal|salaire/i],
  ['platformFee', /平台|年费|会员费|服务费|platform|membership|subscription fee|commission|手续费/i],
  ['ads', /广告|推广|直通车|ads?\b|advert|campaign|werbung|publicité/i],
  ['content', /内容|拍摄|设计|印刷|画册|翻译|content|print|catalog|design|photo|video|translation|druck/i],
  ['tools', /软件|工具|域名|服务器|software|tool|hosting|domain|licen[cs]e/i],
]

/** The category that a list's own word means; undefined when it is none of ours. */
export function costCategoryOf(word: string): CostCategory | undefined {
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0]
}
