// What WhatsApp writes in place of a message that was taken back, in the languages of our users.
const DELETED =
  /^(this message was deleted|you deleted this message|此消息已(被)?删除|(你|您)(已)?删除了?(此|这条|該|此條)消息|此訊息已(被)?刪除|你已?刪除了?此訊息|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado|ce message a été supprimé|vous avez supprimé ce message|esta mensagem foi apagada|mensagem apagada|(você apagou|apagaste|apagou) esta mensagem|questo messaggio è stato eliminato|hai eliminato questo messaggio|данное сообщение удалено|вы удалили данное сообщение|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|bu mesaj silindi|bu mesajı sildiniz|הודעה זו נמחקה|tin nhắn này đã bị xóa)[.!。]?$/iu

/** Whether a message of a chat says no more than that it was deleted. */
export function isDeletedMessage(text: string): boolean {
  return DELETED.test(text.trim())
}
