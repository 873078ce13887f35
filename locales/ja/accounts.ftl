# 人と、その入り口。

accounts-sign-in-title = ログイン
accounts-sign-in = ログインする
accounts-sign-out = ログアウト
accounts-email = メールアドレス
accounts-password = パスワード
accounts-password-required = パスワードを入力してください
accounts-sign-in-wrong = メールアドレスまたはパスワードが違います

## 働いているところ

accounts-places-title = お店を選ぶ
accounts-role-owner = オーナー
accounts-role-manager = 管理者
accounts-role-receptionist = 受付
accounts-role-service-provider = スタッフ

## ログイン中の端末

accounts-sessions-title = ログイン中の端末
accounts-sessions-lead = 心当たりのない端末があれば、その端末をログアウトさせてください。
accounts-sessions-end-others = ほかの端末をすべてログアウト
accounts-session-device = { $system }の{ $browser }
accounts-session-unknown = 不明な端末
accounts-session-this = この端末
accounts-session-last = 最後の利用: { $at }
accounts-session-began = ログイン: { $at }
accounts-session-network = IPアドレス: { $address }
accounts-session-end = ログアウトさせる

## 新しいアカウント

accounts-name = お名前
accounts-new-password = 新しいパスワード
accounts-new-password-hint = 8文字以上。文字の種類に決まりはなく、長い言葉や文もお使いいただけます
accounts-new-password-required = 新しいパスワードを入力してください
accounts-new-password-short = パスワードは8文字以上で入力してください
accounts-new-password-long = パスワードは128文字以内で入力してください
accounts-new-password-easy = 推測されやすいパスワードです。別のパスワードを入力してください
accounts-sign-up-title = 新規登録
accounts-sign-up-lead = 登録しなくても予約できます。登録すると、ご予約をまとめて確認できます。
accounts-sign-up = 登録する
accounts-sign-up-way = 新規登録
accounts-sign-in-way = ログイン
accounts-sent-title = メールを送信しました
accounts-sent-sign-up = ご入力のメールアドレスに確認メールを送信しました。24時間以内に、メールのリンクを開いて登録を完了してください。
accounts-sent-reset = ご入力のメールアドレスが登録されていれば、パスワードを再設定するためのメールが届きます。1時間以内にメールのリンクを開いてください。
accounts-sent-nothing = 届かないときは、迷惑メールのフォルダーと、入力したメールアドレスをご確認ください。
accounts-link-gone-title = このリンクは使えません
accounts-verification-title = メールアドレスの確認
accounts-verification-lead = { $email } の登録を完了します。登録のときに決めたパスワードを入力してください。
accounts-verification = 確認してログインする
accounts-verification-gone = すでに使われたか、有効期限が切れています。ログインすると、確認が済んでいないときは新しいメールを送信します。

## パスワード

accounts-password-wrong = パスワードが違います
accounts-password-now = 現在のパスワード
accounts-password-title = パスワードの変更
accounts-password-lead = 変更すると、ほかの端末はすべてログアウトされます。
accounts-password-change = パスワードを変更する
accounts-reset-way = パスワードをお忘れの方
accounts-reset-title = パスワードの再設定
accounts-reset-lead = 登録したメールアドレスを入力してください。再設定用のリンクをお送りします。
accounts-reset-ask = メールを送信する
accounts-reset-choose-title = 新しいパスワードの設定
accounts-reset-choose-lead = 設定すると、すべての端末からログアウトされます。
accounts-reset-choose = パスワードを設定する
accounts-reset-gone = すでに使われたか、有効期限が切れています。もう一度、再設定のメールを送信してください。

## 確認コードでログイン

accounts-code-way = パスワードを使わずにログイン
accounts-code-title = 確認コードでログイン
accounts-code-lead = 登録したメールアドレスに、6桁の確認コードをお送りします。
accounts-code-ask = コードを送信する
accounts-code-enter-title = 確認コードの入力
accounts-code-enter-lead = ご入力のメールアドレスが登録されていれば、6桁の確認コードが届きます。10分以内に入力してください。
accounts-code = 確認コード
accounts-code-required = 確認コードを入力してください
accounts-code-wrong = 確認コードが違うか、有効期限が切れています。5回間違えると、そのコードは使えなくなります
accounts-code-again = コードをもう一度送信する

## 予約の一覧

accounts-greeting = { $name } 様
accounts-bookings-title = ご予約の一覧
accounts-bookings-coming = これから
accounts-bookings-waiting = 確認待ち
accounts-bookings-past = これまで
accounts-bookings-cancelled = キャンセル
accounts-bookings-none-coming = これからのご予約はありません
accounts-bookings-none-waiting = お店の確認を待っているご予約はありません
accounts-bookings-none-past = これまでのご予約はありません
accounts-bookings-none-cancelled = キャンセルしたご予約はありません
accounts-bookings-find = お店を探す
accounts-bookings-again = 同じ内容で予約
accounts-bookings-back = 前のページ
accounts-bookings-more = 次のページ

## メールアドレスの変更

accounts-email-title = メールアドレスの変更
accounts-email-lead = 現在のアドレスは { $email } です。変更には、現在と新しいアドレスの両方での確認が必要です。
accounts-new-email = 新しいメールアドレス
accounts-email-same = 現在と同じメールアドレスです
accounts-email-change = 確認メールを送信する
accounts-email-sent = 現在のアドレスと新しいアドレスに、確認のメールを送信しました。24時間以内に、両方のリンクを開いてください。
accounts-email-agree-title = メールアドレスの変更の確認
accounts-email-agree-lead = { $old } から { $new } に変更します。
accounts-email-agree = 変更を確認する
accounts-email-half-title = 確認しました
accounts-email-half = もう一方のアドレスに届いたメールのリンクも開くと、変更が完了します。
accounts-email-done-title = メールアドレスを変更しました
accounts-email-done = 次回から { $email } でログインしてください。
accounts-email-gone = すでに使われたか、有効期限が切れています。もう一度、変更の手続きをしてください。
accounts-email-taken = このメールアドレスは使えませんでした。変更していません。

## 本人の再確認

accounts-confirm-title = 本人確認
accounts-confirm-lead = 大切な設定を変更するため、もう一度パスワードを入力してください。
accounts-confirm = 続ける
accounts-confirm-no-password = パスワードを設定していないため、確認コードでもう一度ログインしてから、操作をやり直してください。

## 2段階認証

accounts-factor-title = 2段階認証
accounts-factor-lead = パスワードに加えて、お手元の端末でも本人を確認します。パスワードが漏れても、ほかの人はログインできません。
accounts-factor-due = オーナーと運営担当者、オーナーが必要と決めたお店のスタッフには、2段階認証が必要です。{ $until }までに設定してください。
accounts-factor-overdue = ご利用を続けるには、2段階認証の設定が必要です。設定が終わると、ほかの画面を開けます。
accounts-factor-demanded = あなたの役割では2段階認証が必要なため、最後の1つは解除できません。
accounts-factor-waiting = 設定が必要です
accounts-app-title = 認証アプリ
accounts-app-none = 設定されていません。
accounts-app-since = { $since }に設定しました。
accounts-app-set-up = 認証アプリを設定する
accounts-app-anew = 別のアプリに変更する
accounts-app-remove = 認証アプリを解除する
accounts-app-set-up-title = 認証アプリの設定
accounts-app-set-up-lead = Google Authenticatorなどの認証アプリで下の図を読み取り、アプリに表示される6桁の数字を入力してください。
accounts-app-drawing = 認証アプリで読み取るQRコード
accounts-app-by-hand = 読み取れないときは、このキーを入力してください:
accounts-app-code = アプリに表示された6桁の数字
accounts-app-code-required = アプリに表示された6桁の数字を入力してください
accounts-app-code-wrong = 数字が違います。アプリに今表示されている数字を入力してください。何度も違うときは、端末の時計を確認してください
accounts-app-confirm = 設定を完了する
accounts-codes-title = リカバリーコード
accounts-codes-lead = 認証アプリやパスキーを使えなくなったときに、代わりに入力するコードです。1つにつき1回だけ使えます。印刷するか書き写して、端末とは別の場所に保管してください。
accounts-codes-left = 残り{ $left }個
accounts-codes-show = リカバリーコードを表示する
accounts-codes-none = 使えるコードが残っていません。新しいコードを作ってください。
accounts-codes-renew = 新しいコードを作る(今のコードは無効になります)
accounts-codes-kept = 保管した
accounts-step-title = 2段階認証
accounts-step-lead = 認証アプリに表示された6桁の数字を入力してください。
accounts-step-code = 確認コード
accounts-step-hint = アプリを使えないときは、リカバリーコードを入力してください
accounts-step-required = 確認コードを入力してください
accounts-step-wrong = 確認コードが違うか、すでに使われています

## パスキー

accounts-passkey-way = パスキーでログイン
accounts-passkey-title = パスキーでログイン
accounts-passkey-lead = 端末の画面の案内に従って、指紋や顔、画面ロックで確認してください。
accounts-passkey-again = もう一度試す
accounts-passkey-failed = パスキーを確認できませんでした。もう一度お試しいただくか、別の方法でログインしてください。
accounts-passkey-no-script = パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。
accounts-passkey-unknown = このパスキーではログインできませんでした。もう一度お試しいただくか、別の方法でログインしてください。
accounts-passkeys-title = パスキー
accounts-passkeys-lead = 指紋や顔、画面ロックでログインできます。パスワードも確認コードも要りません。
accounts-passkey-add = パスキーを追加する
accounts-passkey-add-title = パスキーの追加
accounts-passkey-add-lead = 端末の画面の案内に従って、この端末にパスキーを保存してください。
accounts-passkey-remove = 削除する
accounts-passkey-since = 追加: { $since }
