# お客様へのメールの文面: お店の管理の画面

wordings-home = お客様に届くメールの言葉づかいと文面
wordings-home-amiss = 使えない文面があり、標準の文面で送っています
wordings-list-title = メールの文面
wordings-list-lead = 予約についてお客様に届くメールの文面を、お店の言葉に変えられます。日時・料金・予約番号、予約ページへのリンク、キャンセルの条件、お店の連絡先は、いつも自動で入ります。
wordings-list-own = メールの種類
wordings-unusable = 次の文面は今の設定では使えないため、標準の文面で送っています。開いて直すか、標準の文面に戻してください。
wordings-way-own = { $language ->
    [ja] 日本語: お店の文面
   *[en] 英語: お店の文面
}
wordings-way-ours = { $language ->
    [ja] 日本語: 標準
   *[en] 英語: 標準
}
wordings-other = { $language ->
    [ja] 日本語の文面へ
   *[en] 英語の文面へ
}
wordings-title = { $language ->
    [ja] { $letter }（日本語）
   *[en] { $letter }（英語）
}

## 文体

wordings-tone-title = 文体
wordings-tone-lead = 標準の文面の言葉づかいを選びます。お店で書いた文面は変わりません。
wordings-tone-choose = 言葉づかい
wordings-tone-change = 文体を選ぶ
wordings-tone = { $tone ->
    [formal] 格式のある文体
    [casual] 親しみのある文体
   *[polite] ふつうの文体
}

## 文面

wordings-words = お店の文面
wordings-words-note = 空欄のところは標準の文面になります。書式やリンクは使えません。
wordings-subject = 件名
wordings-subject-hint = 全角30文字以内がおすすめです。標準の件名: { $ours }
wordings-opening = はじめの文
wordings-opening-hint = お客様のお名前の次に入ります。その後に、予約の確定や変更を伝える文と予約の内容が続きます。
wordings-closing = 結びの文
wordings-closing-hint = お店の名前と連絡先の前に入ります。当日の持ち物や道順などにお使いください。
wordings-restore = 標準の文面に戻す

## 差し込み

wordings-fillings = 差し込める言葉
wordings-fillings-note = かっこも含めてそのまま書くと、メールごとに次のように置き換わります。
wordings-filling-not-in-subject = { $words }（件名には使えません）
wordings-filling = { $name ->
    [customer_name] お客様のお名前
    [shop_name] お店の名前
    [booking_number] 予約番号
    [date_time] ご予約の日時
    [date] ご予約の日
    [service_name] ご予約の内容
    [staff_name] 指名された担当者
    [party_size] 人数
    [delay_minutes] 遅れる時間
    [answer_deadline] 返信の期限
   *[booking_count] 予約の件数
}
wordings-unpaired = 「{ $near }」のところのかっこが正しくありません。差し込む言葉は { $example } のように、二重のかっこで囲んでください。ほかの用途にこのかっこは使えません。
wordings-unknown = 「{ $typed }」という差し込みはありません。下の一覧からお選びください。
wordings-unknown-nearest = 「{ $typed }」という差し込みはありません。{ $nearest } のことではありませんか。
wordings-elsewhere = { $name } はここでは使えません。下の一覧からお選びください。
wordings-link = 「{ $link }」のようなリンクは書けません。予約のメールには、ほかのページへのリンクを入れられません。

## プレビュー

wordings-preview = プレビュー
wordings-preview-title = プレビュー: { $letter }
wordings-preview-of = プレビューするメール
wordings-preview-submit = 保存せずにプレビュー
wordings-preview-real = 予約 { $number } の内容で表示しています。リンクは開けません。
wordings-preview-example = 例の予約で表示しています。リンクは開けません。
wordings-shown-by = プレビューに使う予約
wordings-shown-by-last = 実際の予約 { $number }
wordings-shown-by-example = 例の予約
wordings-example-customer = 山田 花子
wordings-example-staff = 佐藤
wordings-example-service = ご予約のメニュー

## メールの種類

wordings-occasion = { $occasion ->
    [confirmed] 予約の確定
    [reminder] リマインダー
    [changed_by_guest] お客様による変更
    [changed_by_shop] お店による変更
    [cancelled_by_guest] お客様によるキャンセル
    [cancelled_by_shop] お店によるキャンセル
    [delayed] 遅れのお知らせ
    [proposed] 担当者の休みと代わりの提案
    [request_received] リクエスト予約の受付
    [request_proposed] リクエスト予約への提案
    [request_declined] リクエスト予約のお断り
    [request_lapsed] リクエスト予約の期限切れ
    [series_confirmed] くり返し予約の確定
    [series_changed] くり返し予約の変更
   *[series_cancelled] くり返し予約のキャンセル
}
wordings-occasion-when = { $occasion ->
    [confirmed] 予約が確定したときに送ります。
    [reminder] 予約の前に、リマインダーの設定に合わせて送ります。
    [changed_by_guest] お客様が予約を変更したときに送ります。
    [changed_by_shop] お店が予約を変更したときに送ります。
    [cancelled_by_guest] お客様が予約をキャンセルしたときに送ります。
    [cancelled_by_shop] お店が予約をキャンセルしたときに送ります。
    [delayed] 予定より遅れることを、お店がお知らせするときに送ります。
    [proposed] 担当者が急に休み、別の日時や担当をお客様に確認するときに送ります。
    [request_received] リクエスト予約の申し込みを受け付けたときに送ります。
    [request_proposed] リクエスト予約に、お店が別の日時や担当を提案したときに送ります。
    [request_declined] リクエスト予約をお受けできないときに送ります。
    [request_lapsed] リクエスト予約に、お店が期限までに返信しなかったときに送ります。
    [series_confirmed] くり返し予約を作ったときに送ります。
    [series_changed] くり返し予約をまとめて変更したときに送ります。
   *[series_cancelled] くり返し予約をまとめてキャンセルしたときに送ります。
}
