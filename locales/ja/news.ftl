# お店へのお知らせ: お客様がしたことと、届かなかったメール。

news-title = お知らせ
news-home = お客様のご予約、変更、キャンセル
news-home-unread = お客様のご予約、変更、キャンセル（未読{ $count }件）
news-lead = この2週間に、お客様がしたことと、届かなかったメールです。未読は、人ごとに覚えています。
news-none = お知らせはありません
news-read = すべて既読にする
news-unread = 未読のお知らせが{ $count }件
news-new = 未読
news-at = { $when } 受信
news-what-booked = ご予約が入りました
news-what-asked = 予約のリクエストが届きました
news-what-moved = お客様が日時を変更しました
news-what-called-off = お客様がキャンセルしました
news-what-not-reached = メールが届きませんでした
