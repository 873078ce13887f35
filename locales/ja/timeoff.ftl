# 休みの申請と承認。働く人が自分のスマートフォンで見る画面と、シフトを組む人の画面。

timeoff-nav = 休みの申請
timeoff-title = 休みの申請
timeoff-lead = 休みたい日を申請します。シフトを担当する人が承認すると、シフトに反映されます。
timeoff-no-column = 予定表にあなたの列がないため、休みは申請できません。シフトを担当する人にご確認ください。
timeoff-kind = 種類
timeoff-kind-required = 種類を選んでください
timeoff-kind-paid = 有給休暇
timeoff-kind-rest = 休み
timeoff-kind-sick = 病気・体調不良
timeoff-kind-other = その他
timeoff-first = 休む日
timeoff-from = 何時から
timeoff-until = 何時まで
timeoff-hours-hint = 時刻は、1日のうち一部だけ休むときに入力します。空欄なら終日です。
timeoff-reason = 伝えておきたいこと
timeoff-reason-hint = シフトを担当する人だけが読みます。
timeoff-ask = 申請する
timeoff-past = 今日以降の日付を選んでください
timeoff-too-long = 一度に申請できるのは{ $most }日までです
timeoff-hours-one-day = 時刻を入れられるのは、1日だけ休むときです。続けて休むときは空欄にしてください
timeoff-overlaps = この期間には、すでに申請した休みがあります。下の一覧を確認してください
timeoff-own = これまでの申請
timeoff-own-none = まだ申請はありません。
timeoff-withdraw = 申請を取り下げる
timeoff-answered = 返事: { $answer }
timeoff-state-open = 承認待ち
timeoff-state-approved = 承認
timeoff-state-declined = 見送り
timeoff-state-withdrawn = 取り下げ
timeoff-state-revoked = 承認の取り消し
timeoff-hours = { $day } { $hours }
timeoff-days = { $first }〜{ $last }（{ $count }日間）

## シフトを組む人の画面

timeoff-waiting = 承認待ちの休みの申請が{ $count }件
timeoff-requests = 休みの申請（承認待ち{ $count }件）
timeoff-requests-lead = 承認すると、その日のシフトが休みになります。結果は本人にメールで届きます。
timeoff-requests-none = 承認待ちの申請はありません。
timeoff-further = このほかに{ $count }件の申請があります。上から順に処理すると表示されます。
timeoff-decided = これからの休み
timeoff-whose = { $name }さん { $when }
timeoff-clear = この期間に、影響を受ける予約はありません。
timeoff-in-the-way = 影響を受ける予約が{ $bookings }件あります（手続き中のお客様{ $held }名）。承認しても予約は残ります。担当や日時の変更を、お客様にご連絡ください。
timeoff-booking = { $when } { $guest }
timeoff-other = 同じ期間の休み・申請: { $name }さん（{ $days }日）
timeoff-not-own = ご自身の申請は、シフトを担当するほかの人が承認します。
timeoff-answer = { $request }へのひとこと
timeoff-approve = 承認する
timeoff-approve-anyway = 予約を確認したうえで承認
timeoff-decline = 見送る
timeoff-revoke = 承認を取り消す
timeoff-look-title = 承認の前に確認してください
timeoff-look-first = この休みにかかる予約に変わりがありました。下の一覧を確認してから、もう一度承認してください
timeoff-being-booked = いま{ $count }名のお客様が、この期間の予約を手続き中です。
