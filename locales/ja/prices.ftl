# 料金ルール: 曜日・時間・期間・人数などで変わる料金

prices-title = 料金ルール
prices-home = 曜日・時間・期間・人数などで変わる料金
prices-lead = 条件が重なったルールは、上から順にすべて適用されます。0円より安くなることはありません。受付済みの予約は、日時を変更しても約束した料金のままです。
prices-empty = 料金ルールはまだありません。「平日の昼は10%引き」「年末年始は1,000円増し」のように設定できます。
prices-new = ルールを追加
prices-edit = ルールを変更
prices-edit-lead = 変更はこれからの予約だけに反映。受付済みの予約の料金はそのまま。
prices-rule = 料金ルール
prices-always = いつでも
prices-about = 対象: { $names }
prices-about-nothing = 対象のメニューなし

## フォーム

prices-name-hint = お客様の料金の内訳に表示されます（例: 平日昼割）
prices-sign = 料金をどう変えますか
prices-sign-less = 安くする
prices-sign-more = 高くする
prices-size = 増減額・増減率
prices-size-hint = オプション料金・指名料は変わりません。割合の端数は切り捨てます。
prices-kind = 単位
prices-kind-percent = %（メニュー料金に対して）
prices-kind-amount = 円（1名につき・税込）
prices-part-days = 曜日
prices-days-note = どれも選ばなければ毎日です。祝日は曜日では数えないため、祝日にも適用するときは「祝日」も選びます。
prices-part-when = 時間と期間
prices-when-note = 来店日と来店の開始時刻で判断します。空欄は、いつでも。
prices-begins-from = 開始時刻（この時刻から）
prices-begins-before = 開始時刻（この時刻より前）
prices-first-date = 期間の初日
prices-last-date = 期間の最終日
prices-part-who = 人数・予約の時期・担当
prices-who-note = 空欄は、条件なし。
prices-party-min = 人数（以上）
prices-party-max = 人数（以下）
prices-ahead-min = 早めの予約（これより前に予約）
prices-ahead-max = 直前の予約（これより後に予約）
prices-ahead-any = 条件なし
prices-staff = 担当
prices-anybody = 誰でも
prices-priority = 適用の順番
prices-priority-first = 最初
prices-priority-usual = 通常
prices-priority-late = あとから
prices-priority-last = 最後
prices-scope = どのメニューが対象ですか
prices-scope-all = すべてのメニュー
prices-scope-some = 選んだメニューだけ
prices-scope-note = 「選んだメニューだけ」のときに使います。
prices-preview-submit = 料金を確かめる
prices-preview = このルールだけが適用されたときの料金（1名・税込）
prices-preview-none = 公開中の対象メニューはありません。
prices-becomes = { $usual } → { $price }

## 直してもらうこと

prices-size-nothing = 0では料金が変わりません。1以上を入力してください
prices-dates-order = 最終日は初日以降にしてください
prices-ahead-order = 「直前の予約」には、「早めの予約」より長い時間を選んでください
prices-scope-required = 対象のメニューを1つ以上選んでください
prices-too-many = ルールは{ $most }個までです。使わないルールを削除してから追加してください
prices-too-much-amount = { $name }（{ $price }円）は、同時に適用されるルールと合わせると0円より安くなります。{ $most }円以下にしてください
prices-too-much-percent = { $name }（{ $price }円）は、同時に適用されるルールと合わせると0円より安くなります。{ $most }%以下にしてください
prices-nothing-left = { $name }は、ほかのルールだけで0円になる日時があります。条件が重ならないようにするか、ほかのルールを見直してください

## 試算

prices-trial = 料金を試算する
prices-trial-note = お客様の画面と同じ計算です。指名料とオプションは含みません。
prices-trial-service = メニュー
prices-trial-date = 来店日
prices-trial-time = 開始時刻
prices-trial-party = 人数
prices-trial-booked = 予約する時期
prices-trial-now = 今
prices-trial-ahead = 来店の{ $ahead }前
prices-trial-submit = 試算する
prices-trial-result = { $name } { $when }

## 条件の言い方（お客様とお店の両方に表示）

prices-said = { $name }: { $change }
prices-said-when = { $name }（{ $when }）: { $change }
prices-percent-off = { $percent }%引き
prices-percent-more = { $percent }%増し
prices-amount-off = 1名につき{ $amount }引き
prices-amount-more = 1名につき{ $amount }増し
prices-join = ・
prices-between = { $from }〜{ $until }
prices-from = { $date }から
prices-until = { $date }まで
prices-begins = { $from }〜{ $until }開始
prices-by = { $name }が担当
prices-by-some = 担当による
prices-party-least = { $people }以上
prices-party-most = { $people }以下
prices-ahead-least = { $ahead }前までの予約
prices-ahead-most = { $ahead }前を過ぎてからの予約
prices-days = { $days }日
prices-hours = { $hours }時間
