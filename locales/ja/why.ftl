# この時間に予約できない理由。スタッフにはすべての理由を、お客様には差し支えのない一文を。

why-title = 予約できない理由
why-lead = メニューと日時を入れると、お客様とスタッフのそれぞれが予約できるかどうかと、できない理由をすべて表示します。
why-service-required = メニューを選んでください
why-show = 理由を調べる
why-guests = お客様のネット予約
why-staff = スタッフが受ける予約
why-each = 担当・席・部屋ごと
why-yes = 予約できます
why-one-yes = 空いています
why-one-off = この時間は勤務・使用時間の外です
why-one-taken = この時間は埋まっています
why-nearest = お客様が予約できる近い時間
why-nearest-none = 近い日には、お客様が予約できる時間がありません
why-halt-stopped = 運営がこのお店のネット予約を停止しています
why-halt-not-accepting = お店がネット予約の受付を止めています
why-halt-by-hand = このメニューを担当する人は、ネット予約を受け付けていません
why-halt-not-online = この担当は、ネット予約を受け付けていません
why-halt-party = このメニューは{ $least }名から{ $most }名までです

## お客様の画面

why-guest-way = 選べない時間の理由を確かめる
why-guest-title = 選べない時間について
why-guest-lead = 日付と時刻を入れると、ネットで予約できるかどうかと、できない理由をお知らせします。
why-guest-date = 日付
why-guest-time = 時刻
why-guest-time-hint = 例: 14:30
why-guest-show = 確かめる
why-guest-free = この時間は予約できます
why-guest-anybody = 担当を指名しなければ、この時間に予約できます
why-guest-anybody-way = 指名なしの空き時間を見る
why-guest-back = 空き時間に戻る

## 何種類かのメニューを続けて受けるとき

why-several = ほかのメニューも続けて調べる
why-next = { $place }つ目のメニュー
why-halt-of = { $name }: { $reason }
why-of-service = { $name }（{ $time }から）: { $reason }
why-beside = { $name }: 単独なら空いていますが、ほかのメニューと合わせると担当・席・部屋のどれかが足りません
why-guest-of = 「{ $name }」について: { $reason }
why-guest-beside = 「{ $name }」は、ほかのメニューと合わせるとこの時間には承れません。時間を変えるか、メニューの順番を変えてください
