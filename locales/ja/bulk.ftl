# 臨時休業などで、その日の予約をまとめてキャンセルする、または別の日に移す。

bulk-title = まとめて変更
bulk-of-day = { $day }の予約をまとめて変更
bulk-lead = 臨時休業などのときに、この日の予約をまとめてキャンセルするか、別の日の同じ時刻に移します。お客様にはメールでお知らせします。
bulk-date = 予約の日付
bulk-show = この日の予約を見る
bulk-which = 対象の予約
bulk-which-all = まだ来店していない予約のすべて
bulk-which-chosen = 下で選んだ予約だけ
bulk-which-required = 対象の予約を選んでください
bulk-chosen-required = 予約を1件以上選んでください
bulk-do = 変更の内容
bulk-do-call-off = キャンセルする（キャンセル料なし）
bulk-do-move = 別の日の同じ時刻に移す
bulk-do-required = 変更の内容を選んでください
bulk-to = 移す先の日付
bulk-to-same = この日とは別の日付にしてください
bulk-bookings = この日の予約
bulk-none = この日に変更できる予約はありません。別の日は、上で日付を選んでください。
bulk-not-so = 変更できない予約があるため、まだ何も変えていません。印のある予約を外すか、移す先の日付を変えてください
bulk-submit = まとめて変更する
