import type { LetterSet } from '../letterTemplate'
import { ARABIC_TRADE, HEBREW_TRADE } from './trade/semitic'

/** The shipped letters in Hebrew, in the plural that fits men and women alike. */
export const HEBREW: LetterSet = {
  language: 'he',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'המוצרים שלנו',
    fairName: 'התערוכה',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'מה שביקשתם',
    dueOn: 'בקרוב',
    piece: 'משהו שימושי',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...HEBREW_TRADE,
    thanks: {
      subject: 'תודה על הביקור[[ – {fairName}]]',
      body: `שלום {firstName},

תודה על הזמן שהקדשתם לנו[[ ({fairName})]]. נהניתי מהשיחה שלנו[[ על {product}]] ורשמתי לעצמי מה חשוב לכם.
[[
לא שכחתי את מה שהבטחתי: {promised}. זה יגיע אליכם עד {dueOn}.
]]
אין צורך לעשות דבר כעת. אם עולה שאלה, פשוט השיבו להודעה הזאת. היא מגיעה אליי ולא לאף אחד אחר.

בברכה,
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'כפי שהבטחתי: {promised}',
      body: `שלום {firstName},

כשנפגשנו[[ ({fairName})]] הבטחתי לכם {promised}. הנה זה מצורף.

השתדלתי לקצר. אם התכוונתם למשהו אחר או שחסר פרט, שורה אחת מספיקה ואני אתקן.

בברכה,
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'דף אחד שיכול לחסוך לכם תלונה',
      body: `שלום {firstName},

במקום קטלוג מצורף דף אחד בלבד: השאלות שקניינים מנוסים שואלים לפני הזמנה[[ של {product}]], והטעויות שעולות ביוקר.

אפשר להשתמש בו מול כל ספק, לא רק מולנו. אם חסרה בו שאלה, כתבו לי ואוסיף אותה.

בברכה,
{myName}
{myCompany}`,
    },
    question: {
      subject: 'שאלה אחת[[ על {product}]]',
      body: `שלום {firstName},

אפשר לשאול שאלה אחת?[[ ראיתי שהתעניינתם ב־{product}.]] מה צריך להסתדר כדי שזה יתאים למגוון שלכם: המחיר, האריזה, התקנים או העיתוי?

מילה אחת מספיקה. ואם זה לא הזמן, כתבו לי מתי כן, ועד אז לא אטריד אתכם בעניין.

בברכה,
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'בשבילכם[[: {piece}]]',
      body: `שלום {firstName},

חשבתי עליכם כשזה הגיע לידיי: {piece}. אולי זה יחסוך לכם קצת עבודה, אז הנה זה.

אין צורך לעשות דבר. אם תתעורר שאלה, שורה אחת אליי מספיקה.

בברכה,
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'המכתב החודשי שלנו: דבר אחד מועיל, בלי מכירות',
      body: `שלום {firstName},

פעם בחודש נשלח ממני מכתב קצר לאנשים שנעים לי לעבוד איתם: דבר אחד שלמדנו ושעשוי להועיל גם לכם. המכתב של החודש מצורף, שתי דקות קריאה.

על מה תרצו לקרוא בפעם הבאה? פשוט השיבו. ואם אתם מעדיפים לא לקבל את המכתב, מילה אחת ואפסיק.

בברכה,
{myName}
{myCompany}`,
    },
  },
}

/** The shipped letters in Modern Standard Arabic, in the polite plural. */
export const ARABIC: LetterSet = {
  language: 'ar',
  fallbacks: {
    firstName: '',
    salutationName: '',
    product: 'منتجاتنا',
    fairName: 'المعرض',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'ما طلبتموه',
    dueOn: 'وقت قريب',
    piece: 'شيء مفيد',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...ARABIC_TRADE,
    thanks: {
      subject: 'شكراً لزيارتكم[[ – {fairName}]]',
      body: `تحية طيبة {salutationName}،

شكراً على الوقت الذي خصصتموه لنا[[ ({fairName})]]. سعدت بحديثنا[[ حول {product}]] ودوّنت ما يهمكم.
[[
لم أنسَ ما وعدتكم به: {promised}. سيصلكم قبل {dueOn}.
]]
لا حاجة إلى أي إجراء الآن. إذا خطر لكم سؤال فيكفي الرد على هذه الرسالة، فهي تصلني وحدي.

مع خالص التحية،
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'كما وعدتكم: {promised}',
      body: `تحية طيبة {salutationName}،

عندما التقينا[[ ({fairName})]] وعدتكم بإرسال {promised}، وهو مرفق مع هذه الرسالة.

حرصت على الاختصار. إن كنتم تقصدون شيئاً آخر أو كان هناك تفصيل ناقص، فسطر واحد يكفي وسأستدرك ذلك.

مع خالص التحية،
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'صفحة واحدة قد توفّر عليكم شكوى',
      body: `تحية طيبة {salutationName}،

لا أرسل إليكم كتالوجاً، بل صفحة واحدة مرفقة: الأسئلة التي يطرحها المشترون ذوو الخبرة قبل الطلب، والأخطاء الأعلى كلفة.

يمكنكم استخدامها مع أي مورّد، لا معنا فقط. وإن كان ينقصها سؤال فأخبروني لأضيفه.

مع خالص التحية،
{myName}
{myCompany}`,
    },
    question: {
      subject: 'سؤال واحد[[ حول {product}]]',
      body: `تحية طيبة {salutationName}،

هل تسمحون لي بسؤال واحد؟[[ لاحظت اهتمامكم بـ «{product}».]] ما الذي ينبغي توفّره ليناسب تشكيلتكم: السعر أم التغليف أم الشهادات أم التوقيت؟

كلمة واحدة تكفي. وإن لم يكن الوقت مناسباً فأخبروني متى يكون، ولن أزعجكم بهذا الموضوع قبل ذلك.

مع خالص التحية،
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'مادة لكم[[: {piece}]]',
      body: `تحية طيبة {salutationName}،

خطرتم ببالي حين وقع هذا بين يديّ: {piece}. لعلّه يوفّر عليكم بعض العمل، ولذلك أرسله إليكم.

لا يلزمكم فعل شيء. وإن أثار سؤالاً فسطر واحد إليّ يكفي.

مع خالص التحية،
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'رسالتنا الشهرية: فائدة واحدة ولا شيء للبيع',
      body: `تحية طيبة {salutationName}،

مرة كل شهر أكتب رسالة قصيرة إلى من أعتز بالعمل معهم: أمر تعلمناه وقد يفيدكم. رسالة هذا الشهر مرفقة، وقراءتها لا تستغرق أكثر من دقيقتين.

عمّ تودون القراءة في المرة القادمة؟ يكفي الرد على هذه الرسالة. وإن كنتم تفضلون عدم تلقيها فكلمة واحدة منكم وأتوقف.

مع خالص التحية،
{myName}
{myCompany}`,
    },
  },
}
