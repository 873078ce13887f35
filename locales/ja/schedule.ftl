# 営業時間・休業日・シフト。店側の画面なので、短い名詞と動詞で書く。

schedule-nav-hours = 営業時間
schedule-home = 毎週の営業時間、休業日、祝日
schedule-hours-title = 営業時間と休業日
schedule-change = 営業時間を変更
schedule-no-week = 営業時間はまだ決まっていません。
schedule-week-since = { $day }から
schedule-withdraw = この変更を取りやめる
schedule-accepting-title = ネット予約の受付
schedule-accepting = 受付中です。
schedule-not-accepting = 受付を止めています。お客様には、お電話でのご連絡をお願いする案内が出ます。
schedule-stop = ネット予約の受付を止める
schedule-resume = ネット予約の受付を再開
schedule-stop-one = { $name }のネット予約を止める
schedule-resume-one = { $name }のネット予約を再開
schedule-stopped-notice = ネット予約の受付を止めています。再開は「今日」か「営業時間」の画面からできます。
schedule-dates = 臨時休業・時間変更
schedule-dates-none = 予定はありません。
schedule-dates-add = 休業日・時間変更を追加
schedule-dates-change = 変更
schedule-holidays = 祝日
schedule-holidays-lead = これから1年の祝日です。振替休日も入っています。
schedule-holiday = { $day } { $name }
schedule-holiday-plain = 曜日どおりに営業
schedule-holiday-ruled = 祝日の営業時間
schedule-holiday-special = この日だけの予定あり

## 毎週の営業時間

schedule-week-title = 営業時間の変更
schedule-since = いつから
schedule-since-hint = 先の日付にすると、その日まで今の営業時間が続きます。
schedule-since-past = 今日以降の日付を選んでください
schedule-days = 曜日ごとの営業時間
schedule-days-lead = 空欄は定休日です。「900」のように「:」を省いても入力できます。深夜は25:30のように書きます。
schedule-special = 祝日と祝前日
schedule-special-hours = { $day }の営業時間
schedule-mode-same = 曜日どおり
schedule-mode-closed = 休み
schedule-mode-hours = 時間を決める
schedule-hours-required = 営業時間を入力してください
schedule-nth = 第2・第4火曜など
schedule-nth-lead = 決まった週だけ休む、または時間を変えるときに使います。時間の空欄は休みです。
schedule-nth-legend = 決まった週 { $number }
schedule-nth-day = 曜日
schedule-nth-none = 使わない
schedule-nth-weeks = 週
schedule-nth-hours = 営業時間（{ $number }）
schedule-nth-day-required = 曜日を選んでください
schedule-nth-weeks-required = 第何週かを選んでください
schedule-preview = 変更の影響を確認
schedule-preview-title = 変更の確認
schedule-save = この内容で保存
schedule-mend = 内容を直す
schedule-newer = いま保存されている営業時間

## 日付ごと

schedule-dates-title = 休業日・時間変更
schedule-from = 日付
schedule-until = 続く場合は最後の日
schedule-until-before = 最後の日は、最初の日以降にしてください
schedule-too-many-days = 一度に登録できるのは{ $most }日までです
schedule-kind = この日は
schedule-kind-required = 休業か時間変更かを選んでください
schedule-kind-closed = 休業する
schedule-kind-hours = 時間を変えて営業
schedule-kind-hours-label = 営業時間
schedule-kind-hours-hint = 「時間を変えて営業」のときだけ入力します。
schedule-reason-ja = 理由（日本語）
schedule-reason-en = 理由（英語）
schedule-reason-hint = 予約ページに表示されます。例: 社員研修のため
schedule-look-first = この日の予約に影響があります。下の一覧を確認してから、もう一度保存してください
schedule-dates-save = 保存
schedule-dates-save-anyway = 予約を確認したうえで保存
schedule-dates-lift = 曜日どおりに戻す
schedule-close-day = この日を休みにする

## シフト

schedule-nav-shifts = シフト
schedule-shifts-home = 週ごとの出勤と休み、基本のシフト
schedule-shifts-title = シフト
schedule-shifts-lead = 時間を押すと、その日のシフトを変えられます。
schedule-weeks = 前後の週
schedule-week-before = 前の週
schedule-week-after = 次の週
schedule-shift-day = { $day } { $weekday }
schedule-person = 担当
schedule-nobody = 担当者がまだいません。
schedule-off = 休み
schedule-dated = 変更あり
schedule-pattern = 基本のシフト
schedule-pattern-none = 営業時間どおり
schedule-copy = 前の週のシフトをコピー
schedule-copy-anyway = 予約を確認したうえでコピー
schedule-day-title = { $day } { $name }さんのシフト
schedule-shift-hours = 出勤時間
schedule-shift-hint = 空欄は休みです。
schedule-shift-lift = 基本のシフトに戻す
schedule-note = メモ
schedule-pattern-title = { $name }さんの基本のシフト
schedule-pattern-days = 曜日ごとの出勤時間
schedule-pattern-lead = 空欄は休みです。日付ごとの変更はそのまま残ります。
schedule-shifts-since = { $name }さん・{ $day }から
schedule-shifts-since-hint = 先の日付にすると、その日まで今のシフトが続きます。

## 受付数

schedule-limits-way = 受付数を決める
schedule-limits-title = 30分ごとの受付数
schedule-limits-lead = ネット予約を30分ごとに何件まで受け付けるかを決めます。担当や席の空きがあっても、この数に達すると、お客様はその時間を予約できません。電話や店舗で入れる予約は制限されませんが、件数には数えます。
schedule-limits-special = 1行目の数は、下の空欄すべてに入ります。空欄のままなら制限なしです。0にすると受け付けません。祝日と祝前日は、1つでも数を入れるとその列を使い、すべて空欄なら曜日の列を使います。
schedule-limits-half = 開始
schedule-limits-rest = 空欄すべて
schedule-limits-box = { $day } { $time }の受付数
schedule-limits-run = { $span } 各{ $count }件
schedule-limits-none = 制限なし
schedule-limits-newer = いま保存されている受付数
