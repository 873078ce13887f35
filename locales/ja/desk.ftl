# 店舗側の画面。短い名詞と動詞で書く。

desk-guest = { $name } 様
desk-guest-erased = 退会した方
desk-public-page = 予約ページを見る
desk-switch = 店舗の切り替え
desk-notice-stopped = ネット予約の受付が止まっています（{ $since }から・運営による停止）。理由: { $why }
desk-notice-suspended = 店舗のページは非公開です（運営による停止）。理由: { $why }
desk-notice-everywhere = すべての店舗でネット予約の受付が止まっています（運営による停止）。店舗での予約の登録は続けられます。

## 行き先

desk-nav-today = 今日
desk-nav-day = 予約表
desk-nav-new = 予約を追加
desk-nav-customers = お客様
desk-nav-print = 印刷
desk-days = 前後の日
desk-day-before = 前の日
desk-day-after = 次の日
desk-day-near = { $day } { $near }
desk-back-to-today = 今日に戻る
desk-back-to-month = 今月に戻る
desk-live-changed = 予約表が更新されました
desk-show = 表示
desk-view-list = リスト
desk-view-columns = 担当別
desk-view-places = 席・部屋別
desk-view-week = 週
desk-view-month = 月
desk-week-title = { $from }〜{ $until }
desk-week-day = { $month }/{ $day } { $weekday }
desk-week-closed = 休業
desk-week-holiday = { $month }/{ $day } { $weekday }・祝
desk-week-holiday-note = { $bookings }
desk-week-grid = { $name }の1週間
desk-weeks = 前後の週
desk-week-before = 前の週
desk-week-after = 次の週
desk-months = 前後の月
desk-month-before = 前の月
desk-month-after = 次の月
desk-month-day = { $day } 予約{ $count }件
desk-month-day-full = { $day } 予約{ $count }件・埋まり { $full }%
desk-month-day-closed = { $day } 休業日・予約{ $count }件
desk-month-full = { $full }%
desk-month-hint = %は、受付できる時間のうち予約で埋まっている割合です
desk-month-unassigned = 担当未確定の予約が{ $count }件あります
desk-people = 担当で絞り込み
desk-everyone = すべて
desk-print = 予約表を印刷

## 一日

desk-figure-bookings = 予約
desk-figure-expected = これから
desk-figure-guests = 人数
desk-figure-takings = 売上見込み
desk-until = 〜{ $time }
desk-called-off = キャンセルされた予約（{ $count }件）
desk-over = 終わった予約（{ $count }件）
desk-called-off-in-list = キャンセルされた予約が{ $count }件あります。リストに表示しています
desk-nothing-today = 今日の予約はまだありません。
desk-nothing = この日の予約はまだありません。
desk-nothing-closed = この日は休業日です。予約はありません。
desk-closed-day = この日は休業日です
desk-new-by-phone = 電話予約を追加
desk-unassigned = 担当未確定
desk-off-day = 休み
desk-fold = { $name }の列をたたむ
desk-unfold = { $name }の列を開く
desk-grid = { $day }の担当別予約表
desk-add-at = { $time } 予約を追加
desk-lesson = { $count }件 · { $people }
desk-bookings = { $count }件
desk-offline = { $what }・ネット停止
desk-figure-count = { $count }件
desk-tag-nominated = 指名
desk-tag-first = 初めて
desk-tag-no-shows = 無断キャンセル{ $count }回
desk-flag-nominated = 指
desk-flag-first = 初
desk-flag-remark = !
desk-mark-remark = 備考・メモあり

## 押して進める

desk-act-arrived = { $vertical ->
    [clinic] 受付
    [restaurant] ご案内
    [class] 出席
    [home-visit] 到着
    [stay] チェックイン
   *[other] 来店
}
desk-act-begin = { $vertical ->
    [clinic] 診察開始
    [restaurant] 食事開始
    [class] 開始
    [home-visit] 作業開始
    [stay] 開始
   *[other] 施術開始
}
desk-act-done = 完了
desk-act-approve = 承認
desk-act-decline = お断り
desk-act-no-show = { $vertical ->
    [class] 欠席
    [home-visit] 不在
    [stay] ノーショー
   *[other] 無断キャンセル
}

## 一つの予約

desk-booking-title = 予約 { $number }
desk-when = 日時
desk-service = メニュー
desk-staff = 担当
desk-place = 席・部屋
desk-people-count = 人数
desk-people-unit = 名
desk-source = 受付方法
desk-source-web = 予約ページ
desk-source-desk = 管理画面
desk-source-phone = 電話予約
desk-source-walk-in = 店頭・飛び込み
desk-source-import = 取り込み
desk-made-at = { $when } 受付
desk-customer = お客様
desk-name = お名前
desk-email = メールアドレス
desk-phone = 電話番号
desk-no-shows = これまでの無断キャンセル
desk-remarks = 備考・ご要望
desk-price = 料金
desk-total = 合計（税込）
desk-line-quantity = { $name } × { $quantity }
desk-line-nomination = 指名料（{ $name }）
desk-line-coupon = クーポン（{ $name }）
desk-tax-inside = うち消費税（{ $rate }%）{ $tax }
desk-policy = キャンセルポリシー（予約時点）
desk-fee-none = 無料
desk-fee = { $fee }（{ $percent }%）
desk-ladder-until = { $when }まで
desk-ladder-from = { $when }より後
desk-ladder-always = いつでも
desk-ladder-no-show = 連絡なし
desk-note-title = 申し送り
desk-note = スタッフ用メモ
desk-note-hint = お客様には表示されません
desk-note-save = メモを保存
desk-note-newer = 先に保存されたメモ
desk-note-none = メモはありません

## いきさつ

desk-story = 履歴
desk-story-made = 予約を受け付け
desk-story-status = { $old } → { $new }
desk-story-undone = 元に戻した: { $old } → { $new }
desk-story-moved = 日時の変更: { $old } → { $new }
desk-story-moved-back = 元に戻した: 日時 { $old } → { $new }
desk-story-length = 長さの変更: { $old } → { $new }
desk-story-length-back = 元に戻した: 長さ { $old } → { $new }
desk-story-staff-back = 元に戻した: 担当 { $old } → { $new }
desk-story-staff = 担当の変更: { $old } → { $new }
desk-story-nominated = 指名ありに変更
desk-story-not-nominated = 指名なしに変更
desk-story-price = 料金の変更: { $old } → { $new }
desk-story-fee = キャンセル料 { $fee }
desk-story-fee-undone = キャンセル料 { $fee }を取り消し
desk-story-coupon = クーポン{ $code }を使いました
desk-story-coupon-off = クーポン{ $code }を外しました
desk-story-overbooked = 重なりを承知で予約
desk-story-note = メモを更新
desk-story-delay = 約{ $minutes }お待たせすることを連絡
desk-story-answers = 質問への回答を記入
desk-story-import-undone = 取り込みの取り消しで削除
desk-story-import-restored = 取り込みを元に戻して復活
desk-story-other = 内容を変更
desk-why = 理由: { $why }
desk-who-staff = スタッフ
desk-who-customer = お客様
desk-who-house = 自動
desk-letters = 送ったメール
desk-letters-none = メールは送っていません
desk-letter = お知らせ
desk-letter-confirmed = 予約確定のメール
desk-letter-changed = 変更のメール
desk-letter-delayed = お待たせのメール
desk-letter-cancelled = キャンセルのメール
desk-letter-queued = 送信待ち
desk-letter-sent = 送信済み
desk-letter-sent-at = { $when } 送信
desk-letter-failed = 送れませんでした
desk-letter-bounced = 届きませんでした

## 予約の変更

desk-move = 予約を変更
desk-move-title = 予約の変更
desk-move-now = 今の予約
desk-move-new = 変更後
desk-move-same = 変更しない
desk-move-same-hint = 今の担当・席が空いていないときは、ほかの空いているところに入ります
desk-move-nominated = お客様の指名（担当を変えるとき。指名料がかかります）
desk-move-anyway = 重なったまま変更する
desk-move-tell = お客様に変更メールを送る
desk-move-submit = 変更を保存
desk-late = +{ $minutes }分
desk-late-title = { $minutes }分遅らせる
desk-late-moves = 遅らせる予約
desk-late-from-to = { $from } → { $to }
desk-late-cannot = 遅らせられない予約があります。先にその予約を移すか、予約不可の時間を取り消してください
desk-late-not-so = 画面を開いている間に予定が変わりました。内容を確かめてから、もう一度押してください
desk-late-tell = お客様に変更メールを送る
desk-late-submit = { $count }件を遅らせる
desk-delay = お待たせのお知らせ
desk-delay-hint = 約何分お待たせするかを、お客様にメールで知らせます。予約の時刻は変わりません。
desk-delay-minutes = { $minutes }分
desk-date = 日付
desk-time = 開始時刻
desk-time-hint = 例: 14:30。深夜は 25:30 のように続けて数えます
desk-minutes = 長さ
desk-minutes-unit = 分
desk-reason = 理由
desk-reason-hint = 履歴に残ります。お客様には送られません

## キャンセル

desk-cancel = キャンセル
desk-cancel-title = 予約のキャンセル
desk-cancel-fee-title = キャンセル料
desk-cancel-free = 今ならキャンセル料はかかりません
desk-cancel-fee = ポリシーでは { $fee } です
desk-cancel-waive = キャンセル料を請求しない
desk-cancel-tell = お客様にキャンセルのメールを送る
desk-cancel-submit = 予約をキャンセル
desk-cancel-keep = 予約を残す
desk-cancel-fee-changed = 画面を開いている間にキャンセル料が変わりました。金額を確かめてから、もう一度押してください

## 予約を追加

desk-new = 予約を追加
desk-new-visit = 予約の内容
desk-new-submit = 予約を追加
desk-new-service-required = メニューを選んでください
desk-new-nominated = お客様の指名（指名料がかかります）
desk-new-email-hint = 入力すると、確認メールを送ります
desk-new-find = お客様を探す
desk-new-find-hint = 電話番号の下4桁、カナ、お名前、お客様番号のどれか
desk-new-find-press = 探す
desk-new-find-which = 当てはまるお客様（押すと選びます）
desk-new-other-guest = ほかのお客様にする
desk-new-total = 合計（税込） { $price }
desk-choose = 選んでください
desk-service-choice = { $name }（{ $length }・{ $price }）
desk-anybody = 指名なし（空いている担当）
desk-any-place = おまかせ（空いている席・部屋）
desk-family = 姓
desk-given = 名
desk-family-kana = セイ
desk-given-kana = メイ
desk-language = メールの言語

## いくつかのメニューを続けて

desk-several-add = メニューを追加
desk-several-place = { $place }つ目のメニュー
desk-several-remove = { $place }つ目のメニューを外す
desk-several-whose = どなたのメニューですか
desk-several-same = ご予約のお客様
desk-several-with = { $name }（お連れ様）
desk-several-line = { $time } { $service }（{ $with }）
desk-several-off = 取り消し済み
desk-several-moves = 続けて受けるメニューは、長さも担当も順番もそのままで、まとめて移します。
desk-several-companion = お連れ様（{ $guest }人目）

## 入らない時間

desk-overlap-thing = この時間は{ $name }の別の予約（{ $time }）と重なっています
desk-in-the-way = { $name }: { $time } { $guest }
desk-nearest = 近い空き時間
desk-override-reason = 重ねて予約する理由
desk-override-hint = 理由は履歴に残ります。予約表には並べて表示されます
desk-override-submit = 重なったまま予約する
desk-override-required = 重ねて予約する理由を入力してください
desk-refusal-empty-party = 人数を1名以上にしてください
desk-refusal-party-too-large = この人数が入る席・部屋がありません
desk-party-most = この人数が入る席・部屋がありません。{ $most }名様までです
desk-refusal-no-such-time = この日にこの時刻はありません。別の時刻にしてください
desk-refusal-past = この時刻は過ぎています
desk-refusal-too-soon = 受付締切を過ぎています
desk-refusal-too-far = 受付期間より先の日です
desk-refusal-not-asked = この日は予約を入れられません
desk-refusal-closed = この日は休業日です
desk-refusal-outside-hours = 営業時間に収まりません
desk-refusal-not-a-start = このメニューの開始時刻ではありません
desk-refusal-nobody-working = この時間に、このメニューを受け持てる人がいません
desk-refusal-taken = この時間は空きがありません
desk-refusal-enough = この時間のネット予約の受付数に達しています
desk-refusal-capped = この日または週の受付の上限に達しています

## 印刷

desk-sheet-title = { $day }の予約表
desk-sheet-counts = { $bookings } · { $people }
desk-sheet-printed = 印刷: { $when }
desk-sheet-time = 時刻
desk-sheet-name = お客様名（カナ）
desk-sheet-phone = 電話
desk-sheet-phone-end = 電話（下4桁）
desk-sheet-notes = メモ
desk-sheet-here = 来店
desk-sheet-phones = 電話番号をすべて載せる
desk-sheet-by-staff = 担当ごとに分ける

## 制限中のお客様

desk-blocked-title = ネット予約を制限中のお客様です
desk-blocked-reason = 理由: { $reason }
desk-blocked-lead = お店での予約はこのまま受け付けられます。
desk-blocked-submit = 確認して予約を追加
desk-customer-card = お客様のカード

## 予約を入れない時間

desk-processing = 放置中
desk-block = 予約不可
desk-block-title = 予約を入れない時間を作る
desk-block-way = この時間は予約を入れない
desk-block-staff = 担当・席
desk-block-choose = 選んでください
desk-block-staff-required = 担当か席を選んでください
desk-block-date = 日付
desk-block-when = 日時
desk-block-from = 開始
desk-block-until = 終了
desk-block-reason = 理由
desk-block-reason-hint = お客様には見えません。例: 打ち合わせ
desk-block-save = 保存
desk-block-past = もう終わった時間です。これからの日時を入力してください
desk-block-taken = この時間には予約が入っています。予約を移してから、もう一度保存してください
desk-block-in-the-way = 入っている予約
desk-block-remove = 予約不可を取り消す
desk-blocks = 予約を入れない時間
desk-block-line = { $when } { $who }

## 受付（QRコード）

desk-check-in-way = QR受付
desk-check-in-title = QRコードで受付
desk-check-in-code = 受付コード
desk-check-in-hint = お客様の予約ページのQRコードを読み取るか、QRコードの下の文字を入力
desk-check-in-look = 確認
desk-check-in-unknown = この店舗の予約コードではありません。打ち間違いか、ほかの店舗のコードです
desk-check-in-other-shop = ほかの店舗の予約コードです
desk-check-in-other-day = この予約は{ $day }です。今日は使えません
desk-check-in-too-early = まだ受付できません。{ $time }から使えます
desk-check-in-over = 予約の時間が過ぎています
desk-check-in-used = このコードはもう受付に使われています
desk-check-in-not-standing = この予約は確定していないか、キャンセルされています

## 電話受付

desk-phone-way = 電話受付
desk-phone-title = 電話受付
desk-phone-search = 電話番号の下4桁・カナ
desk-phone-search-hint = 例: 5678、ヤマダ
desk-phone-nobody = 当てはまるお客様がいません。新しいお客様として受け付けます
desk-phone-last = 前回 { $day }
desk-phone-ahead = これからの予約
desk-phone-visits = これまでの来店
desk-phone-free = 空き時間（押すと予約）
desk-phone-none = この条件の空き時間がありません
desk-phone-other = ほかの日時を入力
desk-phone-else = メニュー・担当・日を変える
desk-phone-times = 空き時間を見る
desk-phone-from = この日から
desk-phone-new = 新しいお客様
desk-options-gone = 選んだオプションは、このメニューにはありません
desk-option-required = どれか1つを選択
desk-option-single = 選べるのは1つだけ

## ネットワークがないとき

desk-kept-as-of = 接続がありません。{ $time }時点の予約を表示しています。来店・完了などの操作はこの端末に保存し、つながったときに送ります。ほかの画面は、つながるまで開けません。
desk-kept-waits = 送信待ち:
desk-kept-refused = 送れなかった操作
desk-kept-out = 送る前にログインが切れていました。必要であれば、もう一度操作してください
desk-kept-forbidden = この操作をする権限がないか、画面が古くなっています
desk-kept-gone = この予約は見つかりません
desk-kept-unsent = 受け付けられませんでした。予約を開いて、もう一度操作してください
desk-kept-booking = 予約を見る
desk-kept-seen = 確認しました

## 事前の質問への回答

desk-answers = 事前の質問への回答
desk-answers-write = 回答を記入
desk-answers-save = 回答を保存
desk-answers-lead = お客様から聞いた内容や、紙に書いていただいた内容を入力します。空欄のままでも保存できます。
desk-answers-newer = ほかの方が先に保存した回答
desk-answers-by = { $who }が記入（{ $when }）
desk-answers-missing = 未回答の質問があります: { $names }
desk-answers-closed = 回答があります。内容を読めるのは、お客様のメモを見られるスタッフだけです。
desk-tag-answers = 回答あり
desk-tag-no-answers = 質問未回答

## 受付数

desk-limits-title = 受付数
desk-limits-of-day = { $day }の受付数
desk-limits-lead = ネット予約を30分ごとにあと何件受け付けるかを、この日だけ変えられます。店舗で入れる予約は制限されません。
desk-limits-left = 残り { $count }
desk-limits-free = 制限なし
desk-limits-special = この日だけの数
desk-limits-more = ＋
desk-limits-fewer = −
desk-limits-stop = 受付を止める
desk-limits-begun = 予約{ $count }件
desk-limits-usual = いつもの数
desk-limits-more-about = { $time }の残りを1つ増やす
desk-limits-fewer-about = { $time }の残りを1つ減らす
desk-limits-stop-about = { $time }の受付を止める
desk-limits-usual-about = { $time }を元に戻す
desk-limits-usual-way = いつもの受付数を変更

# 担当・席が決まった理由
desk-turn-person = 担当の決まり方
desk-turn-place = 席の決まり方
desk-turn-of = { $name }: { $why }
desk-turn-between = 、
desk-turn-named = 指定あり
desk-turn-kept = これまでと同じ
desk-turn-in-hand = 前のメニューから続けて
desk-turn-only = ほかに空きなし
desk-turn-fewest-tables = 使うテーブルが少ない（{ $own }卓、次の候補は{ $next }卓）
desk-turn-smallest = 人数が入るいちばん小さい席（{ $own }席、次の候補は{ $next }席）
desk-turn-owners-order = 組み合わせテーブルの並び順
desk-turn-least-booked = この日の予約が少ない（{ $own }分、次の候補は{ $next }分）
desk-turn-longest-idle = 空いている時間が長い（{ $own }、次の候補は{ $next }）
desk-turn-since = { $when }から
desk-turn-never = まだ予約なし
desk-turn-seniority = 並び順が先
desk-turn-equal = 同じ条件の候補から選択
