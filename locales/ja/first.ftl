# 公開のあとに続けること。

first-steps-title = 公開後にすること
first-steps-count = { $done }/{ $total } 完了
first-steps-done = 済み
first-steps-open = 未完了
first-steps-text = お店の紹介文を書く
first-steps-english = 英語の店名と紹介文を書く
first-steps-picture = お店の写真を載せる
first-steps-policy = キャンセル料を決める
first-steps-legal = 特定商取引法に基づく表記を書く
first-steps-team = スタッフを招待する
first-steps-factor = 2段階認証を設定する
first-steps-imports = ほかのシステムの予約を移す
first-steps-booking = ためしに予約してみる
first-steps-put-away = この一覧をしまう
first-steps-take-out = 一覧を表示
first-steps-away = 一覧はしまってあります。
first-steps-draft-title = まだ公開していません
first-steps-draft = 続きを入力すると、予約を受けられるようになります。
first-steps-on = 続きから始める
