# 予約ごとのメールの一覧、届かなかったメール、お客様のメールの希望、お店へのお知らせ。

## 予約ごとのメール

messages-title = メール
messages-open = メールの一覧
messages-about = { $name } { $when }（{ $number }）
messages-ahead-title = これから送るメール
messages-ahead = リマインダー: { $leaves }に送ります
messages-ahead-by-night = リマインダー: { $leaves }に送ります（予定の{ $due }は夜間のため）
messages-ahead-quiet = { $evening }から{ $morning }までは送りません。予約の内容が変わると、予定も変わります。
messages-ahead-none = 送る予定のメールはありません。
messages-ahead-refused = お客様のご希望により、リマインダーは送りません。確定・変更・キャンセルのメールは送ります。
messages-ahead-no-address = お客様のメールアドレスが登録されていないため、メールは送れません。
messages-list-title = これまでのメール
messages-channel-email = メール
messages-channel-sms = ショートメール（SMS）
messages-channel-webhook = システム連携
messages-channel-line = LINEのメッセージ
messages-state-queued = 送信待ち
messages-state-sent = 送信済み
messages-state-delivered = 到着済み
messages-state-failed = 送れませんでした
messages-state-bounced = 届きませんでした
messages-due = { $when }に送ります
messages-written = { $when } 作成
messages-repeats = 再送
messages-tried-sent = { $when } 送信しました
messages-tried-later = { $when } 送れませんでした。もう一度試します（{ $answer }）
messages-tried-refused = { $when } 送れませんでした（{ $answer }）
messages-words = 本文を見る
messages-kept = 本文は送信から90日間見られます。お客様専用のリンクは「…」で表示しています。
messages-again = もう一度送る
messages-enough = この予約のメールの再送は、1日{ $most }回までです。
messages-unreached = このお客様のメールアドレスには、{ $since }からメールが届いていません。アドレスをご確認ください。
messages-last-unreached = お客様への最後のメールが届きませんでした。アドレスをご確認ください。
messages-tag-unreached = メールが届きません
messages-mend = アドレスを直す

## 届かなかったメール

messages-undelivered-title = 届かなかったメール
messages-undelivered-home = お客様に届かなかったメールと、その理由
messages-undelivered-lead = この30日間に、お客様に届かなかったメールです。アドレスを直してから、もう一度送れます。
messages-undelivered-none = 届かなかったメールはありません
messages-undelivered-bounced = { $what }が届きませんでした
messages-undelivered-failed = { $what }を送れませんでした
messages-undelivered-mended = アドレス変更済み
messages-undelivered-told = その後に送信済み
messages-undelivered-settled = 解決したもの

## お客様のメールの希望

messages-wishes-title = メールの希望
messages-wishes-part = 送るメール
messages-wishes-reminders = 予約の前にリマインダーを送る
messages-wishes-always = 予約の確定・変更・キャンセルのメールは、いつも送ります。
messages-wishes-yes = リマインダーを送ります
messages-wishes-no = リマインダーは送りません
messages-wishes-by-guest = お客様ご自身が停止しました
messages-wishes-by-shop = お店で停止しました
messages-wishes-change = メールの希望を変更

## お客様が、メールのリンクから決める画面

messages-reminder-stop = リマインダーの停止
messages-guest-title = メールの受け取り
messages-guest-lead = { $shop }からのメールの受け取りを変更できます。
messages-guest-reminders-on = 予約の日が近づくと、メールでお知らせします。
messages-guest-reminders-off = リマインダーは停止中です。
messages-guest-stop = リマインダーを停止する
messages-guest-again = リマインダーを再開する
messages-guest-offers = お店からのご案内
messages-guest-offers-on = 特典やキャンペーンのご案内を受け取ることに同意いただいています。
messages-guest-offers-stop = ご案内を停止する
