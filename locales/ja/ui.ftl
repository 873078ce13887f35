# Words of the frame around every page, and of the pieces pages are made of.

ui-brand = { -brand }
ui-skip-to-content = 本文へ進む
ui-legal-pages = 規約とお知らせ
ui-made-with = 予約システム: { -brand }
ui-help-title = お困りのときは
ui-help-call = ご予約の相談や変更は、お電話でも承ります。
ui-help-find-booking = 予約の確認・変更・キャンセルは、お店からのメールにあるリンクからどうぞ。ログインは不要です。

## Forms

ui-required = 必須
ui-optional = 任意
ui-error-title = 入力内容を確認してください（{ $count }件）
ui-error-about = { $label }: { $words }
ui-error-page-title = エラー: { $title }
ui-account-way = マイページ
ui-back = 戻る
ui-change = 変更する
ui-search = 検索
ui-undo = 元に戻す
ui-print = 印刷する
ui-more = その他
ui-copy = コピーする
ui-copied = コピーしました

## The way to a booking

ui-step = 全{ $total }ステップ中、{ $step }ステップ目
ui-step-page-title = { $title }（{ $mark }）
ui-step-time = 日時
ui-step-confirm = 確認
ui-soonest = 最短で予約できる日時
ui-times = 空き状況
ui-times-table = 表で見る
ui-times-list = 一覧で見る
ui-time-column = 開始時刻
ui-choose-day = 日付を選ぶ
ui-earlier-days = 前の7日間
ui-later-days = 次の7日間
ui-earlier-month = 前の月
ui-later-month = 次の月
ui-morning = 午前
ui-afternoon = 午後
ui-evening = 夜
ui-late-night = 深夜（翌日）
ui-slot-free = 空きあり
ui-slot-few = 残りわずか
ui-slot-left = 残り{ $count }
ui-slot-call = お電話で
ui-slot-call-short = TEL
ui-slot-closed = 休業日
ui-slot-closed-short = 休
ui-slot-outside = 受付時間外
ui-slot-waitlist = キャンセル待ち
ui-slot-waitlist-short = 待
ui-hold-until = { $time }まで枠を確保しています
ui-hold-warning = 枠の確保はあと2分で終わります。延長することもできます。
ui-hold-over = 確保の時間が過ぎました。入力内容はそのまま残っています。
ui-hold-extend = 確保を延長する
ui-ladder-now = 現在

## Behind the counter

ui-desk-own = 自分の設定
ui-desk-nav = 管理メニュー
ui-now = 現在 { $time }
ui-views = 表示の切り替え

## 開発用

ui-dev-mail-title = 送信されるはずのメール
ui-dev-mail-lead = メールサーバーが設定されていないため、ここに保管しています（開発環境のみ）。

## 同時の変更

ui-newer-title = ほかの人が先に保存しました
ui-newer-lead = 違うところを見比べて、残すほうを選んでください。
ui-newer-typed = 入力した内容:
ui-newer-saved = 保存されている内容:
ui-newer-keep = 保存されている内容を残す
ui-newer-overwrite = 入力した内容で上書き
