# 一度のご来店で続けて受けるメニュー。一つずつの時間と担当、一つだけのキャンセルと変更。お客様のページ、店舗の画面、メール。

parts-title = メニューごとの予定
parts-companion = お連れ様
parts-companion-of = お連れ様{ $place }
parts-named = 指名 { $name }
parts-off = キャンセル済み
parts-bill-services = メニュー（{ $count }点）
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

## お客様が一つだけ変更する

parts-move = このメニューだけ変更する
parts-move-title = メニューの時間の変更
parts-move-lead = ご予約と同じ日で、ほかのメニューと重ならない時間から選べます。変更を確定するまで、いまの予約はそのまま残ります。
parts-move-nothing = この日には、ほかに空いている時間がありません。予約全体の日時の変更をお試しください。
parts-move-whole = 予約全体の日時を変更する
parts-move-out-of-order = ほかのメニューの時間と重なるため、この時間には変更できません。別の時間をお選びください

## 店舗の画面

parts-desk-off = このメニューだけ取り消す
parts-desk-off-title = メニューの取り消し
parts-desk-off-submit = このメニューを取り消す
parts-desk-keep = このメニューを残す
parts-desk-left = 取り消した後の料金は { $total } です
parts-desk-last = 残っているメニューはこれだけです。取り消すと、予約全体のキャンセルになります
parts-desk-off-waive = キャンセル料を請求しない
parts-desk-off-tell = お客様に取り消しのメールを送る
parts-desk-move = このメニューだけ移す
parts-desk-move-title = メニューの時間・担当の変更
parts-desk-move-hint = 同じお客様の前後のメニューと重ならない、同じ日の時刻を入れてください
parts-desk-move-room = { $from }から{ $until }までの間で移せます
parts-desk-move-after = { $from }から後に移せます
parts-desk-move-before = { $until }までに終わる時刻に移せます
parts-out-of-order = 前のメニューが終わる前、または次のメニューが始まった後にかかります。予約全体を移すときは「変更」を使ってください
parts-story-off = メニューの取り消し: { $service }
parts-story-off-fee = メニューの取り消し: { $service }（キャンセル料 { $fee }）
parts-story-off-back = 元に戻した: { $service }の取り消し
parts-story-moved = メニューの変更: { $service } { $old } → { $new }
parts-story-moved-back = 元に戻した: { $service } { $old } → { $new }

## メール

parts-letter-subject = 【ご予約の変更】{ $at } { $shop }
parts-letter-label = { $menu }{ $place }
parts-letter-off-by-guest = { $tone ->
    [formal] ご予約のうち「{ $service }」のキャンセルを承りました。{ $fee }ほかのメニューは次のとおりでございます。
    [casual] ご予約のうち「{ $service }」をキャンセルしました。{ $fee }ほかのメニューは次のとおりです。
   *[polite] ご予約のうち「{ $service }」のキャンセルを受け付けました。{ $fee }ほかのメニューは次のとおりです。
}
parts-letter-off-by-shop = { $tone ->
    [formal] 当店の担当者が、ご予約のうち「{ $service }」をキャンセルいたしました。{ $fee }ほかのメニューは次のとおりでございます。お心当たりがない場合は、恐れ入りますが当店までご連絡ください。
    [casual] お店でご予約のうち「{ $service }」をキャンセルしました。{ $fee }ほかのメニューは次のとおりです。お心当たりがないときは、お店にご連絡ください。
   *[polite] お店の担当者が、ご予約のうち「{ $service }」をキャンセルしました。{ $fee }ほかのメニューは次のとおりです。お心当たりがないときは、お店へご連絡ください。
}
parts-letter-moved-by-guest = { $tone ->
    [formal] ご予約のうち「{ $service }」の時間の変更を承りました。次の内容にて確定いたしました。
    [casual] ご予約のうち「{ $service }」の時間を変更しました。この内容で確定しています。
   *[polite] ご予約のうち「{ $service }」の時間の変更を受け付けました。次の内容で確定しました。
}
parts-letter-moved-by-shop = { $tone ->
    [formal] 当店の担当者が、ご予約のうち「{ $service }」の時間または担当を変更いたしました。ご都合が合わない場合は、お手数ですが、下のページより変更またはキャンセルをお願いいたします。
    [casual] お店でご予約のうち「{ $service }」の時間または担当を変更しました。ご都合が合わないときは、下のページで変更やキャンセルができます。
   *[polite] お店の担当者が、ご予約のうち「{ $service }」の時間または担当を変更しました。ご都合が合わないときは、下のページから変更またはキャンセルできます。
}
