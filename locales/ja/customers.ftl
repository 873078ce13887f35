# お客様の名簿。短い名詞と動詞で書く。

customers-title = お客様
customers-home = 名簿・来店履歴・メモ・タグ
customers-number = お客様番号 { NUMBER($number, useGrouping: "false") }
customers-search = お名前・カナ・電話番号など
customers-tag = タグ
customers-any-tag = すべて
customers-tag-count = { $tag }（{ $count }）
customers-last-visit = 前回 { $day }
customers-no-visit = 来店なし
customers-none = まだお客様の登録がありません。
customers-not-found = 条件に合うお客様が見つかりません。
customers-all = すべてのお客様を表示
customers-pages = 名簿のページ
customers-next-page = 次のページ
customers-previous-page = 前のページ
customers-how-many = { $count }名
customers-visited = 来店{ $count }回
customers-narrow = 絞り込み
customers-narrowed = 絞り込み（{ $count }件の条件）
customers-away = 前回の来店から
customers-visits-least = 来店回数
customers-missed-least = 無断キャンセル
customers-unit-days = 日以上
customers-unit-times = 回以上
customers-letters = お知らせメールに同意
customers-order = 並び順
customers-order-reading = フリガナ順
customers-order-recent = 最近来店した順
customers-order-often = 来店回数の多い順
customers-order-unknown = 並び順を選んでください
customers-parts = 五十音
customers-part-all = すべて
customers-part-a = あ
customers-part-ka = か
customers-part-sa = さ
customers-part-ta = た
customers-part-na = な
customers-part-ha = は
customers-part-ma = ま
customers-part-ya = や
customers-part-ra = ら
customers-part-wa = わ
customers-part-letters = 英字
customers-part-other = その他
customers-part-unknown = 五十音の行を選んでください
customers-vip = VIPのお客様
customers-blocked = ネット予約制限中

## カード

customers-book = 予約を追加
customers-edit = 編集
customers-blocked-since = { $day }からネット予約を制限中。理由: { $reason }
customers-visits = 来店
customers-visit-count = { $count }回
customers-spent = 利用額（税込）
customers-no-shows = 無断キャンセル
customers-no-show-count = { $count }回
customers-first = 初回
customers-last = 前回
customers-never = –
customers-facts = お客様情報
customers-kana = フリガナ
customers-language = 連絡に使う言語
customers-since = 登録日
customers-answers = 事前の質問への最新の回答
customers-ahead = これからの予約
customers-ahead-none = これからの予約はありません。
customers-history = これまでの予約・キャンセル
customers-history-none = これまでの予約はありません。
customers-history-older = さらに前
customers-history-newest = 最新に戻る

## メモ

customers-notes = メモ
customers-notes-none = メモはまだありません。
customers-note-add = メモを追加
customers-note-kind = 種類
customers-note-kind-required = メモの種類を選んでください
customers-note-allergy = アレルギー
customers-note-restriction = 避けること
customers-note-special-need = 配慮・準備
customers-note-preference = 好み・要望
customers-note = 内容
customers-note-hint = ご本人から開示を求められると、お見せする内容です
customers-note-required = メモの内容を入力してください
customers-note-save = メモを保存
customers-note-remove = 削除
customers-notes-removed = 削除したメモ
customers-restore = 元に戻す

## タグと印

customers-tags = タグ
customers-tag-new = 新しいタグ
customers-tag-add = タグを付ける
customers-tag-offer = ＋ { $tag }
customers-tag-remove = 外す
customers-tag-required = タグを入力してください
customers-tag-too-many = タグは{ $most }個までです。使わないものを外してください
customers-marks = 区分
customers-vip-on = VIPにする
customers-vip-off = VIPを解除
customers-block = ネット予約を制限
customers-block-again = 制限の理由を変更
customers-block-reason = 理由
customers-block-hint = スタッフにだけ表示されます
customers-block-reason-required = 理由を入力してください
customers-block-submit = 制限する
customers-unblock = 制限を解除

## 登録と編集

customers-new = お客様を登録
customers-edit-of = { $name } 様の編集
customers-family-kana = セイ
customers-given-kana = メイ
customers-save = 保存
customers-remove = 名簿から削除
customers-remove-hint = 削除しても予約の記録は残り、「削除したお客様」から元に戻せます。
customers-deleted = 削除したお客様
customers-deleted-none = 削除したお客様はいません。
customers-deleted-at = { $when } 削除

## 重複と統合

customers-duplicates = 重複の確認
customers-duplicates-lead = 同じ方かもしれないお客様です。ご家族で電話番号が同じこともあるため、確かめてから統合してください。
customers-duplicates-none = 重複しているお客様はいません。
customers-alike-name = 同じお名前
customers-alike-phone = 同じ電話番号
customers-alike-email = 同じメールアドレス
customers-apart = { NUMBER($number, useGrouping: "false") }番とは別の方
customers-apart-again = 取り消す
customers-apart-both = { $one }と{ $other }
customers-apart-one = { $name }様（{ NUMBER($number, useGrouping: "false") }番）
customers-apart-said = 別の方と確認した組（{ $count }組）
customers-apart-until = お名前、電話番号、メールアドレスのどれかが変わると、もう一度候補に出ます。
customers-merge-with = { NUMBER($number, useGrouping: "false") }番と統合
customers-merge = お客様の統合
customers-merge-lead = お客様番号 { NUMBER($keep, useGrouping: "false") } を残し、{ NUMBER($other, useGrouping: "false") } をまとめます。
customers-merge-hint = 予約・メモ・タグは残すお客様に移ります。統合は取り消せません。
customers-merge-swap = { NUMBER($number, useGrouping: "false") }番のほうを残す
customers-merge-empty = 登録なし
customers-merge-submit = 統合する
customers-merge-two-accounts = 別々のアカウントをお持ちの方のため、統合できません

## 書き出しと取り込み

customers-export = 名簿の書き出し
customers-export-lead = お客様の名簿をCSVファイルで書き出します。個人情報を含むため、取り扱いに注意してください。
customers-export-narrowed = 絞り込んだ{ $count }名を書き出します。
customers-export-script = 文字の形式
customers-export-utf8 = UTF-8（標準）
customers-export-utf8-note = ExcelやGoogleスプレッドシート向け。すべての漢字を保ちます
customers-export-sjis = シフトJIS（Shift_JIS）
customers-export-sjis-note = 古いソフト向け。表せない漢字は〓になります
customers-export-submit = 書き出す
customers-export-file = お客様名簿-{ $shop }.csv
customers-column-number = お客様番号
customers-column-family = 姓
customers-column-given = 名
customers-column-name = お名前
customers-column-family-kana = セイ
customers-column-given-kana = メイ
customers-column-phone = 電話番号
customers-column-email = メールアドレス
customers-column-language = 言語
customers-column-vip = VIP区分
customers-column-no-shows = 無断キャンセル
customers-column-tags = タグ
customers-column-since = 登録日
customers-import = 名簿の取り込み
customers-import-lead = CSVファイルを確認してから取り込みます。確認だけでは何も保存されません。
customers-import-columns = 読み取る列: { $columns }
customers-import-file = CSVファイル
customers-import-file-hint = UTF-8またはShift_JIS、5,000行まで。1行目は列の名前にしてください
customers-import-known = すでに登録のあるお客様
customers-import-known-hint = お名前と、電話番号またはメールアドレスが同じ方です
customers-import-skip = 取り込まない
customers-import-update = ファイルの内容で更新
customers-import-check = 内容を確認
customers-import-again = 別のファイルを確認
customers-import-report = 確認の結果
customers-import-new = 新しく登録
customers-import-updated = 更新
customers-import-skipped = 登録済み（取り込まない）
customers-import-bad = 取り込めない行
customers-import-count = { $count }件
customers-import-unread = 読み取らなかった列: { $columns }
customers-import-line-head = 行
customers-import-line = { NUMBER($line, useGrouping: "false") }行目
customers-import-why = 理由
customers-import-bad-hint = 取り込めない行を除いて取り込むか、ファイルを直してもう一度確認してください。
customers-import-nothing = 取り込めるお客様がいません。
customers-import-confirm = { $count }件を取り込む
customers-import-no-file = CSVファイルを選んでください
customers-import-unreadable = 文字を読み取れません。Excelのファイルは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください
customers-import-broken = { NUMBER($line, useGrouping: "false") }行目を表として読み取れません。CSVで保存し直してください
customers-import-no-name = お名前の列がありません。1行目に「姓」「お名前」「セイ」のどれかを入れてください
customers-import-too-long = 一度に取り込めるのは{ $most }行までです。ファイルを分けてください
customers-import-twice = { NUMBER($line, useGrouping: "false") }行目と同じ内容です
