# 一度のご来店で続けて受けるメニュー。一つずつの時間と担当、一つだけのキャンセルと変更。お客様のページ、店舗の画面、メール。

parts-title = メニューごとの予定
parts-companion = お連れ様
parts-companion-of = お連れ様{ $place }
parts-named = 指名 { $name }
parts-off = キャンセル済み
parts-off-fee = キャンセル済み（キャンセル料 { $fee }）
parts-line = { $time } { $service }
parts-line-noted = { $time } { $service }（{ $notes }）

## お客様が一つだけキャンセルする

parts-cancel = このメニューだけキャンセルする
parts-cancel-title = メニューのキャンセル
parts-cancel-lead = ほかのメニューのご予約は、そのまま残ります。
parts-cancel-left = キャンセル後の料金: { $total }（税込）
parts-cancel-keep = このメニューを残す
parts-stale = 画面を開いている間に予約の内容が変わりました。今の内容をご確認のうえ、もう一度お選びください

## 店舗の画面

parts-desk-off = この施術だけ取り消す
parts-desk-off-title = 施術の取り消し
parts-desk-off-submit = この施術を取り消す
parts-desk-keep = この施術を残す
parts-desk-left = 取り消した後の料金は { $total } です
parts-desk-last = 残っている施術はこれだけです。取り消すと、予約全体のキャンセルになります
parts-desk-off-waive = キャンセル料を請求しない
parts-desk-off-tell = お客様に取り消しのメールを送る
parts-desk-move = この施術だけ移す
parts-desk-move-title = 施術の時間・担当の変更
parts-desk-move-hint = 同じお客様の前後の施術と重ならない、同じ日の時刻を入れてください
parts-desk-move-room = { $from }から{ $until }までの間で移せます
parts-desk-move-after = { $from }から後に移せます
parts-desk-move-before = { $until }までに終わる時刻に移せます
parts-out-of-order = 前の施術が終わる前、または次の施術が始まった後にかかります。予約全体を移すときは「変更」を使ってください
parts-story-off = 施術の取り消し: { $service }
parts-story-off-fee = 施術の取り消し: { $service }（キャンセル料 { $fee }）
parts-story-off-back = 元に戻した: { $service }の取り消し
parts-story-moved = 施術の変更: { $service } { $old } → { $new }
parts-story-moved-back = 元に戻した: { $service } { $old } → { $new }

## メール

parts-letter-subject = 【ご予約の変更】{ $at } { $shop }
parts-letter-label = { $menu }{ $place }
parts-letter-off-by-guest = ご予約のうち「{ $service }」のキャンセルを受け付けました。{ $fee }ほかのメニューは次のとおりです。
parts-letter-off-by-shop = お店の担当者が、ご予約のうち「{ $service }」をキャンセルしました。{ $fee }ほかのメニューは次のとおりです。お心当たりがないときは、お店へご連絡ください。
parts-letter-moved-by-guest = ご予約のうち「{ $service }」の時間の変更を受け付けました。次の内容で確定しました。
parts-letter-moved-by-shop = お店の担当者が、ご予約のうち「{ $service }」の時間または担当を変更しました。ご都合が合わないときは、下のページから変更またはキャンセルできます。
