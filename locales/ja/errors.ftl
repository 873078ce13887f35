# うまくいかなかったときの画面と知らせ。原因、次にできること。おわびは当方の誤りのときに一度だけ。

## ほかの場所へ

errors-way-home = トップページへ
errors-way-inside = 自分の画面へ

## 画面

errors-not-found-title = ページが見つかりません
errors-not-found-text = { -booking }の確認はメールのリンクからどうぞ
errors-not-found-inside = アドレスをご確認ください。メールのリンクには期限があります
errors-forbidden-title = この画面を開く権限がありません
errors-forbidden-text = 必要なときは、お店のオーナーに権限の追加を頼んでください
errors-shop-device-title = この画面は店舗のタブレットでは開けません
errors-shop-device-text = 自分の端末で、パスワードを使ってログインしてください
errors-device-revoked-title = このタブレットの登録は取り消されました
errors-device-revoked-text = 続けて使うには、オーナーか管理者がこの端末でログインし、登録し直してください
errors-acting-title = 代理ログイン中は変更できません
errors-acting-text = アカウントの設定を変えられるのは本人だけです。自分の画面に戻るには、この画面の上にある「代理ログインを終了する」を押してください
errors-expired-title = このリンクの期限が過ぎています
errors-expired-text = 新しいリンクをメールでお送りできます。お急ぎのときはお店へお電話ください
errors-too-many-title = 操作が続いたため、少しお待ちください
errors-too-many-text = { $wait }後に、もう一度お試しください
errors-busy-title = ただいま混み合っています
errors-busy-text = { $wait }ほどしてから、もう一度お試しください
errors-broken-title = うまく処理できませんでした
errors-broken-text = 申し訳ございません。もう一度お試しください
errors-broken-number = 繰り返し起きるときは、この番号をお知らせください: { $number }
errors-too-large-title = 送られた内容が大きすぎます
errors-too-large-text = { $megabytes }MBまで送れます。写真は小さくしてからお試しください
errors-slow-title = 送信に時間がかかりすぎました
errors-slow-text = 電波のよい所で、もう一度お試しください
errors-method-title = この操作はここではできません
errors-method-text = 前の画面に戻り、ボタンからもう一度お進みください
errors-bad-form-title = 画面を開いてから時間がたちました
errors-bad-form-text = 安全のため送信を止めました。前の画面を開き直して、もう一度お送りください
errors-unreadable-title = 送られた内容を読み取れませんでした
errors-unreadable-text = 前の画面に戻り、入力し直してください

## 予約

errors-slot-taken = ほかのお客様の予約が先に確定しました。近い時間の空きをご案内します
errors-hold-expired = 確保の時間が過ぎました。入力内容はそのまま残っています
errors-cancel-closed = オンラインでのキャンセル受付は終了しました。お電話でご連絡ください: { $phone }
errors-overlap = この時間は{ $name }さんの別の予約（{ $time }）と重なっています
