# 埋まっている時間に重ねて予約を受けるときの、お店の決まり。

overbooking-title = 重ねて受ける予約の上限
overbooking-home = 埋まっている時間に、スタッフが理由を書いて受けてよい数
overbooking-lead = 埋まっている時間にも、スタッフは理由を書けば予約を重ねて入れられます。1日に何席までかを、お店で決められます。
overbooking-part = 1日の上限
overbooking-note = お客様のネット予約は、この設定にかかわらず重なりません。すでに入っている予約もそのままです。
overbooking-most = 重ねて受けてよい席数
overbooking-unit = 席
overbooking-hint = 0にすると重ねて受けられなくなります。空欄なら上限はありません
overbooking-never = お店の設定により、重ねて予約を受けることはできません。別の時間を選んでください
overbooking-reached = 重ねて受けられるのは1日{ $most }席までです（お店の設定）。別の時間か、別の日を選んでください
