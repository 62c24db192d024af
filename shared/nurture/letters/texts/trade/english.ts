import { letterFrame } from '../../letterFrame'
import type { TradeLetters } from '../../letterTemplate'

const letter = letterFrame('Hello {firstName},', 'Kind regards,')

/** The letters of the trade in English. */
export const ENGLISH_TRADE: TradeLetters = {
  enquiryAnswer: letter(
    'Your enquiry[[ about the {product}]]',
    'thank you for your enquiry[[ about the {product}]]. I have read it to the end and am working on a proper answer: the price by quantity, the lead time and the papers for your market. You will have it within one working day.',
    'Two things would make the answer better: the quantity that you think of for a first order, and the country in which the goods will be sold.',
  ),
  sampleSent: letter(
    'Your sample is on its way',
    'your sample[[ of the {product}]] has left us. Attached is one page: what we test before anything leaves the house, and how you can test the same at your desk in ten minutes.',
    'There is no need to write when it arrives. I will ask in a few days.',
  ),
  sampleArrived: letter(
    'Has the sample arrived?',
    'the sample[[ of the {product}]] should be on your desk by now. Has it arrived in one piece?',
    'Please tell me plainly what you do not like about it. What can be changed I will change, and what can’t be changed I will tell you.',
  ),
  quoteHelp: letter(
    'What makes the price[[ of the {product}]]',
    'to go with our quote I attach half a page: the three things that make its price, and where you could save without anybody noticing it in the shop.',
    'You can hold it against any other offer as well. If a line of the quote is unclear, one word is enough.',
  ),
  quoteQuestion: letter(
    'Our quote: one question',
    'may I ask how our quote[[ for the {product}]] stands with you? What would have to be different: the price, the quantity, the terms, the time?',
    'A no is a good answer too. Then I close the file and do not ask about it again.',
  ),
  orderThanks: letter(
    'Thank you for your order',
    'thank you for your order. From now on I look after it myself. You will hear from me without asking: when the material is in the house, when production begins, when the goods have been checked, and when they leave.',
    'If anything changes, you will know it on the same day, be it good or bad.',
  ),
  orderArrived: letter(
    'Is everything as you ordered it?',
    'by now the goods should be with you. Please look into a few cartons: if anything is not as you ordered it, send me a photo and I will take care of it.',
    'Attached are pictures and texts that you may use for selling them.',
  ),
  quietHello: letter(
    'Something useful, after a long time',
    'we have not been in touch for a while, so here is something that may be of use: the attached page tells what has changed in materials, freight and rules since we last spoke.',
    'There is nothing to answer. I only wanted you to have it.',
  ),
  quietQuestion: letter(
    'Shall I go on writing?',
    'may I ask you plainly: shall I go on writing to you now and then?',
    'One word is enough. With a no I stop, and you can come back to me at any time.',
  ),
  reorder: letter(
    'Lead times for your next season',
    'our order book for the coming months is filling up, so here are the dates before you need them: the attached page shows by when an order[[ of {product}]] has to be placed to arrive in time for each month.',
    'This is no reminder to buy. If your plans are settled already, tell me the month and I will keep a place free for you.',
  ),
  review: letter(
    'Our quarter on one page',
    'attached is our quarter together on one page: what we delivered, what came late or not as it should, and what we have changed because of it.',
    'If you see one of these points differently, please write to me. That helps us more than praise.',
  ),
  newYear: letter(
    'Thank you for this year',
    'the year comes to its end, and before it does I want to thank you: for your time, your trust and your plain words.',
    'I wish you, your family and everyone at your company good health and a good new year.',
  ),
  shutdown: letter(
    'Our holiday dates, so that your goods arrive in time',
    'our factory closes over the holidays. The attached calendar shows the last day for orders that must leave before, and the day on which production begins again.',
    'Before and after the break everything takes longer, freight above all. If something is urgent, tell me now and I will see what can be done.',
  ),
  congratulation: letter(
    'Congratulations!',
    'I have just heard the good news from your side, and I wanted to congratulate you at once.',
    'There is nothing behind this letter. I am simply glad for you, and wish you every success.',
  ),
  invitation: letter(
    'Will you be at {fairName}?',
    'we will be at {fairName}[[ in {city}]][[, {fairDays}]][[, stand {booth}]], and I would be glad to see you there.',
    'If you tell me a day that suits you, I will keep half an hour free and have on the table what matters to you. If you are not coming, one word is enough and I will write to you afterwards instead.',
  ),
  referral: letter(
    'A question that I do not ask lightly',
    'I am glad that your last delivery went well. May I ask you for a favour?',
    'If you know somebody who is looking for pieces such as ours, would you put us in touch? A name is enough, or pass this letter on. And if nobody comes to mind, that is fine as well.',
  ),
}
