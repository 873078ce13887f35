# 入力欄への指摘。原因と直し方を書き、責めない。欄の名前は欄の上にあるので、繰り返さなくてよい。

form-summary-title = 入力内容を確認してください({ $count }件)
form-required = 入力してください
form-stale = ほかの方が先に変更しました。最新の内容をご確認のうえ、もう一度保存してください

## 文字

form-too-short = { $min }文字以上で入力してください
form-too-long = { $max }文字以内で入力してください
form-control-characters = 使えない文字が含まれています。消してから入力し直してください

## お名前

form-name-required = お名前を入力してください
form-family-name-required = 姓を入力してください
form-given-name-required = 名を入力してください
form-kana-required = フリガナを入力してください
form-kana-only = フリガナはひらがなかカタカナで入力してください(例: ヤマダ タロウ)

## 連絡先

form-phone-required = 電話番号を入力してください
form-phone-digits = 電話番号は10桁または11桁で入力してください(例: 09012345678)
form-phone-unknown = この電話番号は使われていない形です。番号をご確認ください
form-phone-foreign = 海外の電話番号は「+」と国番号から入力してください(例: +1 212 555 0123)
form-email-required = メールアドレスを入力してください
form-email-no-at = メールアドレスに「@」が含まれていません
form-email-unusable = メールアドレスの形をご確認ください(例: hanako@example.com)
form-email-typo = 「{ $suggestion }」ではありませんか?
form-email-carrier = 「.」の位置により、届かないことがあるアドレスです。届かないときは別のアドレスをお試しください

## 住所

form-postal-required = 郵便番号を入力してください
form-postal-code = 郵便番号は7桁で入力してください(例: 1500001)
form-postal-unknown = この郵便番号の住所が見つかりません。住所を直接入力してください
form-postal-several = この郵便番号の住所は複数あります。下から選んでください
form-address-required = 住所を入力してください
form-prefecture-required = 都道府県を選んでください

## 数

form-number-form = 数字で入力してください(例: 30)
form-number-whole = 小数を使わずに入力してください
form-number-min = { $min }以上の数を入力してください
form-number-max = { $max }以下の数を入力してください
form-number-range = { $min }から{ $max }までの数を入力してください
form-people-range = 人数は{ $min }名から{ $max }名までで入力してください

## 日付と時刻

form-date-required = 日付を選んでください
form-date-form = 日付は年・月・日で入力してください(例: 2026-11-20)
form-date-unreal = この日付は暦にありません。日をご確認ください
form-date-past = 過ぎた日付です。{ $first }以降の日付を選んでください
form-date-future = まだ来ていない日付です。{ $last }以前の日付を入力してください
form-date-late = 受付期間より先の日付です。{ $last }までの日付を選んでください
form-date-order = 終わりの日付は、始まりと同じか後の日付にしてください
form-time-required = 時刻を選んでください
form-time-form = 時刻は9:30のように入力してください
form-time-late-form = 時刻は9:30のように入力してください。深夜は25:30のように30:00まで使えます
form-time-order = 終わりの時刻は、始まりより後にしてください

## 選ぶ

form-choice-required = 1つ選んでください
form-choice-gone = 選んだものは、いまは選べません。ほかのものを選んでください
form-choice-min = { $min }つ以上選んでください
form-choice-max = 選べるのは{ $max }つまでです
form-agree-required = 内容をご確認のうえ、同意の欄にチェックを入れてください
