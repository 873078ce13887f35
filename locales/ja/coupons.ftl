# クーポン: お客様が確認画面で入力するコード

coupons-title = クーポン
coupons-home = 確認画面で入力すると料金が下がるコード
coupons-lead = お客様は予約の確認画面でコードを入力します。キャンセルされた予約の利用は、回数に数えません。
coupons-empty = クーポンはまだありません。コードと割引を決めると、お客様の確認画面に入力欄が表示されます。
coupons-new = クーポンを追加
coupons-edit = クーポンを変更
coupons-edit-lead = 変更はこれからの予約だけに反映。受付済みの予約の料金はそのまま。
coupons-coupon = クーポン
coupons-code = コード
coupons-code-hint = 英数字とハイフン（例: SPRING-2027）。大文字と小文字は区別しません。
coupons-code-form = コードは英数字とハイフンで、{ $min }〜{ $max }文字で入力してください
coupons-code-taken = 同じコードのクーポンがあります。別のコードにしてください
coupons-size = 割引額・割引率
coupons-kind-percent = %（指名料を除く合計に対して）
coupons-kind-amount = 円（予約1件につき・税込）
coupons-part-limits = 期限・回数・条件
coupons-limits-note = 空欄は、条件なし。利用期間は来店日ではなく、予約する日で判断します。
coupons-first-date = 利用開始日
coupons-last-date = 利用期限
coupons-most-uses = 全体で使える回数
coupons-most-each = お一人が使える回数
coupons-unit-times = 回
coupons-least = 予約の最低金額（指名料を除く）
coupons-for-new = はじめての方だけ
coupons-amount-off = { $amount }引き
coupons-used = { $count }回利用
coupons-used-of = { $count }回利用（{ $most }回まで）
coupons-each = お一人{ $most }回まで
coupons-from = { $amount }以上の予約
coupons-over = 期限切れ
coupons-early = 利用開始前
coupons-used-up = 上限に達しました

# 店頭・電話の予約で使う
coupons-desk-use = クーポンを使う
coupons-desk-code = クーポンコード
coupons-desk-hint = お客様がお持ちのときだけ入力してください
coupons-desk-required = クーポンコードを入力してください
coupons-desk-already = この予約にはすでにクーポンが使われています
coupons-desk-unknown = このクーポンコードは見つかりません。文字を確かめてください
coupons-desk-early = このクーポンは{ $date }から使えます
coupons-desk-over = このクーポンの利用期限（{ $date }）は過ぎています
coupons-desk-elsewhere = このクーポンは、このメニューには使えません
coupons-desk-least = このクーポンは、指名料を除く合計が{ $amount }以上の予約で使えます
coupons-desk-used-up = このクーポンは利用回数の上限に達しています
coupons-desk-used-by-guest = このお客様は、このクーポンを使える回数に達しています
coupons-desk-not-new = このクーポンは、はじめての方だけが使えます

## 予約のクーポンを外す

coupons-off = クーポンを外す
coupons-off-lead = 合計は{ $now }から{ $then }になります。クーポンは、また使えるようになります。
coupons-off-reason = 理由
coupons-off-reason-required = 外す理由を入力してください
