/** Something useful that we gave without asking for anything. */
export const VALUE_TEXTS: readonly string[] = [
  'Sent the one-page check list "five questions before you buy bamboo for a dishwasher".',
  'Sent the short report on new EU rules for food contact bamboo, with the two lines that concern her marked.',
  'Monthly letter: how we cut breakage by a third with a new inner carton.',
  '发了一份关于陶瓷铅镉检测的说明，客户说很有用。',
  'Congratulated on the new shop in {city}, sent a photo of our team with thumbs up.',
  'Sent sea freight outlook for {month}: book early, space will be short.',
  'Sent three photos of how another café chain displays {product}. No prices in it.',
  'Monthly letter: what the potters do in the cold months, and why glazes differ by season.',
  'Sent the care card for {product} in their language, free to print.',
  'Told him about the holiday shutdown two months ahead, with the last safe order date.',
  'Invited to the webinar on private label packaging for small runs.',
  'Sent the comparison of plantation bamboo and beech that he had been looking for.',
]

/** Sales asks. */
export const ASK_TEXTS: readonly string[] = [
  'Asked whether the {product} should go into the spring order.',
  'Offered a combined container with {product2} to bring the price down, asked for a yes by {weekday}.',
  'Asked for the forecast of the next quarter.',
  '问了下半年的订货计划，顺便推荐了新款{product}。',
  'Asked for a meeting at the next fair, stand and time proposed.',
  'Asked if she knows another shop that could use the {product}.',
]

/** Complaints. */
export const COMPLAINT_TEXTS: readonly string[] = [
  'Six cartons of {product} arrived with broken rims, photos attached. Wants replacement with the next lot.',
  'Colour of {product} differs from the approved chip. Accepts the lot this time, not again.',
  '客户反映{product}有竹屑，要求全检。已通知车间。',
  'Shipment two weeks late, their promotion started without us. Annoyed, rightly.',
  'Labels upside down on {qty} boxes. Offered to pay the relabelling.',
]

/** Visits. */
export const VISIT_TEXTS: readonly string[] = [
  'Visited the factory with her technician. Impressed by the drying room, not by our canteen.',
  'Visited them in {city}. Walked through two of their shops, our {product} stands at eye level.',
  '来厂里看了两天，{product}的模具当场定下来。晚上一起吃了海鲜。',
  'Came with the owner’s son, who will take over. He counts, the father feels.',
]

/** Our own notes. */
export const NOTE_TEXTS: readonly string[] = [
  'Linked in a trade paper: they opened a second warehouse in {city}.',
  'Their web shop shows the competitor’s {product} again. Ask gently.',
  '内部：这个客户账期不能再放长了。',
  'Decide with {colleague} whether we keep the old mould for them.',
  'Changed buyer. The new one answers within the hour but decides nothing.',
  'Reminder to self: never call before ten, school run.',
]

/** New connections on a network or messenger. */
export const CONNECTED_TEXTS: readonly string[] = [
  'Accepted my invitation, wrote a friendly line about the fair.',
  'Connected. Posts mostly about sustainable packaging.',
  '加上好友了，头像是他家的猫。',
]

/** Payments that arrived. */
export const PAYMENT_TEXTS: readonly string[] = [
  'Deposit arrived, production can start.',
  'Balance arrived, documents released.',
  '尾款到账，已放单。',
  'Paid a week early, without a reminder.',
]

/** Outcomes of samples. */
export const SAMPLE_OUTCOME_TEXTS: readonly string[] = [
  'Approved as it is.',
  'Approved, but rim 1 mm thicker for series.',
  'Likes shape and weight, wants a warmer white.',
  'Too heavy for their shelf, no thanks.',
  'Went through 200 dishwasher cycles without a mark.',
  '客户确认，可以大货。',
]

/** Promises we made. */
export const PROMISES_OF_OURS: readonly string[] = [
  'Send the price list for {product}',
  'Send LFGB and FDA reports',
  'Two samples of {product} in {colour}',
  'Carton dimensions and weights for {product}',
  'Photos without our logo',
  'Ask the workshop whether {product} can stack',
  'Proforma for {qty} pcs',
  'One-page guide on bamboo care',
  '寄{product}样品两件',
  'Find a carton that survives a one metre drop',
]

/** Promises they made. */
export const PROMISES_OF_THEIRS: readonly string[] = [
  'Send artwork for the logo',
  'Answer on the sample after the team has seen it',
  'Forecast for the next quarter',
  'Confirm colour chip',
  'Company papers for the L/C',
  '确认彩盒设计稿',
]

/** Facts by kind: the short lines of a paper notebook. */
export const FACT_TEXTS = {
  likes: [
    'Likes matt glazes, hates gold rims',
    'Green tea, no sugar; remembers who remembers',
    'Wants numbers first, then the story',
    'Prefers voice messages to long mails',
    '喜欢哑光釉，不喜欢花纸',
    'Collects tea bowls, has three of ours at home',
    'Decides on feel: always send a piece, never only a photo',
  ],
  pain: [
    'Breakage on the last mile, 4 % with the old supplier',
    'Small warehouse: needs deliveries in four lots',
    'Customs held a lot once for missing fumigation papers',
    'Supplier changed glaze without telling; trust is the topic',
    'Designers want new colours every season, buyers want old prices',
    '上一家供应商交期总是拖两周',
  ],
  terms: [
    '30 % deposit, balance against copy documents',
    'FOB Ningbo only, own forwarder',
    'Never below 45 days lead time in autumn',
    'Accepts 3 % over or under quantity',
    'Pays on the 10th and the 25th, not between',
    'DAP with duty paid, or no deal',
  ],
  taboo: [
    'No calls on Friday afternoon',
    'Never mention the competitor from hall 3',
    'No white wrapping paper for gifts',
    'Vegetarian, no leather samples please',
    '不要在微信群里谈价格',
    'Does not want to be photographed',
  ],
  papers: [
    'Needs LFGB and FSC for every new item',
    'BSCI audit not older than a year',
    'SABER certificate for each shipment',
    'Wants REACH statement signed in ink',
    'Asks for FDA registration number on the invoice',
  ],
  gift: [
    'Gave her the celadon cup with her name at the last fair',
    'Sent Longjing tea before the Spring Festival',
    'Children: two boys, football cards go down well',
    '送过一套竹制茶具',
  ],
  personal: [
    'Runs marathons, the next one is in Valencia',
    'Two children, the elder studies ceramics',
    'Birthday in March, likes a short message, no present',
    'Learnt Mandarin for a year in Hangzhou, is proud of it',
    'Has a dachshund called Mochi',
    '女儿今年高考',
    'Knee operation last year, walks slowly at fairs: meet at their hotel',
  ],
  other: [
    'Their fiscal year ends in June',
    'Sells under two brands, the cheaper one is growing',
    'Decides in a committee that meets on the first Monday',
    'Their forwarder consolidates in Ningbo on Thursdays',
  ],
} as const
