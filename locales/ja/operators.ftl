# プラットフォームの運営画面と、店舗の開設の申請。

operators-office = 運営
operators-public-pages = 公開ページ
operators-nav = 運営のメニュー
operators-save = 保存する
operators-search = 検索
operators-more = 次のページ
operators-pages = ページ送り
operators-reason = 理由
operators-reason-optional = メモ（任意）
operators-reason-required = 理由を入力してください

## 店舗の一覧

operators-businesses = 店舗
operators-business-search = 店舗名・店舗URLの末尾
operators-heaps = 状態で絞り込む
operators-heap-waiting = 審査待ち
operators-heap-open = 公開中
operators-heap-suspended = 停止中
operators-heap-draft = 申請前
operators-none-waiting = 審査待ちの店舗はありません
operators-none-open = 公開中の店舗はありません
operators-none-suspended = 停止中の店舗はありません
operators-none-draft = 申請前の店舗はありません
operators-sent-at = 申請 { $at }
operators-alarm-passwords = { $since }から、誤ったパスワードでのログインが{ $most }回を超えています。漏えいしたパスワードが試されているおそれがあります。
operators-begun-at = 登録 { $at }
operators-none-found = 「{ $text }」に合う店舗はありません
operators-answered-at = 回答 { $at }

## 店舗の詳細

operators-about = 店舗の情報
operators-name-ja = 店舗名（日本語）
operators-name-en = 店舗名（英語）
operators-kind = 業種
operators-slug = 店舗URLの末尾
operators-phone = 電話番号
operators-address = 住所
operators-postal-code = 郵便番号
operators-prefecture = 都道府県
operators-city = 市区町村
operators-street = 町名・番地
operators-building = 建物名
operators-owner = オーナー
operators-to-public = 公開ページを見る
operators-to-owner = オーナーのアカウントを見る
operators-person = { $name }（{ $email }）
operators-begun = 登録
operators-suspended-because = 停止の理由
operators-sent-back-because = 差し戻しの理由
operators-sent-back-line = 差し戻しの理由: { $why }
operators-stopped-because = 予約受付の停止の理由
operators-stopped-since = { $at }から停止（{ $reason }）
operators-papers = 書類
operators-no-papers = 書類はありません
operators-kilobytes = 容量 { $size } KB
operators-paper-registration = 登記・開業届
operators-paper-licence = 営業許可証
operators-paper-identity = 本人確認書類
operators-paper-other = その他
operators-questions = 審査の記録
operators-never-sent = まだ申請されていません
operators-verdict-pending = 審査待ち
operators-verdict-approved = 承認
operators-verdict-rejected = 差し戻し

## 店舗への処置

operators-act-approve = 承認する
operators-act-reject = 差し戻す
operators-act-suspend = 店舗を停止する
operators-act-lift = 店舗の停止を解除する
operators-act-stop = 予約受付を止める
operators-act-resume = 予約受付を再開する
operators-act-title-approve = 店舗の承認
operators-lacks = 未登録の項目
operators-lacks-lead = この店舗には、ネット予約に必要な項目がまだそろっていません。承認すると店舗のページは公開されますが、そろうまでは電話番号のご案内だけになります。
operators-missing-menu = メニュー
operators-missing-hours = 営業時間
operators-act-title-reject = 申請の差し戻し
operators-act-title-suspend = 店舗の停止
operators-act-title-lift = 停止の解除
operators-act-title-stop = 予約受付の停止
operators-act-title-resume = 予約受付の再開
operators-act-lead-approve = 店舗のページを公開し、オーナーにメールで知らせます。
operators-act-lead-reject = 理由はオーナーにメールで届きます。オーナーは直して再申請できます。
operators-act-lead-suspend = 店舗のページを非公開にし、理由をオーナーにメールで知らせます。予約済みのお客様は予約のページを引き続き見られます。
operators-act-lead-lift = 店舗のページを再び公開し、オーナーにメールで知らせます。
operators-act-lead-stop = お客様の新しい予約を止め、理由をオーナーにメールで知らせます。店舗のページと、すでにある予約はそのままです。
operators-act-lead-resume = お客様の新しい予約を再び受け付け、オーナーにメールで知らせます。

## 全店舗の予約受付

operators-bookings = 予約受付
operators-bookings-title = 全店舗の予約受付
operators-bookings-now = 現在
operators-bookings-running = 受付中
operators-bookings-stopped = 停止中（{ $at }から）
operators-bookings-lead-stop = 停止すると、すべての店舗でお客様の新しい予約を止めます。空き時間の代わりに、店舗の電話番号を案内します。
operators-bookings-lead-resume = 再開すると、すべての店舗でお客様の予約を再び受け付けます。店舗ごとの停止はそのままです。
operators-bookings-stop = 全店舗の予約受付を止める
operators-bookings-resume = 全店舗の予約受付を再開する

## 機能の切り替え

operators-flags = 機能の切り替え
operators-flags-lead = 機能を、一部の人や店舗から段階的に公開できます。
operators-no-flags = 切り替える機能はありません
operators-flag-new = 機能を追加する
operators-flag-lead = 機能が有効で、対象の割合に入り、リストに載っている利用者・店舗だけが使えます。リストが空のときは、すべてが対象です。
operators-flag-on = 有効
operators-flag-off = 無効
operators-flag-share = 割合 { $percent }%
operators-flag-users-count = 利用者 { $count }名
operators-flag-businesses-count = 店舗 { $count }件
operators-flag-name = 名前
operators-flag-name-hint = 半角の英小文字・数字・ハイフン。後から変更できません
operators-flag-name-form = 半角の英小文字・数字・ハイフンを使い、3〜60文字で入力してください
operators-flag-taken = この名前の機能はすでにあります
operators-flag-description = 説明
operators-flag-enabled = 有効にする
operators-flag-percent = 対象の割合
operators-flag-users = 対象の利用者
operators-flag-businesses = 対象の店舗
operators-flag-users-hint = メールアドレスを1行に1つ
operators-flag-users-unknown = 該当する利用者がいません: { $who }
operators-flag-businesses-hint = 店舗URLの末尾を1行に1つ
operators-audit-row-form = IDの形式をご確認ください（例: 123e4567-e89b-12d3-a456-426614174000）
operators-flag-businesses-unknown = 該当する店舗がありません: { $which }
operators-flag-list-long = { $max }件以内で入力してください

## 店舗の開設の申請(オーナーの画面)

operators-apply-title = 店舗の登録
operators-apply-lead = 公開するまで、ほかの人には見えません。
operators-apply-closed = 新しい店舗の登録は、現在受け付けていません。
operators-apply-edit = 内容を変更する
operators-apply-edit-title = 申請内容の変更
operators-apply-edit-lead = 店舗URLの末尾「{ $slug }」は変更できません。
operators-apply-name-required = 店舗名を入力してください
operators-apply-kind-required = 業種を選んでください
operators-apply-kind-choose = 選んでください
operators-apply-slug-hint = お店のページのURLの最後に付く、半角の英小文字・数字・ハイフン。空欄なら英語の店名かフリガナから作ります。後から変更できません
operators-apply-slug-own = お店のページのURLの最後に付く、半角の英小文字・数字・ハイフン。後から変更できません
operators-apply-slug-needed = 店名のフリガナか英語の店名、または半角の英小文字・数字・ハイフンでURLの末尾を入力してください
operators-apply-slug-form = 半角の英小文字・数字・ハイフンを使い、3〜50文字で入力してください。使えない単語もあります
operators-apply-slug-taken = このURLはすでに使われています。別の末尾を入力してください
operators-apply-phone-required = 電話番号を入力してください
operators-apply-prefecture-required = 都道府県を選んでください
operators-apply-city-required = 市区町村を入力してください
operators-apply-street-required = 町名・番地を入力してください
operators-apply-too-many = 承認前の店舗は{ $most }件までです。審査の結果をお待ちください
operators-paper = ファイル
operators-paper-kind = 書類の種類
operators-paper-hint = PDF・JPEG・PNG、{ $most }MBまで
operators-papers-wanted = 審査に必要な書類: 登記簿謄本または開業届の写し、{ $vertical ->
    [salon] 美容所などの確認済証（必要な業種のみ）、
    [clinic] 診療所の開設届または許可証、
    [restaurant] 飲食店の営業許可証、
    [stay] 旅館業の営業許可証、
   *[other] 業種に応じた営業許可証（必要な業種のみ）、
}申請者の本人確認書類
operators-paper-add = 書類を追加する
operators-paper-remove = 削除
operators-paper-required = 書類を1つ以上追加してから申し込んでください
operators-paper-empty = ファイルを選んでください。中身が空のファイルは追加できません
operators-paper-too-large = ファイルは{ $most }MB以内にしてください
operators-paper-unknown = PDF・JPEG・PNGのファイルを選んでください。拡張子だけを変えたファイルは使えません
operators-paper-too-many = 書類は{ $most }件までです。不要なものを削除してください
operators-send = 審査を申し込む
operators-to-desk = 予約表を開く
operators-own-state-waiting = 審査中
operators-own-state-open = 公開中
operators-own-state-suspended = 停止中
operators-own-state-draft = 申請前
operators-own-state-sent-back = 差し戻し
operators-own-words-waiting = 審査の結果はメールでお知らせします。
operators-own-words-open = 店舗のページを公開しています。
operators-own-words-suspended = 店舗のページは非公開です。予約済みのお客様は予約のページを引き続き見られます。
operators-own-words-sent-back = 内容や書類を直して、もう一度審査を申し込んでください。
operators-own-words-draft = 書類を追加して、審査を申し込んでください。

## オーナーへの手紙

operators-letter-shop = 店舗
operators-letter-link = 申請のページを開く
operators-letter-approved-subject = 【{ -brand }】{ $shop }が承認されました
operators-letter-approved-opening = 審査が完了し、店舗のページを公開しました。
operators-letter-approved-next = ログインすると、予約表を開けます。
operators-letter-rejected-subject = 【{ -brand }】{ $shop }の申請について
operators-letter-rejected-opening = 申請の内容を確認しましたが、承認できませんでした。
operators-letter-rejected-next = 次のページで内容や書類を直して、もう一度申し込めます。
operators-letter-suspended-subject = 【{ -brand }】{ $shop }を停止しました
operators-letter-suspended-opening = 店舗のページを非公開にしました。新しい予約は受け付けていません。
operators-letter-suspended-contact = お問い合わせは { $email } までご連絡ください。
operators-letter-suspended-guests = 予約済みのお客様は、予約のページを引き続き見られます。
operators-letter-reopened-subject = 【{ -brand }】{ $shop }の停止を解除しました
operators-letter-stopped-subject = 【{ -brand }】{ $shop }のネット予約の受付を止めました
operators-letter-stopped-opening = 新しいネット予約の受付を止めました。店舗のページには、代わりに電話番号を表示しています。
operators-letter-stopped-guests = すでにある予約はそのままです。店舗での予約の登録は続けられます。
operators-letter-resumed-subject = 【{ -brand }】{ $shop }のネット予約の受付を再開しました
operators-letter-resumed-opening = お客様がふたたびネットで予約できるようになりました。
operators-letter-reopened-opening = 店舗のページを再び公開しました。予約の受付も再開しています。

## 利用者

operators-people = 利用者
operators-people-by = 名前またはメールアドレス（一部でも可）
operators-no-people = 該当する利用者はいません
operators-role-admin = 運営
operators-role-owner = オーナー
operators-role-staff = スタッフ
operators-role-customer = お客様
operators-account = アカウント
operators-account-name = 名前
operators-account-role = 役割
operators-account-since = 登録
operators-account-proved = メールアドレスの確認
operators-account-unproved = 未確認
operators-account-sessions = ログイン中の端末
operators-account-id = 利用者ID
operators-account-active = 有効
operators-account-closed = 停止中
operators-account-trail = 変更履歴を見る
operators-account-act-deactivate = アカウントを停止する
operators-account-act-reactivate = アカウントの停止を解除する
operators-account-act-reset-factors = 2段階認証をリセットする
operators-account-act-visit = 代理でログインする
operators-account-title-deactivate = アカウントの停止
operators-account-title-reactivate = アカウントの停止の解除
operators-account-title-reset-factors = 2段階認証のリセット
operators-account-title-visit = 代理ログイン
operators-account-lead-deactivate = この人はログインできなくなり、ログイン中の端末はすべてすぐにログアウトされます。
operators-account-lead-reactivate = この人は再びログインできるようになります。
operators-account-lead-reset-factors = 登録時と同じ水準で本人確認を済ませてから行ってください。認証アプリ・リカバリーコード・パスキーをすべて解除し、すべての端末からログアウトします。パスワードは変わりません。本人にはメールで知らせます。
operators-account-lead-visit = 30分間、この人として操作できます。理由は、この人が働く店舗のオーナーに公開されます。この人のアカウント設定は変更できません。
operators-seats = 所属する店舗
operators-no-seats = 所属する店舗はありません
operators-closures = 停止の記録
operators-no-closures = 停止の記録はありません
operators-closed-at = 停止 { $at }
operators-reopened-at = 解除 { $at }

## 代理ログイン

operators-account-factors = 設定済み
operators-account-no-factors = 未設定
operators-factor-resets = 2段階認証のリセットの記録
operators-no-factor-resets = リセットの記録はありません
operators-visits = 代理ログインの記録
operators-visit-label = 代理ログイン
operators-visit-banner = { $name }として代理ログイン中（{ $until }まで）
operators-visit-end = 代理ログインを終了する
operators-visit-span = { $from }〜{ $until }
operators-visit-place = { $name }として
operators-visit-who = { $name }（運営）
operators-visits-title = 運営の代理ログイン
operators-visits-lead = 運営の担当者が、この店舗のスタッフに代わってログインした日時と理由です。
operators-visits-none = 代理ログインの記録はありません

## 変更履歴

operators-audit = 変更履歴
operators-audit-lead = 期間と対象を指定しないときは、直近7日間を検索します。
operators-audit-none = 該当する変更はありません
operators-audit-what-many = { $entity }の{ $action }（{ $count }件）
operators-audit-sign-in = ログイン
operators-audit-house = システム
operators-audit-guest = お客様（ログインなし）
operators-audit-details = 内容を見る
operators-audit-item = 項目
operators-audit-before = 変更前
operators-audit-after = 変更後
operators-audit-hidden = 記録しない内容
operators-audit-yes = はい
operators-audit-no = いいえ
operators-audit-nothing = なし
operators-audit-no-fields = 記録する項目はありません
operators-audit-id = { $entity } { $id }
operators-audit-kind = 種類
operators-audit-business = 店舗（URLの末尾）
operators-audit-more = ほかの条件
operators-audit-order = 終わりの日は、始まりの日より後にしてください
operators-audit-person = 人（メールかID）
operators-audit-person-unknown = このメールアドレスの利用者は見つかりません
operators-audit-business-unknown = このURLの店舗は見つかりません
operators-audit-row = 対象のID
operators-audit-action = 操作
operators-audit-any = すべて
operators-audit-action-insert = 追加
operators-audit-action-update = 変更
operators-audit-action-delete = 削除
operators-audit-request-label = リクエスト番号
operators-audit-request = リクエスト { $request }
operators-audit-from = 始まりの日
operators-audit-until = 終わりの日
operators-audit-what = { $entity }の{ $action }
operators-audit-behind = { $operator }（{ $actor }として）
operators-jobs = 処理の状況
operators-jobs-state-failed = 失敗
operators-jobs-state-waiting = 待機中
operators-jobs-state-running = 実行中
operators-jobs-state-done = 完了
operators-jobs-none-failed = 失敗した処理はありません
operators-jobs-none-waiting = 待っている処理はありません
operators-jobs-none-running = 実行中の処理はありません
operators-jobs-none-done = この7日間に完了した処理はありません
operators-jobs-held-up = 一時停止中: { $names }
operators-jobs-before = 前へ
operators-jobs-kinds = 処理の種類
operators-jobs-kinds-lead = 種類ごとに一時停止と再開ができます。一時停止しても、待っている処理は失われません。
operators-jobs-waiting = 待機 { $count }
operators-jobs-running = 実行中 { $count }
operators-jobs-failed = 失敗 { $count }
operators-jobs-waiting-title = 待機中
operators-jobs-failed-title = 失敗
operators-jobs-due-since = { $at }から待機
operators-jobs-is-held-up = 一時停止中
operators-jobs-since = 停止日時
operators-jobs-hold-up = 一時停止する
operators-jobs-hold-up-lead = 一時停止すると、再開するまで、この種類の処理を始めません。実行中のものは最後まで続きます。
operators-jobs-go-on = 再開する
operators-jobs-go-on-lead = 再開すると、待っている処理を順に始めます。
operators-jobs-all-again = 失敗した{ $count }件も、もう一度実行する
operators-job-tries = { $count }回目（最大{ $most }回）
operators-job-due-at = { $at }に実行予定
operators-job-finished-at = { $at }に終了
operators-job-again = もう一度実行する
operators-job-remove = 削除する
operators-job-remove-title = この処理を削除しますか？
operators-job-remove-lead = 削除すると、この処理は二度と実行されません。元に戻せません。
operators-job-facts = 内容
operators-job-written = 登録
operators-job-due = 実行予定
operators-job-finished = 終了
operators-job-attempts = 実行回数
operators-job-error = 前回のエラー
operators-job-business = 店舗
operators-job-about = 対象
operators-job-send-notice = メールの送信
operators-job-send-waitlist-notice = キャンセル待ちのメールの送信
operators-job-tell-time-off = 休暇申請のお知らせ
operators-job-read-calendar = 外部カレンダーの読み込み
operators-job-make-export = データの書き出し
operators-job-try-mail = メールの送信テスト
operators-job-tend-request = 予約リクエストの期限
operators-job-offer-waitlist = キャンセル待ちのご案内
operators-job-recover-account = パスワード再設定のメール
operators-job-send-proof-again = 確認メールの再送
operators-job-send-sign-in-code = ログインコードのメール
operators-job-follow-address = メールアドレス変更の反映
operators-job-erase-cards = 個人情報の消去
operators-jobs-no-kinds = 処理はまだありません
