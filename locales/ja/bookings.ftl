# 予約の状態。bookings-status は店舗側、bookings-guest-status はお客様側の言い方。店舗は次にすることを短く見たいが
# (来店待ち、無断キャンセル)、お客様には起きたことを責めずに伝える(予約確定、ご来店を確認できませんでした)。
# $vertical は業種: salon clinic restaurant class home-visit stay

## 店舗側

bookings-status-pending = 承認待ち
bookings-status-pending-payment = 支払い待ち
bookings-status-pending-deposit = 予約金待ち
bookings-status-confirmed = { $vertical ->
    [clinic] 来院待ち
    [class] 参加予定
    [home-visit] 訪問予定
    [stay] 到着待ち
   *[other] 来店待ち
}
bookings-status-arrived = { $vertical ->
    [clinic] 受付済み
    [restaurant] ご案内済み
    [class] 出席
    [home-visit] 到着
    [stay] チェックイン済み
   *[other] 来店済み
}
bookings-status-in-service = { $vertical ->
    [clinic] 診察中
    [restaurant] お食事中
    [class] 受講中
    [home-visit] 作業中
    [stay] ご利用中
   *[other] 施術中
}
bookings-status-completed = 完了
bookings-status-cancelled = キャンセル
bookings-status-cancelled-by-customer = お客様キャンセル
bookings-status-cancelled-by-business = 店舗キャンセル
bookings-status-no-show = { $vertical ->
    [class] 欠席（連絡なし）
    [home-visit] 不在
    [stay] ノーショー（不泊）
   *[other] 無断キャンセル
}
bookings-status-expired = 期限切れ

## お客様側

bookings-guest-status-asked = お返事をお待ちしています
bookings-guest-status-pending = お店の確認待ち
bookings-guest-status-pending-payment = お支払い待ち
bookings-guest-status-pending-deposit = 予約金のお支払い待ち
bookings-guest-status-confirmed = 予約確定
bookings-guest-status-arrived = { $vertical ->
    [clinic] ご来院済み
    [class] ご参加済み
    [home-visit] ご訪問済み
    [stay] チェックイン済み
   *[other] ご来店済み
}
bookings-guest-status-in-service = ご利用中
bookings-guest-status-completed = ご利用済み
bookings-guest-status-cancelled = キャンセル済み
bookings-guest-status-cancelled-by-business = お店の都合によりキャンセル
bookings-guest-status-no-show = { $vertical ->
    [clinic] ご来院を確認できませんでした
    [class] ご参加を確認できませんでした
    [home-visit] ご在宅を確認できませんでした
    [stay] ご到着を確認できませんでした
   *[other] ご来店を確認できませんでした
}
bookings-guest-status-expired = 期限が過ぎたため取り消されました
