# お店を開く5つの画面と、開いたあと。

opening-next = 次へ進む
opening-step-kind = 業種
opening-step-name = 店名と住所
opening-step-hours = 営業時間
opening-step-services = メニュー
opening-step-publish = 公開

## 業種

opening-kind-title = お店の業種
opening-kind-lead = 業種に合ったメニュー、営業時間、キャンセル料の例を用意します。どれも後から変更できます。
opening-kind-note-salon = 美容室・ネイル・マッサージなど。担当者ごとに予約を受けます
opening-kind-note-clinic = 医院・歯科・整骨院など。初診と再診を分けて受けます
opening-kind-note-restaurant = 飲食店・カフェなど。テーブルと人数で受けます
opening-kind-note-class = 教室・ヨガスタジオなど。定員のあるレッスンを受けます
opening-kind-note-home-visit = 清掃・修理・出張施術など。お客様のお宅へうかがいます
opening-kind-note-stay = 旅館・日帰り温泉など。日帰りのプランと貸切風呂を受けます

## 営業時間

opening-hours-title = 営業時間
opening-hours-lead = 業種に合わせた例を入れてあります。お店に合わせて直してください。
opening-hours-none = 営業する曜日を1つ以上入力してください

## メニュー

opening-services-title = メニューと担当
opening-services-lead = 例から、お店で行うものにチェックを付け、名前と料金を直してください。チェックのないものは登録されません。
opening-services-newer = 現在登録されているメニュー
opening-services-none = メニューを1つ以上選んでください
opening-name-ja = 名前（日本語）
opening-name-en = 名前（英語）
opening-minutes = 所要時間
opening-minutes-unit = 分
opening-price = 料金（税込）
opening-price-unit = 円
opening-other = その他のメニュー
opening-row = { $name }: { $label }
opening-resources-salon = 担当者
opening-resources-clinic = 担当医
opening-resources-restaurant = テーブル
opening-resources-class = 講師・教室
opening-resources-home-visit = 担当者
opening-resources-stay = 客室
opening-resources-lead = 1つの予約に1つずつ使います。後から追加できます。
opening-resources-none = 1つ以上選んでください
opening-policy = キャンセル料
opening-policy-use = このキャンセル料を使う
opening-notices = 予約前のご案内

## 公開

opening-publish-title = 公開前の確認
opening-publish-lead = 「公開する」を押すと、すぐに予約を受けられます。
opening-publish-reviewed = 公開の前に運営が審査します。書類を追加して審査を申し込んでください。
opening-publish = 公開する
opening-publish-papers = 審査の申し込みへ
opening-publish-missing = 公開までに必要なこと
opening-publish-no-hours = 営業時間を入力
opening-publish-no-services = メニューを選ぶ
opening-publish-service = { $name } { $length } { $price }
opening-publish-policy-step = { $hours }時間前から{ $percent }%
opening-publish-policy-last = 開始後{ $percent }%
opening-publish-policy-no-show = 無断キャンセル{ $percent }%
opening-publish-policy-none = キャンセル料なし
opening-publish-hours = { $days } { $hours }
opening-change = 変更
opening-preview = 公開前のページを見る
opening-preview-notice = 公開前の見本です。ほかの人には見えません。
