import type { LetterSet } from '../letterTemplate'
import { SIMPLIFIED_CHINESE_TRADE, TRADITIONAL_CHINESE_TRADE } from './trade/chinese'

/** The shipped letters in Simplified Chinese. */
export const SIMPLIFIED_CHINESE: LetterSet = {
  language: 'zh-Hans',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: '我们的产品',
    fairName: '展会',
    city: '',
    fairDays: '',
    booth: '',
    promised: '您需要的资料',
    dueOn: '近日',
    piece: '资料',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...SIMPLIFIED_CHINESE_TRADE,
    thanks: {
      subject: '感谢您[[在{fairName}]]光临我们的展位',
      body: `{salutationName}您好：

感谢您[[在{fairName}]]抽时间和我们交流。[[关于{product}，]]您提到的要点我都记下来了。
[[
答应您的“{promised}”我没有忘，{dueOn}前一定给您。
]]
您现在什么都不用做。如果想到什么问题，直接回复就好，这里只有我一个人看。

祝好
{myName}
{myCompany}`,
    },
    promised: {
      subject: '答应您的：{promised}',
      body: `{salutationName}您好：

[[在{fairName}]]见面时，我答应给您{promised}，现在发给您。

内容尽量精简。如果和您想要的不一样，或者还缺什么，回我一句话，我马上补上。

祝好
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: '一页纸，也许能帮您少一次投诉',
      body: `{salutationName}您好：

这次不发产品目录，只附上一页纸：有经验的采购在下单[[{product}]]之前会问哪些问题，以及哪些错误代价最大。

无论跟哪家供应商合作，您都可以用。如果您觉得还应该加上哪一条，请告诉我，我来补充。

祝好
{myName}
{myCompany}`,
    },
    question: {
      subject: '想请教您一个问题[[（关于{product}）]]',
      body: `{salutationName}您好：

想请教您一个问题。[[在{fairName}上您仔细看过{product}。]]要放进您的产品线，最关键的是哪一点：价格、包装、认证，还是时间？

回一个词就够了。如果现在不是时候，请告诉我什么时候合适，在那之前我不会再打扰您。

祝好
{myName}
{myCompany}`,
    },
    gift: {
      subject: '给您一份资料[[：{piece}]]',
      body: `{salutationName}您好：

整理资料时想到了您，这份{piece}也许能帮您省些事，一并发给您。

您不用特意回复。看了如果有疑问，回我一句话就行。

祝好
{myName}
{myCompany}`,
    },
    letter: {
      subject: '本月来信：一点有用的经验，不推销',
      body: `{salutationName}您好：

我每个月给愿意一起做事的朋友写一封短信，只讲一件我们学到、也许对您有用的事。本月的内容在附件里，两分钟就能看完。

下次您想看什么，直接回复告诉我。如果不想再收到，说一声，我就停。

祝好
{myName}
{myCompany}`,
    },
  },
}

/** The shipped letters in Traditional Chinese. */
export const TRADITIONAL_CHINESE: LetterSet = {
  language: 'zh-Hant',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: '我們的產品',
    fairName: '展覽',
    city: '',
    fairDays: '',
    booth: '',
    promised: '您需要的資料',
    dueOn: '近日',
    piece: '資料',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...TRADITIONAL_CHINESE_TRADE,
    thanks: {
      subject: '感謝您[[在{fairName}]]蒞臨我們的攤位',
      body: `{salutationName}您好：

感謝您[[在{fairName}]]撥空與我們交流。[[關於{product}，]]您提到的重點我都記下來了。
[[
答應您的「{promised}」我沒有忘，{dueOn}前一定給您。
]]
您現在什麼都不用做。如果想到任何問題，直接回覆就好，這裡只有我一個人看。

敬祝 順心
{myName}
{myCompany}`,
    },
    promised: {
      subject: '答應您的：{promised}',
      body: `{salutationName}您好：

[[在{fairName}]]見面時，我答應給您{promised}，現在寄給您。

內容盡量精簡。如果和您想要的不同，或者還缺什麼，回我一句話，我馬上補上。

敬祝 順心
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: '一頁紙，也許能替您少一次客訴',
      body: `{salutationName}您好：

這次不寄產品型錄，只附上一頁紙：有經驗的採購在下單[[{product}]]之前會問哪些問題，以及哪些錯誤代價最高。

不論與哪家供應商合作，您都用得上。如果您覺得還應該加上哪一條，請告訴我，我來補充。

敬祝 順心
{myName}
{myCompany}`,
    },
    question: {
      subject: '想請教您一個問題[[（關於{product}）]]',
      body: `{salutationName}您好：

想請教您一個問題。[[在{fairName}上您仔細看過{product}。]]要放進您的產品線，最關鍵的是哪一點：價格、包裝、認證，還是時間？

回一個詞就夠了。如果現在不是時候，請告訴我什麼時候合適，在那之前我不會再打擾您。

敬祝 順心
{myName}
{myCompany}`,
    },
    gift: {
      subject: '給您一份資料[[：{piece}]]',
      body: `{salutationName}您好：

整理資料時想到了您，這份{piece}也許能幫您省些事，一併發給您。

您不用特意回覆。看了如果有疑問，回我一句話就行。

敬祝 順心
{myName}
{myCompany}`,
    },
    letter: {
      subject: '本月來信：一點有用的經驗，不推銷',
      body: `{salutationName}您好：

我每個月寫一封短信給願意一起做事的朋友，只談一件我們學到、也許對您有用的事。本月的內容在附件裡，兩分鐘就能看完。

下次您想看什麼，直接回覆告訴我。如果不想再收到，說一聲，我就停。

敬祝 順心
{myName}
{myCompany}`,
    },
  },
}
