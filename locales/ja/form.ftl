# 入力欄への指摘。原因と直し方を書き、責めない。欄の名前は欄の上にあるので、繰り返さなくてよい。

form-trap-label = ここには何も入力しないでください
form-trap = 見えない欄に入力がありました。もう一度ボタンを押してください
form-stale = ほかの方が先に変更しました。最新の内容をご確認のうえ、もう一度保存してください

## 文字

form-too-long = { $max }文字以内で入力してください
form-control-characters = 使えない文字が含まれています。消してから入力し直してください

## お名前

form-name-required = お名前を入力してください
form-family-name-required = 姓を入力してください
form-given-name-required = 名を入力してください
form-kana-required = フリガナを入力してください
form-kana-only = フリガナはひらがなかカタカナで入力してください（例: ヤマダ）

## 連絡先

form-phone-digits = 電話番号は10桁または11桁で入力してください（例: 09012345678）
form-phone-mobile = 携帯電話の番号は11桁で入力してください（例: 09012345678）
form-email-required = メールアドレスを入力してください
form-email-no-at = メールアドレスに「@」が含まれていません
form-email-unusable = メールアドレスの形式をご確認ください（例: hanako@example.com）

## 住所

form-postal-code = 郵便番号は7桁で入力してください（例: 1500001）

## 数

form-number-form = 数字で入力してください（例: 30）
form-amount-form = 金額を入力してください（例: 5500）
form-number-range = { $min }から{ $max }までの数を入力してください
form-people-range = 人数は{ $min }名から{ $max }名までで入力してください

## 日付と時刻

form-date-required = 日付を選んでください
form-date-form = 日付は年・月・日で入力してください（例: 2026-11-20）
form-span-from = 開始
form-span-until = 終了
form-span-half = 開始と終了の両方を入力してください
form-span-form = 時刻は「9:00」のように入力してください
form-span-order = 終了は開始より後の時刻にしてください（翌日にかかるときは25:30のように書きます）
form-span-overlap = 時間が重なっています。重ならないように直してください
form-time-required = 時刻を入力してください
form-time-late-form = 時刻は9:30のように入力してください。深夜は25:30のように30:00まで使えます

## 選ぶ

form-choice-gone = 選んだ項目は今は選べません。ほかの項目を選んでください

form-option-none = なし
form-option-minutes = 所要時間 +{ $length }
form-option-price = +{ $price }
form-option-free = 追加料金なし

## お店からの質問

form-question-required = 回答を入力してください
form-question-choose = どれか1つを選んでください
form-question-choose-some = 1つ以上選んでください
form-question-none = 選ばない
form-question-agree = 「{ $name }」の内容に同意します
form-question-agree-required = 「{ $name }」をお読みのうえ、同意にチェックを入れてください
form-question-sign = 署名（お名前）
form-question-sign-hint = 同意されるご本人のお名前。未成年の方は保護者の方のお名前
form-question-sign-required = 署名欄にお名前を入力してください
form-question-agreed = 同意済み
form-question-agreed-by = 同意済み（署名: { $name }）
form-question-agreed-text = 同意した文面
form-health-title = 健康に関する情報の取り扱い
form-health-hint = このあとの質問には健康に関するものがあります。回答は、ご予約のサービスを安全に提供するためだけに使い、お客様の情報を見る権限のあるお店のスタッフだけが読みます。メールの本文には載せません。
form-health-agree = 健康に関する回答をお店に伝えることに同意します
form-health-required = 健康に関する質問にお答えいただくには、同意にチェックを入れてください

## お客様から受け取るファイル

form-file-bounds = 写真（JPEG、PNG、WebP。1枚{ $photo }MBまで）またはPDF（{ $paper }MBまで）。{ $count }点まで選べます。
form-file-kept = 受け取り済み
form-file-size = { $name }（{ $kilo }KB）
form-file-drop = 取り消す
form-file-required = 写真またはPDFを選んでください
form-file-unknown = 「{ $name }」は写真としてもPDFとしても読み込めません。JPEG、PNG、WebPの写真かPDFを選んでください
form-file-large-paper = 「{ $name }」は大きすぎます。PDFは{ $most }MBまでのものを選んでください
form-file-too-many = 「{ $name }」は受け取れませんでした。1つの質問に{ $most }点までです。不要なものを取り消してから選び直してください
form-file-too-much = 「{ $name }」は受け取れませんでした。ファイルは合わせて{ $most }MBまでです
form-file-at-once = 「{ $name }」は受け取れませんでした。一度に送れるのは{ $count }点、合わせて{ $most }MBまでです。残りはもう一度選んで送ってください
form-file-agree-first = 「{ $name }」はまだ受け取っていません。健康に関する情報の取り扱いに同意してから、もう一度選んでください
