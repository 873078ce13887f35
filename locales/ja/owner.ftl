# 店の管理画面。短い名詞と動詞で書く。

owner-nav-office = お店の管理
owner-home-title = お店の管理
owner-home-people = 人
owner-home-team = 招待、役割と権限、店舗のタブレット
owner-home-visits = 運営がスタッフの代わりに操作した記録

## 保存する前に見る影響

owner-effect-outside = 影響を受ける予約（{ $count }件）
owner-effect-outside-none = 時間に合わなくなる予約はありません。
owner-effect-outside-lead = 変更後の時間に合わない予約です。予約はそのまま残ります。お客様にご連絡のうえ、日時の変更かキャンセルをしてください。
owner-effect-booking = { $guest }・{ $service }
owner-effect-further = ほか{ $count }件
owner-effect-starts-title = { $day }から4週間の予約枠
owner-effect-starts = 増える開始時刻 { $gained }件、減る開始時刻 { $lost }件
owner-effect-service = メニュー
owner-effect-now = 今
owner-effect-gained = 増える
owner-effect-lost = 減る
owner-effect-count = { $count }件
owner-home-time = 時間
