# メニューや担当ごとの受付の上限

caps-way = 受付の上限
caps-of = { $name }の受付の上限
caps-lead-service = このメニューをネットで受け付ける数の上限です。
caps-lead-person = この担当がネットで受け付ける数の上限です。
caps-part = 上限
caps-note = 空欄なら上限はありません。電話や店頭の予約も数に入りますが、お店からはいつでも追加できます。複数のメニューを組み合わせた予約は、メニューごとに1件と数えます。
caps-a-day = 1日の上限
caps-a-week = 1週間の上限（月曜から日曜）
caps-unit = 件
caps-day-over-week = 1日の上限は、1週間の上限以下にしてください
caps-passed-title = 受付の上限を超えています
caps-reached-day = { $name }は1日{ $most }件まで（この日は{ $begun }件）
caps-reached-week = { $name }は1週間{ $most }件まで（この週は{ $begun }件）
