# 予約の流れ。お客様の画面。

booking-free = 無料
booking-tax = （税込）
booking-price-from = { $price }〜
booking-price-varies = 日時などで変わります
booking-length-from = { $length }〜
booking-tax-per-person = （税込・1名）
booking-tax-inside = うち消費税（{ $rate }%）{ $tax }
booking-total = 合計（税込）
booking-line-quantity = { $name } × { $quantity }名
booking-line-nomination = 指名料（{ $name }）
booking-line-coupon = クーポン（{ $name }）
booking-coupon = クーポン
booking-coupon-code = クーポンコード
booking-coupon-hint = お持ちの方だけ入力してください。使うと、合計に反映されます。
booking-coupon-use = クーポンを使う
booking-coupon-drop = クーポンを使わない
booking-coupon-until = このクーポンの利用期限: { $date }のお申し込みまで
booking-coupon-unknown = このクーポンコードは見つかりません。入力した文字をご確認ください
booking-coupon-early = このクーポンは{ $date }から使えます
booking-coupon-over = このクーポンの利用期限（{ $date }）は過ぎています
booking-coupon-elsewhere = このクーポンは、選んだメニューには使えません
booking-coupon-least = このクーポンは、指名料を除く合計が{ $amount }以上の予約で使えます
booking-coupon-used-up = このクーポンは、利用回数の上限に達しました。クーポンなしの料金で予約できます
booking-coupon-used-by-you = このクーポンは、お一人で使える回数に達しました。クーポンなしの料金で予約できます
booking-coupon-not-new = このクーポンは、はじめての方だけが使えます。クーポンなしの料金で予約できます
booking-audience-new = はじめての方
booking-audience-returning = 2回目以降の方
booking-holiday-mark = 祝

## 日時

booking-times-title = 日時の選択
booking-times-later = { $date }のご来店分から、{ $length }・{ $price }になります。
booking-times-month = 月で見る
booking-any-staff = 指名なし
booking-staff-filter = 担当の指名
booking-party-filter = 人数
booking-nomination-fee = +{ $fee }
booking-table-caption = { $days }の空き状況
booking-day-left = { $day } { $count ->
    [0] 空きなし
   *[other] 空き{ $count }件
}
booking-closed-short = 休
booking-left-short = { $count }件
booking-soonest-button = { $time }で予約する
booking-nothing-until = この期間に空きがありません。次の空きは{ $day }です。
booking-nothing-way = { $day }の空きを見る
booking-nothing-anybody = 指名なしの空きを見る
booking-nothing-ahead = 受付期間中に空きがありません。お電話でお問い合わせください。
booking-nearest = 近い時間の空き
booking-full-salon = 満席
booking-full-clinic = 満枠
booking-full-restaurant = 満席
booking-full-class = 満員
booking-full-home-visit = 満枠
booking-full-stay = 満室

## 予約できない理由

booking-refused-empty-party = 人数を選択してください
booking-refused-party-too-large = この人数のご予約はオンラインでは承れません。お電話でご相談ください
booking-party-most = オンラインで承れるのは{ $most }名様までです。それより多い人数はお電話でご相談ください
booking-refused-no-such-time = この時刻はありません。別の時間を選択してください
booking-refused-past = この時間は過ぎています。別の時間を選択してください
booking-refused-too-soon = この時間のオンライン受付は終了しました。お電話でご連絡いただくか、別の時間を選択してください
booking-refused-too-far = この日はまだ受付を開始していません。別の日を選択してください
booking-refused-not-asked = この日時は選択できません。別の時間を選択してください
booking-refused-closed = この日は休業日です。別の日を選択してください
booking-refused-outside-hours = この時間は受付時間外です。別の時間を選択してください
booking-refused-not-a-start = この時刻からは予約できません。近い時間を選択してください
booking-refused-nobody-working = この時間は担当者がおりません。別の時間を選択してください
booking-refused-taken = この時間はすでに埋まっています。別の時間を選択してください
booking-refused-enough = この時間のネット予約の受付は終了しました。別の時間を選択してください
booking-refused-capped = ご希望の日は受付の上限に達しました。別の日を選択してください

## お客様情報

booking-details-title = { $vertical ->
    [clinic] 患者さんの情報
    [class] 参加者情報
   *[other] お客様情報
}
booking-fill-other = ほかの方の予約にする
booking-fill-sign-in = アカウントをお持ちの方はログイン
booking-family-name = 姓
booking-given-name = 名
booking-family-kana = セイ
booking-given-kana = メイ
booking-full-name = お名前
booking-name = お名前
booking-name-polite = { $name } 様
booking-phone = 電話番号
booking-phone-hint = 例: 09012345678
booking-email = メールアドレス
booking-email-hint = 予約の確認と変更のご案内をお送りします
booking-contact = ご連絡先
booking-contact-hint = 電話番号とメールアドレスのどちらかを入力してください
booking-contact-required = 電話番号とメールアドレスのどちらかを入力してください
booking-note = 備考・ご要望
booking-review = 確認画面へ進む
booking-privacy = 入力された情報は、このご予約のためにお店が利用します。
booking-privacy-link = プライバシーポリシーを見る
booking-selected = ご予約内容
booking-lapsed-title = 確保の時間が過ぎました
booking-lapsed-free = 確保の時間が過ぎましたが、同じ時間はまだ空いています。入力内容はそのまま残っています
booking-all-times = ほかの日時を見る

## 確認

booking-confirm-title = ご予約内容の確認
booking-when = 日時
booking-party = 人数
booking-visit-guest = { $guest }人目
booking-visit-time = { $start }〜{ $end }
booking-staff = 担当（指名）
booking-place = 場所
booking-what = ご予約内容
booking-price = 料金
booking-payment = お支払い
booking-pay-now = 今回のお支払い
booking-pay-on-day = 当日のお支払い
booking-pay-on-site = 当日、現地でお支払いください（現地払い）
booking-policy = キャンセルポリシー
booking-cancel-how = ご予約後に表示される画面とメールのリンクから、{ $until }までキャンセルできます。
booking-fee-none = 無料
booking-fee-percent = { $percent }%（{ $fee }）
booking-ladder-until = { $when }まで
booking-ladder-from = { $when }以降
booking-ladder-always = ご予約の時刻まで
booking-ladder-no-show = ご連絡がない場合
booking-ladder-free = キャンセル料はかかりません。
booking-important = 重要事項
booking-button-note = ボタンを押すと予約が確定します。
booking-confirm-button = この内容で予約を確定する
booking-price-changed = 料金が変更されました。内容をもう一度ご確認ください
booking-too-many-ahead = 同じご連絡先の{ -booking }がすでに{ $count }件あります。これ以上のご希望は、お店へお電話ください
booking-too-many-that-day = 同じご連絡先の{ -booking }が、この日にすでに{ $count }件あります。別の日を選ぶか、お店へお電話ください
booking-gone = 現在、この内容では予約できません。別の内容を選択してください

## 予約のページ

booking-title-confirmed = ご予約が確定しました
booking-title-pending = ご予約の申し込みを受け付けました
booking-title-cancelled = この予約はキャンセルされています
booking-title-past = ご予約の内容
booking-number = 予約番号
booking-done-keep = この画面を保存しておくと、あとから確認や変更ができます。
booking-done-mail = 確認メールの送信先: { $email }
booking-done-carrier = { $domain } からのメールを受信できるように設定してください。
booking-qr = 受付用のQRコード
booking-qr-hint = ご来店の際、受付でこのQRコードをお見せください。開始の30分前からお使いいただけます
booking-code = 受付コード: { $code }
booking-add-calendar = カレンダーに追加
booking-move = 日時を変更する
booking-cancel = 予約をキャンセルする
booking-again = 同じ内容で予約する
booking-change-until = { $until }まで変更できます。
booking-calendar-summary = { $service } - { $shop }
booking-calendar-about = 予約番号 { $number } 確認・変更・キャンセル: { $url }

## 変更・キャンセル

booking-move-title = 日時の変更
booking-move-now = 現在のご予約
booking-move-new = 変更後
booking-move-button = この日時に変更する
booking-move-keep = 変更しない
booking-move-lead = 新しい日時を選択してください。変更を確定するまで、いまの予約はそのまま残ります。
booking-move-closed = この予約の日時はオンラインで変更できません。お電話でご連絡ください
booking-move-call = オンラインでの変更受付は終了しました。お電話でご連絡ください: { $phone }
booking-cancel-title = 予約のキャンセル
booking-cancel-free = キャンセル料はかかりません
booking-cancel-costs = キャンセル料 { $fee }がかかります
booking-cancel-fee = キャンセル料
booking-cancel-reason = キャンセルの理由
booking-cancel-keep = 予約を残す
booking-fee-changed = キャンセル料が変わりました。金額をご確認のうえ、もう一度お選びください

booking-blocked = オンラインでの予約を承れません。お電話でお問い合わせください。

booking-options = オプション
booking-options-submit = この内容で空きを見る
booking-options-first = 「{ $name }」をお選びいただくと、空き時間が表示されます。
booking-options-way = オプションを選ぶ
booking-options-wrong = オプションの選び方を確認してください。必須のものと、1つだけ選べるものがあります。

## お店からの質問

booking-questions = お店からの質問
booking-answers = お店からの質問への回答
booking-answers-past = ご利用から7日が過ぎたため、回答はこのページに表示していません。内容はお店にお問い合わせください。
booking-answers-change = 回答を変更する
