/**
 * What the words of a status mean. `usable`: the article may be shown. `withheld`: it must not be shown (yet).
 * `timed`: it must not be shown before an instant that the document states elsewhere. `canceled`: it is withdrawn.
 * Every other word is unknown, and an article with an unknown status is withheld.
 *
 * Sources: IPTC publication status, NITF `management-status`, the states of WordPress, Drupal, Superdesk, Ghost,
 * Contentful, Sanity, Strapi, Blogger, Arc XP and DITA, and the words of newsrooms. Words are without spaces, hyphens
 * and marks (see `wordOf`).
 */
export const STATUS_WORDS = {
  usable: `usable publish published public live active released online visible available enabled corrected
    correction update updated actual
    publie publiee enligne veroffentlicht publiziert freigegeben publicado publicada pubblicato pubblicata
    gepubliceerd publiceret publicerad publisert julkaistu opublikowany opublikowane yayinda yayinlandi
    опубликовано опубликован опубликована منشور تمالنشر 已发布 已發布 已發佈 已发表 已發表 發布 发布 發佈 公開 公開済み
    公開済 公开 掲載中 配信済み 게시됨 발행됨 발행 공개`,
  withheld: `withheld withhold hold held onhold holding draft drafts autodraft predraft wip working workinprogress
    inprogress indraft pending pendingreview awaitingreview awaitingapproval waiting private internal confidential
    restricted inreview review needsreview readyforreview underreview reviewing submitted submittedforreview
    unapproved notapproved rejected unpublished notpublished unpublish unreleased notreleased notforrelease
    notforpublication donotpublish donotuse notusable unusable hidden inactive disabled blocked suspended paused
    offline trash trashed binned softtrashed spiked spike archived archive inherit password passwordprotected
    protected unlisted changesrequested needswork incomplete unfinished todo idea pitch planned proposed newdraft
    incoming fetched routed ingested quarantined moderated moderation spam flagged expired obsolete test testing
    entwurf zuruckgehalten gesperrt unveroffentlicht nichtveroffentlicht inbearbeitung privat
    brouillon nonpublie nonpubliee enattente prive retenu borrador pendiente privado retenido nopublicado
    rascunho pendente naopublicado retido bozza insospeso privato nonpubblicato trattenuto concept inafwachting
    nietgepubliceerd kladde udkast utkast luonnos szkic taslak koncept черновик напроверке неопубликовано
    مسودة قيدالمراجعة غيرمنشور 草稿 草案 待审 待審 待审核 待審核 審核中 审核中 未发布 未發布 未發佈 私密 私人
    чернетка набросок проект чорновик piszkozat vazlat ciorna schita προχειρο draf konsep bannhap nhap טיוטה
    मसौदा प्रारूप ebauche klad brudnopis roboczy kladd
    下書き 下書 非公開 未公開 レビュー中 초안 임시저장 비공개 검토중 미발행`,
  timed: `embargoed embargo underembargo embargoeduntil future scheduled schedule timed delayed postponed queued
    forthcoming upcoming comingsoon prepublish
    sperrfrist gesperrtbis geplant planifie programme sousembargo programado agendado programmato embargado bajoembargo
    sottoembargo onderembargo ingepland запланировано эмбарго подэмбарго مجدول 定时发布 定時發布 排程 预约 預約 解禁前
    予約投稿 予約 公開予約 예약 예약됨 엠바고`,
  canceled: `canceled cancelled cancel cancellation kill killed delete deleted deletion retract retracted retraction
    withdraw withdrawn withdrawal recall recalled removed remove revoked rescinded voided void annulled takedown
    takendown mandatorykill kills
    annule annulee supprime supprimee retire retiree storniert geloscht zuruckgezogen anulado anulada cancelado
    cancelada eliminado eliminada retirado retirada annullato annullata cancellato ritirato ritirata ingetrokken
    geannuleerd verwijderd отменено удалено отозвано ملغى محذوف مسحوب 已删除 已刪除 已撤回 撤回 撤稿 已撤稿 取消 已取消
    削除 削除済み 取消し 取り消し 삭제 삭제됨 철회 취소`,
} as const;

/** Words for yes and no, as a switch such as `draft` has them. */
export const YES_NO = {
  yes: `true yes y on 1 t checked ja wahr oui vrai si verdadero sim verdadeiro vero ano tak evet kylla igen ya co nai ναι так כן हाँ हां da да نعم بله 是 はい 예 네`,
  no: `false no n off 0 f nein falsch non faux falso nao nee nej nei ei nem ne nie tidak khong hayır hayir όχι нет ні לא नहीं لا خیر 否 いいえ 아니요 아니오`,
  /** The sender did not fill in the member. */
  empty: `null none nil undefined never na nan unset keine aucun aucune ninguno nessuno geen 无 無 なし 없음`,
} as const;

/** Words with which a member that names an embargo says that there is none any more. */
export const LIFTED = `lifted over ended expired passed cleared removed released noembargo nolonger aufgehoben abgelaufen beendet
  vorbei entfallen levé levée expiré expirée terminé levantado expirado vencido finalizado scaduto terminato tolto revocato
  decaduto suspenso encerrado opgeheven verlopen voorbij afgelopen hävt hävd upphävt ophævet hævet opphevet løftet utløpt
  udløbet päättynyt purettu poistettu zniesione wygasło zakończone zrušeno zrušené skončilo vypršelo ukončeno снято отменено
  истекло знято скасовано вдигнато отменено ukinut ukinuto istekao preklican άρθηκε αίρεται έληξε lejárt feloldva megszűnt
  ridicat expirat încheiat kalktı kaldırıldı bitti yok הוסר הסתיים رفع انتهى dicabut berakhir 解除 解除済み 解禁済み 终了 終了
  已解除 已取消 해제 종료 हटाया समाप्त`;
