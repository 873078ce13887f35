# 同じオーナーの別の店舗を開く。短い名詞と動詞で書く。

branch-title = 店舗を追加
branch-home = 同じオーナーの別の店舗を、この店の内容をもとに作る
branch-lead = 別の店舗を作ります。住所と電話番号を入力し、この店からコピーするものを選びます。公開の前に、運営の審査があります。
branch-name = 店名とURL
branch-place = 電話番号と住所
branch-copies = この店からコピー
branch-copies-note = お客様の情報、予約、スタッフ、写真はコピーしません。
branch-copy-menu = メニュー・オプション・料金ルール・事前の質問とキャンセルポリシー
branch-copy-note-menu = 担当が決まるまで、メニューは非公開のままです。クラスの時間割もコピーします。クーポン、担当を条件にした料金ルール、日付ごとに追加した回はコピーしません。
branch-copy-policies = キャンセルポリシーだけ
branch-copy-note-policies = メニューをコピーするときは、いっしょにコピーされます。
branch-copy-tables = テーブル・個室と組み合わせ
branch-copy-note-tables = 席数と組み合わせのルール。メニューとの対応は、あとで選んでください。
branch-copy-hours = 営業時間
branch-copy-note-hours = 今週の曜日ごとの時間。臨時休業はコピーしません。
branch-copy-rules = 予約の受け方、紹介文、色
branch-copy-note-rules = 締切、受付期間、キャンセル期限、案内文、返信先のメールアドレス。
branch-copy-legal = 特定商取引法に基づく表記
branch-copy-note-legal = 所在地や電話番号を直接書いている場合は、あとで直してください。
