# ほかのシステムの予約を移す

imports-title = 予約の取り込み
imports-files = ほかのシステムで受けた、これからの予約をCSVで
imports-lead = ほかの予約システムから書き出したCSVファイルで、これからの予約をまとめて移せます。
imports-lead-more = ファイルを選び、列と名前の対応を確かめ、結果を見てから保存します。保存するまで予約は入りません。ファイルは24時間で消えます。
imports-file-hint = UTF-8またはShift_JISのCSV。5,000行、4MBまで。1行目は列の名前にしてください
imports-on = 次へ
imports-discard = この取り込みをやめる
imports-before = これまでの取り込み
imports-waits = 続きから進められます
imports-count = { $count }件
imports-state-waiting = 途中
imports-state-made = 取り込み済み
imports-state-undone = 取り消し済み
imports-too-large = ファイルは{ $most }MBまでです。期間を分けて書き出してください
imports-empty = ファイルが空です。予約システムから書き出し直してください
imports-no-lines = 予約の行がありません。1行目に列の名前、2行目から予約を入れてください
imports-too-wide = 列は{ $most }個までです。使わない列を減らしてください

## 手順

imports-step = 全{ $total }ステップ中、{ $step }ステップ目
imports-step-file = ファイル
imports-step-columns = 列
imports-step-names = 名前
imports-step-check = 確認

## 列

imports-columns = 列の対応
imports-columns-lead = それぞれの内容がファイルのどの列にあるかを確かめてください。
imports-columns-time = 日時
imports-columns-what = メニューと担当
imports-columns-who = お客様
imports-columns-rest = その他
imports-column-none = ファイルにない
imports-column-named = { $header }（{ $cell }）
imports-column-place = { $place }列目（{ $cell }）
imports-column-missing = 日付の列を選んでください
imports-column-no-name = お名前、姓、フリガナ、セイのどれかの列を選んでください
imports-column-too-many = この列には{ $count }種類の名前があります。{ $most }種類までです。列が合っているか確かめてください
imports-column-date = 日付
imports-column-start = 開始
imports-column-end = 終了
imports-column-minutes = 所要時間（分）
imports-column-service = メニュー
imports-column-staff = 担当・席
imports-column-name = お名前
imports-column-family = 姓
imports-column-given = 名
imports-column-kana = フリガナ
imports-column-family-kana = セイ
imports-column-given-kana = メイ
imports-column-phone = 電話番号
imports-column-email = メールアドレス
imports-column-party = 人数
imports-column-price = 料金
imports-column-note = 備考
imports-column-number = 予約番号
imports-column-status = 状態
imports-hint-start = 日付と時刻がひとつの列にあるときは、日付と同じ列を選んでください
imports-hint-end = 終了も所要時間もないときは、メニューの所要時間で入れます
imports-hint-price = ファイルの料金をそのまま約束の料金にします。料金がないときはメニューの料金で入れます。料金ルールは適用しません
imports-hint-number = 同じ番号の予約は二重に取り込みません。この番号で検索できます
imports-hint-status = キャンセルや無断キャンセルの行は取り込みません

## ほかのシステムでの列の呼び方（「/」で区切る）

imports-known-date = 日付/予約日/来店日/ご予約日/利用日/来店予定日/予約日時/来店日時/日時
imports-known-start = 開始/開始時刻/開始時間/予約時間/来店時間/予約時刻/来店時刻/時間/時刻/開始日時
imports-known-end = 終了/終了時刻/終了時間/終了予定/終了日時
imports-known-minutes = 所要時間（分）/所要時間/施術時間/利用時間/時間（分）
imports-known-service = メニュー/予約メニュー/メニュー名/コース/コース名/サービス/施術内容/プラン
imports-known-staff = 担当・席/担当/スタッフ/担当者/スタッフ名/担当スタッフ/席/テーブル/施術者
imports-known-name = お名前/氏名/名前/顧客名/お客様名/予約者名/会員名
imports-known-family = 姓/氏/苗字
imports-known-given = 名
imports-known-kana = フリガナ/ふりがな/カナ/氏名カナ/お名前カナ/お客様名（カナ）
imports-known-family-kana = セイ/姓カナ/姓（カナ）
imports-known-given-kana = メイ/名カナ/名（カナ）
imports-known-phone = 電話番号/電話/TEL/携帯番号/連絡先
imports-known-email = メールアドレス/メール/Eメール
imports-known-party = 人数/予約人数/来店人数/ご利用人数
imports-known-price = 料金/金額/合計金額/合計/予約金額
imports-known-note = 備考/メモ/要望/ご要望/お客様のメモ/コメント
imports-known-number = 予約番号/予約ID/受付番号/番号
imports-known-status = 状態/ステータス/予約状況/予約ステータス
imports-known-ended = キャンセル/取消/取り消し/無断/完了/期限切れ
imports-known-anybody = 指名なし/フリー/おまかせ/担当なし/担当者なし/未定/なし/スタッフ指名なし

## 名前

imports-names = メニューと担当の対応
imports-names-lead = ファイルの名前が、このお店のどれにあたるかを確かめてください。
imports-names-services = メニュー
imports-names-staff = 担当・席
imports-names-staff-note = 担当の書いていない行は、空いている人に入ります。
imports-name-theirs = 「{ $name }」
imports-name-none = メニュー名のない行
imports-name-choose = 選んでください
imports-name-skip = この行は取り込まない
imports-name-anybody = 担当を決めない（空いている人）
imports-name-undecided = どれにあたるか選ぶか、「この行は取り込まない」を選んでください

## 行の読み取り

imports-cell-time = 日付や時刻として読み取れません
imports-cell-no-date = 日付がありません
imports-cell-no-start = 開始時刻がありません
imports-cell-length = 所要時間は1分から24時間までです
imports-cell-minutes = 所要時間として読み取れません
imports-cell-figure = 数字として読み取れません

## 確認

imports-check = 取り込む内容の確認
imports-check-lead = まだ何も保存していません。電話で受ける予約と同じ決まりで、1行ずつ空きを確かめました。
imports-sum-made = 入る予約
imports-sum-brought = 入れた予約
imports-sum-problems = 取り込めない行
imports-sum-left = 除く行
imports-sum-left-out = 取り込まなかった行
imports-sum-new-guests = 新しく登録するお客様
imports-sum-added-guests = 新しく登録したお客様
imports-sum-known-guests = 登録済みのお客様
imports-sum-promised = 営業時間外の予約
imports-by-day = 日ごとの件数
imports-new-guests = 新しく登録するお客様（{ $count }名）
imports-problems = 取り込めない行
imports-problem-new = 新しく見つかりました
imports-line-said = ファイルの内容
imports-act = どうするか
imports-left = 除く行
imports-left-service = 取り込まないメニュー
imports-left-staff = 取り込まない担当
imports-left-ended = キャンセルや完了などの予約
imports-lines = { $lines }行目
imports-why-twice = { NUMBER($line, useGrouping: "false") }行目と同じ予約です
imports-why-known = すでに入っている予約です
imports-why-blocked = 予約を受けないことにしているお客様です
imports-why-gone = メニューが見つかりません
imports-why-options = オプションを選ぶ必要があるメニューです
imports-why-party = { $least }名から{ $most }名までのメニューです
imports-why-far = 2年以上先の予約です
imports-do-cell = ファイルを直して、もう一度選んでください
imports-do-twice = どちらかの行を消してください
imports-do-known = 取り込む必要はありません
imports-do-blocked = お客様の登録を確かめ、予約表から入れてください
imports-do-gone = 「名前」に戻って、メニューを選び直してください
imports-do-options = 予約表から入れて、オプションを選んでください
imports-do-party = 人数かメニューの設定を直してください
imports-do-far = 日付を確かめてください
imports-do-empty-party = 人数を直してください
imports-do-party-too-large = 席の定員を直すか、予約表から入れてください
imports-do-no-such-time = 時刻を直してください
imports-do-past = 過ぎた予約は取り込めません。行を除いてください
imports-do-too-soon = 時刻を確かめてください
imports-do-too-far = 日付を確かめてください
imports-do-not-asked = 日付を確かめてください
imports-do-closed = 休業日を直すか、約束どおりに取り込んでください
imports-do-outside-hours = 営業時間を直すか、約束どおりに取り込んでください
imports-do-not-a-start = 開始時刻を直すか、約束どおりに取り込んでください
imports-do-nobody-working = シフトを入れるか、約束どおりに取り込んでください
imports-do-taken = 予約表で重なりを確かめ、時間か担当を変えてください
imports-do-enough = 受付数を確かめてください
imports-do-capped = 上限を確かめるか、予約表から入れてください
imports-promised = 営業時間外でも、約束どおりに取り込む
imports-promised-note = 休業日・営業時間・シフトに合わない予約も入れます。ほかの予約との重なりは入れません
imports-again = もう一度確認
imports-reason = 営業時間外に入れる理由
imports-reason-hint = 予約の履歴に残ります。200字まで
imports-reason-missing = 営業時間外に入れる理由を入力してください
imports-leave = 取り込めない{ $count }行を除いて取り込む
imports-leave-note = 除いた行の予約は入りません
imports-leave-first = 取り込めない行があります。ファイルを直すか、「取り込めない行を除いて取り込む」を選んでください
imports-tell = 予約{ $count }件のお客様にメールで知らせる
imports-tell-note = 選ばなければ、お客様には何も届きません
imports-write = { $count }件の予約を取り込む
imports-nothing = 取り込める予約がありません
imports-nothing-to-write = 取り込める予約がありません。ファイルか、列と名前の対応を直してください。
imports-stale = 確認したあとに予約や設定が変わりました。何も保存していません。下の内容を確かめて、もう一度押してください
imports-changed = 確認したあとに変わりました。新しく取り込めなくなった行は{ $worse }行、取り込めるようになった行は{ $better }行です。

## 取り込んだあと

imports-made = { $when }の取り込み
imports-made-booking = 予約
imports-made-number = 予約番号
imports-both-numbers = { $number }（元の番号: { $outside }）
imports-outside = 元の予約番号
imports-further = 次を表示
imports-back = 取り込みの結果
imports-undo = 取り込みを取り消す
imports-undo-hint = 予約に変更がないあいだは、まとめて取り消せます。
imports-undo-lead = この取り込みで入れた{ $count }件の予約を削除します。一緒に登録したお客様も、ほかに予約がなければ削除します。
imports-undo-told = 届いたメールは取り消せません。お客様には別にお知らせください。
imports-undo-do = { $count }件の予約を取り消す
imports-undo-keep = このまま残す
imports-undone = この取り込みは取り消しました。入れた{ $count }件の予約は、予約表から削除されています。
imports-anew = もう一度取り込む
imports-touched = 変更された予約や始まった予約が{ $count }件あるため、まとめて取り消せません。予約ごとにキャンセルしてください

## 見本

imports-sample = 見本をダウンロード
imports-sample-title = 見本のファイル
imports-sample-lead = 列の順番は自由です。日付は「2026/12/01」、時刻は「10:00」のように入れてください。お名前・日付・開始があれば取り込めます。
imports-sample-file = 予約の見本
imports-sample-name = 山田 花子
imports-sample-name-two = 佐藤 一郎
imports-sample-note = はじめての方
