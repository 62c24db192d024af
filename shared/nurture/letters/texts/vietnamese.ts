import type { LetterSet } from '../letterTemplate'
import { VIETNAMESE_TRADE } from './trade/vietnamese'

/** The shipped letters in Vietnamese, in a form that fits men and women of any age. */
export const VIETNAMESE: LetterSet = {
  language: 'vi',
  fallbacks: {
    firstName: '',
    salutationName: 'Quý khách',
    product: 'các sản phẩm của chúng tôi',
    fairName: 'hội chợ',
    city: '',
    fairDays: '',
    booth: '',
    promised: 'những gì Quý khách cần',
    dueOn: 'thời gian sớm nhất',
    piece: 'một tài liệu hữu ích',
    myName: '',
    myCompany: '',
  },
  letters: {
    ...VIETNAMESE_TRADE,
    thanks: {
      subject: 'Cảm ơn Quý khách đã ghé thăm gian hàng[[ tại {fairName}]]',
      body: `Kính gửi {salutationName},

Cảm ơn Quý khách đã dành thời gian cho chúng tôi[[ tại {fairName}]]. Tôi rất vui được trao đổi với Quý khách[[ về {product}]] và đã ghi lại những điều Quý khách quan tâm.
[[
Tôi không quên điều đã hứa: {promised}. Quý khách sẽ nhận được trước {dueOn}.
]]
Lúc này Quý khách không cần làm gì cả. Nếu có câu hỏi, xin cứ trả lời thư này; chỉ một mình tôi đọc.

Trân trọng,
{myName}
{myCompany}`,
    },
    promised: {
      subject: 'Như đã hứa: {promised}',
      body: `Kính gửi {salutationName},

Khi gặp Quý khách[[ tại {fairName}]], tôi đã hứa gửi {promised}. Tôi xin gửi kèm theo đây.

Tôi cố gắng viết thật ngắn gọn. Nếu Quý khách cần nội dung khác hoặc còn thiếu chi tiết nào, chỉ cần một dòng, tôi sẽ bổ sung ngay.

Trân trọng,
{myName}
{myCompany}`,
    },
    valuePiece: {
      subject: 'Một trang giấy có thể giúp Quý khách tránh một lần khiếu nại',
      body: `Kính gửi {salutationName},

Tôi không gửi catalogue. Thay vào đó, tôi gửi kèm một trang duy nhất: những câu hỏi mà người mua có kinh nghiệm thường đặt ra trước khi đặt hàng[[ {product}]], và những sai lầm tốn kém nhất.

Quý khách có thể dùng với bất kỳ nhà cung cấp nào, không chỉ với chúng tôi. Nếu thấy còn thiếu câu hỏi nào, xin cho tôi biết để bổ sung.

Trân trọng,
{myName}
{myCompany}`,
    },
    question: {
      subject: 'Một câu hỏi nhỏ[[ về {product}]]',
      body: `Kính gửi {salutationName},

Tôi xin phép hỏi một câu.[[ Tại {fairName}, Quý khách đã xem kỹ {product}.]] Để sản phẩm phù hợp với danh mục của Quý khách, điều gì quan trọng nhất: giá, bao bì, chứng nhận hay thời gian?

Chỉ cần trả lời một từ là đủ. Nếu bây giờ chưa phải lúc, xin cho tôi biết khi nào thích hợp; từ nay đến lúc đó tôi sẽ không làm phiền Quý khách về việc này.

Trân trọng,
{myName}
{myCompany}`,
    },
    gift: {
      subject: 'Gửi Quý khách[[: {piece}]]',
      body: `Kính gửi {salutationName},

Khi cầm tài liệu này trên tay, tôi đã nghĩ đến Quý khách: {piece}. Có thể nó giúp Quý khách đỡ mất công, nên tôi xin gửi.

Quý khách không cần làm gì cả. Nếu có thắc mắc, chỉ cần viết cho tôi một dòng.

Trân trọng,
{myName}
{myCompany}`,
    },
    letter: {
      subject: 'Thư tháng này: một điều hữu ích, không bán hàng',
      body: `Kính gửi {salutationName},

Mỗi tháng một lần, tôi viết một lá thư ngắn cho những người tôi trân trọng hợp tác: một điều chúng tôi học được và có thể hữu ích cho Quý khách. Thư tháng này được đính kèm, chỉ mất hai phút để đọc.

Lần tới Quý khách muốn đọc về điều gì? Xin cứ trả lời thư này. Và nếu Quý khách không muốn nhận thư nữa, chỉ cần một lời, tôi sẽ dừng.

Trân trọng,
{myName}
{myCompany}`,
    },
  },
}
