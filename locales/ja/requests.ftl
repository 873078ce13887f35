# リクエスト予約（承認制）。「リクエスト予約」「返信期限」「提案」の語をそろえる。

## お客様の画面

requests-mark = 予約リクエスト制
requests-times-note = 予約リクエスト制のメニューです。お申し込みのあと、お店が確認すると予約が確定します。
requests-confirm-title = お店の確認後に確定します
requests-confirm = この予約はリクエスト予約です。お店が確認すると確定します。お店からの返信期限: { $until }。期限を過ぎると自動的に取り消されます。確定するまで、取り消しに料金はかかりません。
requests-button-note = ボタンを押すと、お店に申し込みが届きます。
requests-button = この内容で予約を申し込む
requests-otherwise = このメニューの予約の受け方が変わりました。内容をもう一度ご確認ください
requests-waiting-title = お店の確認待ち
requests-not-confirmed = まだ確定していません。
requests-answer-until = お店からの返信期限: { $until }。期限を過ぎると自動的に取り消されます。
requests-choose-until = お返事の期限: { $until }。それまで、次の日時を確保しています。
requests-offers-title = お店からの提案
requests-offers-lead = ご都合に合うものを1つ選ぶと、その内容で予約が確定します。お選びいただくまで、お申し込みの時間も確保しています。
requests-with = 担当: { $name }
requests-take = この内容で確定する
requests-none-suits = どれも都合が合わない
requests-title-lapsed = この申し込みは期限切れになりました

## お店の画面

requests-list-title = 承認待ちのリクエスト
requests-list-lead = 返信期限の近い順です。期限を過ぎると自動的に取り消され、お客様にお知らせします。期限は21時から翌8時のあいだは進みません。
requests-list-none = 承認待ちのリクエストはありません。
requests-list-way = 承認待ち { $count }件
requests-until = 返信期限: { $until }
requests-offered = 別の日時を{ $count }件提案中
requests-open = 詳しく見る
requests-offer = { $when }（{ $name }）
requests-offers-until = お客様の返事の期限: { $until }
requests-propose-title = 別の日時を提案
requests-propose-lead = 3件まで提案できます。お客様が選ぶまで、提案した日時とお申し込みの時間の両方を確保します。担当だけを変える提案もできます。
requests-propose-lead-visit = 3件まで提案できます。お客様が選ぶまで、提案した日時とお申し込みの時間の両方を確保します。すべてのメニューを、同じ順番のまままとめて提案します。指名された担当は変わりません。
requests-propose-nth = 提案{ $number }
requests-propose-date = 提案{ $number }の日付
requests-propose-time = 提案{ $number }の開始時刻
requests-propose-staff = 提案{ $number }の担当
requests-propose-anybody = お客様の希望どおり
requests-propose-send = 提案を送る
requests-propose-required = 提案する日付と時刻を入力してください
requests-propose-past = 過ぎた時刻は提案できません
requests-propose-taken = この時間は、ほかの予約などで埋まっています
requests-propose-closed = この時間は営業時間外か、担当できる人がいません
requests-propose-refused = この内容では提案できません。別の日時か担当を選んでください
requests-propose-same = お申し込みの内容、またはほかの提案と同じです
requests-propose-gone = このメニューは今は提供していないため、提案できません
requests-story-proposed = 別の日時を提案（{ $count }件）
requests-story-declined = 提案はお客様の都合に合わず
requests-letter-received = 申し込み受付のメール
requests-letter-waiting = お店への返信依頼のメール
requests-letter-proposed = 提案のメール
requests-letter-answered = お店への結果のメール
requests-letter-lapsed = 期限切れのメール

## 設定

requests-settings-title = 承認制のメニュー
requests-settings-lead = 承認制にしたメニューは、お客様が申し込んだ時点で時間を確保し、お店が承認すると確定します。返信期限を過ぎると自動的に取り消されます。期限は21時から翌8時のあいだは進みません。
requests-settings-part = メニューごとの受け方
requests-settings-none = 承認制にできるメニューがありません。
requests-settings-instant = すぐに確定
requests-settings-hours = 承認制（返信{ $hours }時間以内）
