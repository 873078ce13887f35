# くり返し予約。店舗の画面とお客様のページ、まとめて送るメール。

series-title = くり返し予約
series-way = くり返し予約にする
series-repeat-after = 続けて、くり返し予約にする
series-lead = この予約を1回目として、同じ内容の予約をまとめて入れます。料金とキャンセルポリシーは、それぞれの日のものになります。
series-place = { $place }回目
series-rule = { $every ->
    [1] 毎週（{ $days }）
   *[other] { $every }週ごと（{ $days }）
}
series-this = この予約

## くり返し方

series-how = くり返し方
series-every = 間隔
series-every-choice = { $weeks ->
    [1] 毎週
   *[other] { $weeks }週ごと
}
series-weekdays = 曜日
series-weekday-required = 曜日を1つ以上選んでください
series-ends = 終わり方
series-ends-count = 回数で決める
series-ends-until = 日付で決める
series-count = 回数（1回目を含む）
series-count-unit = 回
series-until = 最後の日
series-until-early = 最後の日は、1回目より後の日付にしてください
series-too-long = 一度に入れられるのは{ $count }回まで、2年先までです。回数を減らすか、最後の日を早めてください
series-no-day = 2回目からの日がありません。曜日か終わり方を変えてください
series-look = 空きを確かめる
series-look-again = もう一度確かめる

## 確かめる

series-plan = 2回目からの予約
series-plan-free = { $count ->
    [0] そのまま入れられる日はありません
   *[other] { $count }回分は、そのまま入れられます
}
series-plan-clashes = { $count }回分は、この時刻では入れられません。それぞれの対応を選んでください
series-free-days = 予約を入れる日（外した日は入れません）
series-skip = この日は入れない
series-own = 別の日時を入力
series-own-date = 別の日付
series-own-time = 別の時刻
series-book = この内容で予約する
series-tell = お客様に、すべての日時を1通のメールで知らせる
series-not-so = 画面を開いている間に、空き状況か内容が変わりました。下の日程を確かめてから、もう一度押してください
series-nothing-chosen = 入れる日がありません。1日以上選んでください

## まとめて変更・キャンセル

series-move = まとめて変更
series-move-title = くり返し予約をまとめて変更
series-move-lead = この予約の新しい日時を入れると、ほかの回も同じ日数だけずれ、同じ時刻になります。担当を変えると、指名は外れます。
series-move-lead-alone = この予約の新しい日時を入れると、ほかの回も同じ日数だけずれ、同じ時刻になります。
series-move-look = 変更後の日程を確かめる
series-move-plan = 変更後の日程
series-move-fits = そのまま変更できる回（外した回は今の日時のままです）
series-move-line = { $place }回目 { $old } → { $new }
series-move-skip = 今の日時のまま
series-move-same = 今と同じ日時です。日付・時刻・担当のどれかを変えてください
series-move-submit = この内容で変更する
series-move-tell = お客様に、変更後の内容を1通のメールで知らせる
series-reach = 対象の予約
series-reach-following = この予約とその後（{ $count }件）
series-reach-all = これからの予約すべて（{ $count }件）
series-cancel = まとめてキャンセル
series-cancel-title = くり返し予約をまとめてキャンセル
series-cancel-which = キャンセルする予約
series-cancel-fee = ポリシーでは、合わせて { $fee } です
series-cancel-free = 今なら、どの予約にもキャンセル料はかかりません
series-cancel-line-fee = キャンセル料 { $fee }
series-cancel-tell = お客様に、1通のメールでまとめて知らせる
series-cancel-submit = { $count }件をキャンセルする
series-cancel-not-so = 画面を開いている間に、予約かキャンセル料が変わりました。内容を確かめてから、もう一度押してください

## 履歴

series-story-made = くり返し予約の{ $place }回目（全{ $last }回）
series-story-moved = くり返し予約{ $count }件をまとめて変更
series-story-cancelled = くり返し予約{ $count }件をまとめてキャンセル
series-letter-of-making = くり返し予約のメール
series-letter-of-moving = くり返し予約の変更のメール
series-letter-of-calling-off = くり返し予約のキャンセルのメール

## お客様のページ

series-guest-title = くり返しのご予約
series-guest-lead = 変更とキャンセルは、1回ごとのページでできます。
series-guest-calendar = すべての日時をカレンダーに追加

## お客様へのメール

series-letter-confirmed-subject = 【予約確定】くり返し予約 全{ $count }回 { $shop }
series-letter-changed-subject = 【予約変更】くり返し予約 { $count }件 { $shop }
series-letter-cancelled-subject = 【キャンセル完了】くり返し予約 { $count }件 { $shop }
series-letter-confirmed = { $tone ->
    [formal] このたびはくり返しのご予約を賜り、誠にありがとうございます。次の{ $count }回にて確定いたしました。
    [casual] くり返しのご予約、ありがとうございます。次の{ $count }回で確定しています。
   *[polite] くり返しのご予約、ありがとうございます。次の{ $count }回で確定しました。
}
series-letter-confirmed-plain = { $tone ->
    [formal] くり返しのご予約は、次の{ $count }回にて確定いたしました。
    [casual] くり返しのご予約は、次の{ $count }回で確定しています。
   *[polite] くり返しのご予約は、次の{ $count }回で確定しました。
}
series-letter-changed = { $tone ->
    [formal] 当店の担当者が、くり返しのご予約のうち{ $count }件の日時または担当を変更いたしました。変更後の内容は次のとおりでございます。ご都合が合わない場合は、お手数ですが、それぞれの予約のページより変更またはキャンセルをお願いいたします。
    [casual] お店で、くり返しのご予約のうち{ $count }件の日時または担当を変更しました。変更後の内容は次のとおりです。ご都合が合わないときは、それぞれの予約のページで変更やキャンセルができます。
   *[polite] お店の担当者が、くり返しのご予約のうち{ $count }件の日時または担当を変更しました。変更後の内容は次のとおりです。ご都合が合わないときは、それぞれの予約のページから変更またはキャンセルできます。
}
series-letter-cancelled = { $tone ->
    [formal] 当店の担当者が、くり返しのご予約のうち次の{ $count }件をキャンセルいたしました。お心当たりがない場合は、恐れ入りますが当店までご連絡ください。
    [casual] お店で、くり返しのご予約のうち次の{ $count }件をキャンセルしました。お心当たりがないときは、お店にご連絡ください。
   *[polite] お店の担当者が、くり返しのご予約のうち次の{ $count }件をキャンセルしました。お心当たりがないときは、お店へご連絡ください。
}
series-letter-price = 合わせて{ $count }回 { NUMBER($yen, style: "currency", currency: "JPY") }（税込）現地払い
series-letter-each = 変更とキャンセルは1回ごとにできます。期限とキャンセル料は、それぞれの予約のページでご確認ください。
