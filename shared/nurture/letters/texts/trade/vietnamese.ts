import { letterFrame } from '../../letterFrame'
import type { TradeLetters } from '../../letterTemplate'

const letter = letterFrame('Kính gửi {salutationName},', 'Trân trọng,')

/** The letters of the trade in Vietnamese. */
export const VIETNAMESE_TRADE: TradeLetters = {
  enquiryAnswer: letter(
    'Về yêu cầu báo giá của Quý khách[[ ({product})]]',
    'Cảm ơn Quý khách đã hỏi hàng[[ về {product}]]. Tôi đã đọc kỹ và đang chuẩn bị một câu trả lời đầy đủ: giá theo số lượng, thời gian giao hàng và giấy tờ cho thị trường của Quý khách. Quý khách sẽ nhận được trong vòng một ngày làm việc.',
    'Hai thông tin sau sẽ giúp câu trả lời chính xác hơn: số lượng dự kiến cho đơn đầu tiên và nước mà hàng sẽ được bán.',
  ),
  sampleSent: letter(
    'Hàng mẫu đã được gửi đi',
    'Hàng mẫu[[ ({product})]] của Quý khách đã được gửi đi. Tôi gửi kèm một trang: những gì chúng tôi kiểm tra trước khi xuất hàng, và cách Quý khách tự kiểm tra ngay tại bàn làm việc trong mười phút.',
    'Quý khách không cần báo khi nhận được. Vài ngày nữa tôi sẽ hỏi lại.',
  ),
  sampleArrived: letter(
    'Quý khách đã nhận được hàng mẫu chưa?',
    'Hàng mẫu[[ ({product})]] có lẽ đã đến nơi. Hàng có còn nguyên vẹn không ạ?',
    'Xin Quý khách cứ nói thẳng điều chưa vừa ý. Điều gì sửa được tôi sẽ sửa, điều gì không được tôi sẽ nói rõ.',
  ),
  quoteHelp: letter(
    'Giá được hình thành như thế nào[[ ({product})]]',
    'Kèm theo báo giá, tôi xin gửi nửa trang giải thích: ba yếu tố quyết định giá, và những chỗ có thể tiết kiệm mà khách mua ở cửa hàng không nhận ra.',
    'Quý khách có thể dùng để so sánh với bất kỳ báo giá nào khác. Nếu có dòng nào chưa rõ, chỉ cần một lời.',
  ),
  quoteQuestion: letter(
    'Một câu hỏi về báo giá',
    'Xin phép hỏi Quý khách thấy báo giá của chúng tôi[[ ({product})]] thế nào? Điều gì cần thay đổi: giá, số lượng, điều kiện hay thời gian?',
    'Câu trả lời “không” cũng là câu trả lời tốt. Khi đó tôi sẽ khép hồ sơ và không hỏi lại nữa.',
  ),
  orderThanks: letter(
    'Cảm ơn Quý khách đã đặt hàng',
    'Cảm ơn Quý khách đã đặt hàng. Từ bây giờ tôi sẽ trực tiếp theo dõi đơn hàng. Quý khách không cần hỏi, tôi sẽ báo khi nguyên liệu về, khi bắt đầu sản xuất, khi kiểm hàng xong và khi hàng xuất đi.',
    'Nếu có thay đổi, dù tốt hay xấu, Quý khách sẽ biết ngay trong ngày.',
  ),
  orderArrived: letter(
    'Hàng có đúng như Quý khách đặt không?',
    'Hàng có lẽ đã đến nơi. Xin Quý khách mở thử vài thùng: nếu có gì không đúng như đã đặt, xin gửi cho tôi một tấm ảnh, tôi sẽ xử lý.',
    'Tôi gửi kèm hình ảnh và nội dung mà Quý khách có thể dùng để bán hàng.',
  ),
  quietHello: letter(
    'Một điều hữu ích sau thời gian dài',
    'Đã lâu chúng ta chưa liên lạc, nên tôi xin gửi một trang có thể hữu ích: những thay đổi về nguyên liệu, cước vận chuyển và quy định từ đó đến nay.',
    'Quý khách không cần trả lời. Tôi chỉ muốn Quý khách có tài liệu này.',
  ),
  quietQuestion: letter(
    'Tôi có nên tiếp tục viết thư không?',
    'Xin phép hỏi thẳng: tôi có nên thỉnh thoảng tiếp tục viết thư cho Quý khách không?',
    'Chỉ cần một lời. Nếu không, tôi sẽ dừng lại, và Quý khách có thể liên hệ lại bất cứ lúc nào.',
  ),
  reorder: letter(
    'Thời gian giao hàng cho mùa tới',
    'Lịch sản xuất các tháng tới đang kín dần, nên tôi gửi trước các mốc thời gian: trang đính kèm cho biết hạn đặt hàng[[ {product}]] để hàng về kịp từng tháng.',
    'Đây không phải lời nhắc mua hàng. Nếu Quý khách đã có kế hoạch, xin cho tôi biết tháng nào, tôi sẽ giữ chỗ.',
  ),
  review: letter(
    'Quý vừa qua trong một trang',
    'Tôi gửi kèm một trang về quý hợp tác vừa qua: những gì đã giao, những gì chậm hoặc chưa đúng, và những gì chúng tôi đã thay đổi vì điều đó.',
    'Nếu Quý khách thấy điểm nào khác đi, xin cho tôi biết. Điều đó giúp chúng tôi nhiều hơn lời khen.',
  ),
  newYear: letter(
    'Cảm ơn Quý khách vì năm vừa qua',
    'Năm cũ sắp hết, tôi muốn gửi lời cảm ơn đến Quý khách: vì thời gian, sự tin tưởng và những lời thẳng thắn.',
    'Kính chúc Quý khách, gia đình và toàn thể công ty sức khỏe và một năm mới tốt lành.',
  ),
  shutdown: letter(
    'Lịch nghỉ của chúng tôi, để hàng về kịp',
    'Nhà máy của chúng tôi sẽ nghỉ lễ. Lịch đính kèm cho biết hạn cuối cho những đơn phải xuất trước kỳ nghỉ và ngày sản xuất trở lại.',
    'Trước và sau kỳ nghỉ mọi việc đều chậm hơn, nhất là vận chuyển. Nếu có việc gấp, xin báo ngay để tôi tìm cách.',
  ),
  congratulation: letter(
    'Xin chúc mừng!',
    'Tôi vừa nghe tin vui từ phía Quý khách và muốn gửi lời chúc mừng ngay.',
    'Lá thư này không có ý gì khác. Tôi thật lòng mừng cho Quý khách và chúc mọi việc thành công.',
  ),
  invitation: letter(
    'Quý khách có đến {fairName} không?',
    'Chúng tôi sẽ có mặt tại {fairName}[[ ở {city}]][[, {fairDays}]][[, gian {booth}]], và rất mong được gặp Quý khách ở đó.',
    'Nếu Quý khách cho biết ngày thuận tiện, tôi sẽ dành nửa giờ và chuẩn bị sẵn những gì Quý khách quan tâm. Nếu không đến được, chỉ cần một chữ, tôi sẽ viết thư sau hội chợ.',
  ),
  referral: letter(
    'Một câu hỏi tôi không dễ nói ra',
    'Tôi rất vui vì chuyến hàng vừa rồi suôn sẻ. Tôi xin phép nhờ Quý khách một việc được không?',
    'Nếu Quý khách biết ai đang tìm sản phẩm như của chúng tôi, xin giới thiệu giúp. Chỉ cần một cái tên, hoặc chuyển tiếp lá thư này. Nếu chưa nghĩ ra ai thì cũng không sao.',
  ),
}
