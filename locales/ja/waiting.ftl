# キャンセル待ち。お客様の画面と、お店の画面。

waiting-way = 希望の時間に空きがないとき: キャンセル待ちに登録する
waiting-join-title = キャンセル待ちの登録
waiting-join-lead = ご希望に合う空きが出たときに、メールでご案内します。ご案内した時間は、回答期限までお客様のために確保します。
waiting-join = キャンセル待ちに登録する
waiting-days = ご希望の日
waiting-from = この日から
waiting-until = この日まで
waiting-weekdays = 曜日
waiting-hours = 開始時刻
waiting-hours-hint = 何時でもよいときは、空欄のままにしてください
waiting-after = この時刻から
waiting-before = この時刻まで
waiting-between = { $from }〜{ $until }
waiting-email-hint = 空きのご案内をお送りします
waiting-too-many = このメールアドレスでは、これ以上キャンセル待ちに登録できません。ほかの登録を取り消してから、もう一度お申し込みください
waiting-otherwise = このメニューは、すでにキャンセル待ちに登録されています。変更するには、登録時のメールのリンクから先に登録を取り消してください
waiting-email-required = メールアドレスを入力してください
waiting-until-before-from = 終わりの日は、始まりの日以降にしてください
waiting-days-past = すでに過ぎた日です。今日以降の日を選んでください
waiting-days-far = { $date }までの日を選んでください
waiting-weekdays-none = 曜日を1つ以上選んでください
waiting-weekdays-outside = 選んだ期間に、選んだ曜日がありません。期間か曜日を変更してください
waiting-sent-title = 確認メールをお送りしました
waiting-sent-words = メールのリンクを開いて、24時間以内に登録を確定してください。
waiting-sent-nothing = メールが届かないときは、迷惑メールのフォルダーと、入力したメールアドレスをご確認ください。
waiting-to-menu = メニューへ戻る
waiting-wish = お申し込みの内容

## 待っているあいだの画面

waiting-ask-title = 登録の確定
waiting-ask-words = まだ登録は完了していません。内容を確認して「キャンセル待ちに登録する」を押してください。
waiting-title = キャンセル待ちに登録されています
waiting-place = 現在 { $place }番目です。
waiting-first = ご希望の日が重なる方の中で、最初にご案内します。
waiting-earlier-ones = ご希望の日が重なる方が、先に{ $count }名お申し込みになっています。
waiting-preferred-ones = お店が優先してご案内する方が{ $count }名いらっしゃいます。
waiting-order = 空きが出ると、順番に、ご希望に合う方へメールでご案内します。
waiting-offered-title = 空きが出ました
waiting-offered-words = 次の時間を確保しています。予約の内容を確認して、確定してください。
waiting-offered-earlier = 今のご予約より早い時間を確保しています。この時間にすると、今のご予約の日時が変更されます。
waiting-deadline = 回答期限: { $at }
waiting-night = { $sleeps }から{ $wakes }までは、回答期限に数えません。
waiting-take = この時間の予約へ進む
waiting-take-earlier = この時間に変更する
waiting-over-title = ご案内は終了しました
waiting-over-words = 回答期限を過ぎたか、ご希望の期間が終わりました。引き続きご希望のときは、もう一度お申し込みください。
waiting-taken-title = ご予約済みです
waiting-taken-words = キャンセル待ちの時間が、ご予約になりました。
waiting-left-title = 登録は取り消されています
waiting-left-words = キャンセル待ちのご案内はお送りしません。
waiting-leave = 登録を取り消す
waiting-to-booking = 予約の内容を見る
waiting-to-times = 空いている時間を見る
waiting-now-booked = 今のご予約

## もっと早い時間

waiting-earlier-title = 早い時間の空きを待つ
waiting-earlier-lead = 今のご予約より早い時間に空きが出たら、メールでご案内します。お受けになるまで、今のご予約は変わりません。
waiting-earlier-way = 早い時間の空きを待つ

## お店の画面

waiting-home = 空きを待っているお客様と、案内の順番
waiting-list-title = キャンセル待ち
waiting-list-lead = 空きが出ると、希望に合うお客様へ、順番に自動でメールを送ります。案内した時間は、回答期限まで確保します。
waiting-nobody = 今、待っているお客様はいません。
waiting-off = キャンセル待ちを受け付けていません。
waiting-row = { $place }番目
waiting-moves-up = 予約の前倒しを希望
waiting-offered-time = 案内中の時間
waiting-offered-until = 案内中（回答期限 { $at }）
waiting-card = お客様情報
waiting-since = 申し込み日時
waiting-kind = 種類
waiting-offer-title = このお客様に案内する
waiting-offer-hint = 時間を選ぶと、その時間を確保して、回答期限を書いたメールを送ります。
waiting-no-times = 今、案内できる空きはありません。
waiting-order-title = 案内の順番
waiting-order-save = 順番を変更
waiting-priority = 優先度
waiting-priority-hint = 優先度の高い順に、同じときは申し込みの早い順に案内します。
waiting-priority-vip = 最優先
waiting-priority-high = 優先
waiting-priority-normal = 通常
waiting-priority-low = 後回し
waiting-remove = キャンセル待ちから外す
waiting-rules-title = 受け付けの設定
waiting-on = キャンセル待ちを受け付ける
waiting-on-hint = 予約ページの満席の時間に「待」と表示し、登録を受け付けます
waiting-answer-hours = 回答の期限
waiting-answer-hint = 案内から回答までの時間です。{ $sleeps }から{ $wakes }までは数えません。予約の受付終了より後にはなりません。
waiting-hours-unit = 時間
waiting-rules-save = 設定を保存
waiting-rules-now = 今の設定: { $state }（回答の期限 { $hours }時間）
