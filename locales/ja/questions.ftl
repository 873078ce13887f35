# 事前の質問（アンケート・問診・同意書）

## お店の管理

questions-title = 事前の質問
questions-home = 予約のときにお客様に聞くこと（アレルギー、問診、同意書など）
questions-lead = 予約の入力画面でお客様に聞き、回答は予約と一緒に届きます。
questions-empty = 質問はまだありません。質問を追加するか、下の例から作れます。
questions-order = 質問の順番
questions-order-lead = お客様には上から順に表示。同じメニューの前の質問の回答によって、聞くかどうかを変えられます。
questions-examples = 例から作る
questions-examples-lead = 内容は保存する前に変えられます。
questions-one = 質問
questions-new = 質問を追加
questions-edit = 質問を変更
questions-edit-lead = 変更はこれからの予約だけに反映。受け取った回答は、聞いたときの文のまま残ります。
questions-kind = 答え方
questions-kind-line = 短い文
questions-kind-lines = 長い文
questions-kind-one = 1つ選ぶ
questions-kind-several = いくつでも選ぶ
questions-kind-date = 日付
questions-kind-consent = 同意書（署名）
questions-kind-file = 写真・PDF
questions-name-ja = 質問（日本語）
questions-name-en = 質問（英語）
questions-name-required = 質問を入力してください
questions-hint-ja = 補足（日本語）
questions-hint-en = 補足（英語）
questions-required = 必ず答えてもらう
questions-required-note = お店で受ける予約は、未回答のまま登録できます
questions-health = 健康に関する質問
questions-health-note = 回答の前に、健康情報の取り扱いへの同意をお客様に確認します
questions-health-mark = 健康情報
questions-choices = 選択肢
questions-choices-lead = 「1つ選ぶ」「いくつでも選ぶ」の質問で使います。1行に1つ、表示する順に書きます。
questions-choices-ja = 選択肢（日本語）
questions-choices-en = 選択肢（英語）
questions-choices-en-hint = 日本語と同じ順番・同じ数
questions-choices-required = 選択肢を1行に1つずつ入力してください
questions-choices-many = 選択肢は{ $max }個までです
questions-choices-uneven = 英語の選択肢も{ $count }行にするか、空欄にしてください
questions-choices-twice = 同じ選択肢が2回あります
questions-choices-count = { $count }択
questions-wording = 同意書の文面
questions-wording-lead = お客様はこの文面を読み、同意してお名前を入力します。文面・お名前・日時を予約と一緒に保存。
questions-wording-ja = 文面（日本語）
questions-wording-en = 文面（英語）
questions-wording-required = 同意してもらう文面を入力してください
questions-whom = 聞く相手
questions-whom-lead = 前の質問で特定の答えを選んだ方だけに聞けます。
questions-always = 全員に聞く
questions-only = 「{ $name }」で「{ $choice }」を選んだ方のみ
questions-only-gone = 条件の質問が前にないため、全員に聞きます
questions-services = 対象のメニュー
questions-services-lead = この質問をするメニュー
questions-many = 「{ $name }」の質問はすでに{ $max }個あります。1つのメニューで聞けるのは{ $max }個までです
questions-of = 対象: { $names }
questions-everywhere = 対象: すべてのメニュー
questions-nowhere = 対象のメニューなし

questions-example-allergy = アレルギーのある食材を教えてください
questions-example-allergy-hint = ほかの食材は備考にお書きください
questions-example-allergy-choices =
    えび
    かに
    くるみ
    小麦
    そば
    卵
    乳
    落花生（ピーナッツ）
questions-example-symptoms = 気になる症状を教えてください
questions-example-symptoms-hint = いつから、どこが、どのように。服用中のお薬もあればお書きください
questions-example-hair = 1年以内にされた施術を教えてください
questions-example-hair-hint = ご自宅でのカラーも含みます
questions-example-hair-choices =
    カラー
    ブリーチ
    パーマ
    縮毛矯正
    黒染め
    どれもしていない
questions-example-experience = 経験はありますか
questions-example-experience-hint = 当日の内容を決める参考にします
questions-example-experience-choices =
    はじめて
    数回したことがある
    1年以上続けている
    以前していて久しぶり
questions-example-body = お体で気をつけることを教えてください
questions-example-body-hint = けが、持病、妊娠中であることなど。なければ空欄のままで構いません
questions-example-arrival = どのようにお越しになりますか
questions-example-arrival-hint = 送迎は到着時刻を備考にお書きください
questions-example-arrival-choices =
    お車
    電車・バス（送迎を希望）
    電車・バス（送迎なし）
    タクシー
    まだ決めていない
