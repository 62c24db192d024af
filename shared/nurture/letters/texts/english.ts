import type { LetterSet } from '../letterTemplate'
import { ENGLISH_TRADE } from './trade/english'

/** The shipped letters in English. */
export const ENGLISH: LetterSet = {
  language: 'en',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'our pieces',
    fairName: 'the fair',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'what you asked for',
    dueOn: 'soon',
    piece: 'something useful',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...ENGLISH_TRADE,
    thanks: {
      subject: 'Thank you for your visit[[ at {fairName}]]',
      body: `Hello {firstName},

thank you for the time you took for us[[ at {fairName}]][[ in {city}]]. I enjoyed our talk[[ about the {product}]], and I wrote down what matters to you.
[[
I have not forgotten what I promised: {promised}. You will have it by {dueOn}.
]]
There is nothing you need to do now. If a question comes up, just answer this note: it reaches me and nobody else.

Kind regards,
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'As promised: {promised}',
      body: `Hello {firstName},

when we met[[ at {fairName}]] I promised you {promised}. Here it is.

I have kept it short. If you had something else in mind, or if a detail is missing, one line is enough and I will put it right.

Kind regards,
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'One page that may save you a complaint',
      body: `Hello {firstName},

I am not sending you a catalogue. Attached is one page instead: the questions that experienced buyers ask before they order[[ {product}]], and the mistakes that cost them the most.

You can use it with any supplier, not only with us. If you find a question that belongs on the list, please tell me; I will add it.

Kind regards,
{myName}
{myCompany}`,
    },
    question: {
      subject: 'One question[[ about the {product}]]',
      body: `Hello {firstName},

may I ask you one question?[[ At {fairName} you took a close look at the {product}.]] What would have to be right for it to have a place in your range: the price, the packaging, the papers, the timing?

One word as an answer is plenty. And if this is not the moment, tell me when it will be, and you will not hear from me about it until then.

Kind regards,
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'For you: {piece}',
      body: `Hello {firstName},

I thought of you when I had this in my hands: {piece}. It may spare you some work, so here it is.

There is nothing you need to do. If it raises a question, one line to me is enough.

Kind regards,
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Our letter of the month: one useful thing, nothing to buy',
      body: `Hello {firstName},

once a month I send a short letter to the people I like to work with: one thing that we have learnt and that may be of use to you. This month’s is attached; it takes two minutes to read.

What would you like to read about next? Just answer. And if you would rather not get this letter, one word from you and I stop.

Kind regards,
{myName}
{myCompany}`,
    },
  },
}
