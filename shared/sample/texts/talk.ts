/**
 * What the salesperson wrote about talks, in her own words. Slots in braces are filled by `fillText`.
 * English for the most part, Chinese where she was in a hurry.
 */

/** Talks at a fair's booth. */
export const MET_TEXTS: readonly string[] = [
  'Came straight to the {product}. Held it for a long time, asked about the coating, then about the MOQ. Photo of the card taken.',
  'Short stop with two colleagues. Likes the {product}, finds our {product2} too rustic. !send price list by {weekday}',
  'Has a supplier in {rival} and is unhappy with breakage. Wants drop test results for the {product}.',
  'Met at the end of the day, both of us tired, good talk anyway. Looks for {product} in {colour}, private label, {qty} pcs to start.',
  '第二次来展位，主要看{product}。说现在的供应商在{rival}，交期总是拖。要FOB {port}的价格。',
  'Buyer for {stores} shops. Quiet until the {product} came up. Wants food-contact papers before anything else.',
  '名片先留了，英文不太流利，用手机翻译聊的。对{product}很感兴趣，想要{colour}。',
  'Came back on day two with the owner. They compared our {product} with the one from hall 3 and took both photos.',
  'Only looking, but asked the right questions: dishwasher cycles, glaze lead content, carton size. #tableware',
  'Hotel project: {qty} sets of {product}, delivery before {month}. Needs a sample with their logo.',
  'Told me about their new catalogue for {month}. Could use {product} and {product2} as a set, asked for a gift box.',
  'Took a catalogue and left quickly. Said "send me something useful, not a newsletter".',
  '老客户介绍来的，直接问{product}的起订量和{colour}能不能做。约好周五发资料。',
  'Sampled the tea, stayed for half an hour. Runs {stores} cafés, wants {product} that stacks. !ask the workshop about stacking height',
  'Distributor, buys by the container. Price first, everything else later. Target is {price} below ours for the {product}.',
  'Old acquaintance from two years ago, changed company since. Remembers our {product}, new firm sells online only.',
]

/** First enquiries by platform, search ad, website or mail. */
export const ENQUIRY_TEXTS: readonly string[] = [
  'Dear supplier, please quote {qty} pcs {product}, FOB {port}, with your best lead time.',
  'We are opening {stores} new shops in {month} and look for {product} with our logo. What is your MOQ?',
  'Asks through the form on our site for {product} in {colour}. Mentions the article about bamboo and dishwashers.',
  '询盘：{product}，数量约{qty}，要求FDA和LFGB报告，{month}前到港。',
  'Hello, saw your {product}. Is the glaze food safe? Can you ship samples to us this week?',
  'Looking for an alternative to plastic for our catering line, {product} and {product2}, {qty} pcs a month.',
  'Platform enquiry, same text surely sent to ten of us. Answered with three questions and one photo of the {product}.',
  'Interested in {product}. Please tell price, carton size and whether you can do {colour} lids.',
  'Wants a gift set around the {product} for year-end, {qty} boxes, card insert in their language.',
  'Was recommended to us. Needs {product} for a hotel opening, asks who else we supply in the region.',
]

/** Messages from the customer. */
export const MESSAGE_IN_TEXTS: readonly string[] = [
  'Got the samples, thank you. The {product} is nicer than on the photos. My boss asks for {colour}.',
  'Price is still too high for {qty}. Can you do something at double the quantity?',
  'We need to wait until our budget meeting in {month}. Please remind me then.',
  'Could you send the test report again? The link from last time has expired.',
  'Is {product} available with FSC paper sleeves instead of foam?',
  'Our shop team loves the {product2}. Do you have photos without logo that we may use?',
  'What is the earliest ship date if we confirm this week?',
  '样品收到了，质量不错，颜色再深一点就更好了。',
  'Happy new year to you and your family! We plan the spring order next week.',
  'Thank you for the article, I forwarded it to our buyer for hotel ware.',
  'Please change the carton mark, our warehouse in {city} has new rules. Details below.',
  'I am leaving for holidays until the {day}th, write to my colleague meanwhile.',
  'Customs asks for the phytosanitary certificate for the bamboo. Urgent please!',
  'The mould of the {product} is fine, go ahead. Only the stamp should be 2 mm lower.',
  'Can you hold the old price until {month}? Our catalogue is printed already.',
  '请问{product}的彩盒可以改成牛皮纸的吗？',
]

/** Messages that we sent. */
export const MESSAGE_OUT_TEXTS: readonly string[] = [
  'Sent the quotation for {qty} pcs {product}, valid 30 days, FOB {port}.',
  'Answered her question about carton sizes with a photo from the packing line.',
  'Confirmed: {product} in {colour} is possible from {qty} pcs, five days more for the glaze.',
  '已发{product}报价和装箱数据，等对方确认颜色。',
  'Told him honestly that {month} is tight, offered to split the shipment.',
  'Sent tracking number of the samples and asked to check the rim first.',
  'Wished a good holiday, no sales talk.',
  'Explained why the price went up: kaolin and gas. Offered last price until the end of the month.',
  'Sent photos of the first pieces out of the kiln. They like to see it.',
  'Sent corrected proforma, bank details confirmed by phone as agreed.',
  'Asked whether the samples arrived and how the {product} stands up in the dishwasher.',
]

/** Calls. */
export const CALL_TEXTS: readonly string[] = [
  'Called for twenty minutes. Decision lies with the head of purchasing now, expects an answer by {weekday}.',
  'Video call with their designer about {colour}. Agreed on a reference chip by courier.',
  'Call: the {product} sells, the {product2} does not. Wants to reorder only the first.',
  '电话聊了半小时，对方担心汇率，想用人民币结算。',
  'Short call, bad line. Ship date is what matters to them, not the last cent.',
  'Spoke about payment: 30/70 is fine, no L/C. New accountant is called {colleague}.',
  'He called about the broken cartons. Stayed calm, asked for a solution rather than a discount.',
  'Call about next year: they close two shops and open the web shop. Smaller lots, more often.',
  'Long talk about her daughter’s exam, then five minutes about {qty} pcs {product}. Both went well.',
]
