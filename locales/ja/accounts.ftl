# 人と、その入り口。

accounts-sign-in-title = ログイン
accounts-sign-in = ログインする
accounts-sign-out = ログアウト
accounts-email = メールアドレス
accounts-password = パスワード
accounts-password-required = パスワードを入力してください
accounts-sign-in-wrong = メールアドレスまたはパスワードが違います。確認して、もう一度入力してください

## 働いているところ

accounts-places-title = 店舗の選択
accounts-places-way = 店舗の画面を開く
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
accounts-session-last = 最終利用: { $at }
accounts-session-began = ログイン: { $at }
accounts-session-network = IPアドレス: { $address }
accounts-session-place = 場所（IPアドレスからの推定）: { $place }
accounts-session-same-network = この端末と同じネットワーク
accounts-place-city = { $country } { $region } { $city }
accounts-place-region = { $country } { $region }
accounts-session-end = ログアウトさせる

## 新しいアカウント

accounts-name = お名前
accounts-new-password = 新しいパスワード
accounts-new-password-hint = 8文字以上。文字の種類に決まりはありません。長い文章も使えます
accounts-new-password-required = パスワードを入力してください
accounts-new-password-short = パスワードは8文字以上で入力してください
accounts-new-password-long = パスワードは128文字以内で入力してください
accounts-new-password-same = 現在と同じパスワードです。別のパスワードを入力してください
accounts-new-password-easy = 推測されやすいパスワードです。別のパスワードを入力してください
accounts-sign-up-title = 新規登録
accounts-sign-up-lead = 登録しなくても予約できます。登録すると、ご予約をまとめて確認できます。
accounts-sign-up-shop-title = お店の登録
accounts-sign-up-shop-lead = はじめに、お店を管理する方のアカウントを作ります。メールアドレスの確認が済むと、業種を選ぶ画面に進みます。
accounts-sign-up = 登録する
accounts-sign-up-way = 新規登録
accounts-sign-in-way = ログイン
accounts-sent-title = メールを送信しました
accounts-sent-sign-up = ご入力のメールアドレスに確認メールを送信しました。24時間以内に、メールのリンクを開いて登録を完了してください。
accounts-sent-sign-up-shop = ご入力のメールアドレスに確認メールを送信しました。24時間以内にメールのリンクを開くと、お店の登録に進みます。
accounts-sent-reset = ご入力のメールアドレスが登録されていれば、パスワードを再設定するためのメールが届きます。1時間以内にメールのリンクを開いてください。
accounts-sent-nothing = 届かないときは、迷惑メールのフォルダーと、入力したメールアドレスをご確認ください。
accounts-sent-to = 送信先: { $email }
accounts-sent-both = { $old }、{ $new }
accounts-sent-again = もう一度送信する
accounts-sent-again-note = 届くまでに数分かかることがあります。もう一度送信すると、前のメールは使えなくなることがあります。届いた中で一番新しいメールをお使いください。
accounts-link-gone-title = このリンクは使えません
accounts-verification-title = メールアドレスの確認
accounts-verification-lead = { $email } の登録を完了します。登録のときに決めたパスワードを入力してください。
accounts-verification-lead-here = { $email } の登録を完了します。
accounts-verification = 確認してログインする
accounts-verification-gone = すでに使われたか、有効期限が切れています。ログインしてください。メールアドレスの確認がまだのときは、新しいメールをお送りします。

## パスワード

accounts-password-wrong = パスワードが違います。もう一度入力してください
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
accounts-reset-gone = すでに使われたか、有効期限が切れています。もう一度、再設定の手続きをしてください。

## 確認コードでログイン

accounts-code-way = パスワードを使わずにログイン
accounts-code-title = 確認コードでログイン
accounts-code-lead = 登録したメールアドレスに、6桁の確認コードをお送りします。
accounts-code-ask = コードを送信する
accounts-code-enter-title = 確認コードの入力
accounts-code-enter-lead = ご入力のメールアドレスが登録されていれば、6桁の確認コードが届きます。10分以内に入力してください。
accounts-code = 確認コード
accounts-code-required = 確認コードを入力してください
accounts-code-wrong = 確認コードが違うか、有効期限が切れています。入力し直すか、新しいコードを送信してください。5回間違えると、そのコードは使えなくなります
accounts-code-other = 別のメールアドレスに送信する

## 予約の一覧

accounts-greeting = { $name } 様
accounts-bookings-title = ご予約の一覧
accounts-bookings-coming = これから
accounts-bookings-waiting = 確認待ち
accounts-bookings-past = これまで
accounts-bookings-cancelled = キャンセル済み
accounts-bookings-none-coming = これからのご予約はありません
accounts-bookings-none-waiting = お店の確認を待っているご予約はありません
accounts-bookings-none-past = これまでのご予約はありません
accounts-bookings-none-cancelled = キャンセル済みのご予約はありません
accounts-bookings-find = お店を探す
accounts-bookings-for = { $name } 様のご予約
accounts-bookings-number = 予約番号 { $number }
accounts-bookings-again = 同じ内容で予約する
accounts-bookings-back = 前のページ
accounts-bookings-more = 次のページ

## メールアドレスの変更

accounts-email-title = メールアドレスの変更
accounts-email-lead = 現在のアドレスは { $email } です。変更するには、現在のアドレスと新しいアドレスの両方で確認が必要です。
accounts-new-email = 新しいメールアドレス
accounts-email-same = 現在と同じメールアドレスです。別のアドレスを入力してください
accounts-email-change = 確認メールを送信する
accounts-email-sent = 現在のアドレスと新しいアドレスに、確認のメールを送信しました。24時間以内に、両方のリンクを開いてください。
accounts-email-agree-title = メールアドレスの変更の確認
accounts-email-agree-lead = メールアドレスを { $old } から { $new } に変更します。
accounts-email-agree = 変更を確認する
accounts-email-half-title = 確認しました
accounts-email-half = もう一方のアドレスに届いたメールのリンクも開くと、変更が完了します。
accounts-email-already = このアドレスは確認済みです。もう一方のアドレスに届いたメールのリンクを開いてください。
accounts-email-done-title = メールアドレスを変更しました
accounts-email-done = 次回から { $email } でログインしてください。
accounts-email-gone = すでに使われたか、有効期限が切れています。もう一度、変更の手続きをしてください。
accounts-email-taken = このメールアドレスは使えないため、変更していません。別のアドレスで、もう一度お手続きください。

## 本人の再確認

accounts-confirm-title = パスワードの再確認
accounts-confirm-lead = 大切な設定を変更するため、もう一度パスワードを入力してください。
accounts-confirm = 続ける
accounts-confirm-by-passkey = パスワードを設定していないため、パスキーまたは確認コードでもう一度ログインしてから、操作をやり直してください。
accounts-confirm-no-password = パスワードを設定していないため、確認コードでもう一度ログインしてから、操作をやり直してください。

## 2段階認証

accounts-factor-title = 2段階認証
accounts-factor-lead = パスワードのほかに、お手元の端末でもご本人かどうかを確認します。パスワードが漏れても、ほかの人はログインできません。
accounts-factor-due = オーナーと運営の担当者、オーナーが必須と決めた店舗のスタッフは、2段階認証の設定が必要です。{ $until }までに設定してください。
accounts-factor-notice = { $day }までに2段階認証の設定が必要です。期限を過ぎると、設定が終わるまでほかの画面を開けません。
accounts-factor-notice-way = 設定する
accounts-factor-overdue = ご利用を続けるには、2段階認証の設定が必要です。設定が終わると、ほかの画面を開けます。
accounts-factor-demanded = この役割では2段階認証が必須です。今の方法を解除するときは、先に別の方法を設定してください。
accounts-factor-waiting = 設定が必要です
accounts-factor-elsewhere = ほかに{ $count }台の端末でログインしています。認証方法を変えた後は、ほかの端末をいったんログアウトすると安心です。
accounts-app-title = 認証アプリ
accounts-app-none = 設定されていません。
accounts-app-since = { $since }に設定しました。
accounts-app-set-up = 認証アプリを設定する
accounts-app-anew = 別のアプリに変更する
accounts-app-remove = 認証アプリを解除する
accounts-app-remove-title = 認証アプリの解除
accounts-app-remove-lead = 解除すると、ログインのときに認証アプリの数字を使えなくなります。もう一度使うには、設定し直してください。
accounts-app-set-up-title = 認証アプリの設定
accounts-app-set-up-lead = Google Authenticatorなどの認証アプリで下のQRコードを読み取り、アプリに表示される6桁の数字を入力してください。
accounts-app-drawing = 認証アプリで読み取るQRコード
accounts-app-by-hand = 読み取れないときは、このセットアップキーを認証アプリに入力してください:
accounts-app-open = この端末の認証アプリで開く
accounts-app-code = アプリに表示された6桁の数字
accounts-app-code-required = アプリに表示された6桁の数字を入力してください
accounts-app-code-wrong = 数字が違います。アプリに今表示されている数字を入力してください。何度も違うときは、端末の時計を確認してください
accounts-app-confirm = 設定を完了する
accounts-codes-title = リカバリーコード
accounts-codes-lead = 認証アプリやパスキーを使えなくなったときに、代わりに入力するコードです。1つにつき1回だけ使えます。印刷するか書き写して、端末とは別の場所に保管してください。
accounts-codes-left = 残り{ $left }個
accounts-codes-show = リカバリーコードを表示する
accounts-codes-none = 使えるコードが残っていません。新しいコードを作ってください。
accounts-codes-renew = 新しいコードを作る（今のコードは無効になります）
accounts-codes-renew-title = リカバリーコードの再作成
accounts-codes-renew-lead = 新しいコードを作ると、今のコードはすべて使えなくなります。新しいコードは、印刷するか書き写して保管してください。
accounts-codes-kept = 保管しました
accounts-step-title = 2段階認証
accounts-step-lead = 認証アプリに表示された6桁の数字を入力してください。
accounts-step-code = 確認コード
accounts-step-hint = アプリを使えないときは、リカバリーコードを入力してください
accounts-step-other = 別の方法でログインする
accounts-step-required = 確認コードを入力してください
accounts-step-wrong = 確認コードが違うか、すでに使われています。アプリに今表示されている数字か、別のリカバリーコードを入力してください
## パスキー

accounts-passkey-way = パスキーでログイン
accounts-passkey-title = パスキーでログイン
accounts-passkey-lead = 端末の画面の案内に従って、指紋や顔、画面ロックで確認してください。
accounts-passkey-again = もう一度試す
accounts-passkey-failed = パスキーを確認できませんでした。もう一度お試しいただくか、別の方法でログインしてください。
accounts-passkey-no-script = パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。
accounts-passkey-unknown = このパスキーではログインできませんでした。もう一度お試しいただくか、別の方法でログインしてください。
accounts-passkeys-title = パスキー
accounts-passkeys-lead = 指紋や顔、画面ロックでログインできます。パスワードや確認コードの入力は不要です。
accounts-passkey-add = パスキーを追加する
accounts-passkey-add-title = パスキーの追加
accounts-passkey-add-lead = 端末の画面の案内に従って、この端末にパスキーを保存してください。
accounts-passkey-remove = 削除する
accounts-passkey-remove-title = パスキーの削除
accounts-passkey-remove-lead = 「{ $name }」のパスキーではログインできなくなります。端末に残ったパスキーは、端末の設定から削除してください。
accounts-passkey-since = 追加: { $since }

## ほかのサービスでログイン

accounts-with = { $provider }でログイン
accounts-with-sign-up = { $provider }で登録
accounts-with-others = ほかのログイン方法
accounts-with-going-title = { $provider }へ移動します
accounts-with-going = 自動で移動しないときは、下のボタンを押してください。
accounts-with-go = { $provider }へ進む
accounts-with-failed-title = { $provider }でログインできませんでした
accounts-with-denied = { $provider }でのログインが中止されました。もう一度試すか、ほかの方法でログインしてください。
accounts-with-stale = 開始から時間がたったか、別のブラウザーで開かれました。もう一度、はじめからお試しください。
accounts-with-refused = { $provider }でのログインを確認できませんでした。もう一度、はじめからお試しください。
accounts-with-unreachable = { $provider }につながりません。しばらくしてから試すか、ほかの方法でログインしてください。
accounts-with-known-title = すでにアカウントがあります
accounts-with-known = { $email } はすでに登録されています。いつもの方法で一度ログインすると、{ $provider }と連携できます。次回からは{ $provider }でログインできます。
accounts-with-new-title = アカウントの作成
accounts-with-new-proved = { $email } のアカウントを作成します。次回から{ $provider }でログインできます。
accounts-with-new-unproved = { $provider }でログインできるアカウントを作成します。メールアドレスの確認のため、6桁の確認コードをお送りします。
accounts-with-create = アカウントを作成する
accounts-with-has-one = アカウントをお持ちの方

## ログイン方法

accounts-identities-title = ログイン方法
accounts-identities-password = メールアドレスとパスワードでログインできます。
accounts-identities-no-password = パスワードは設定されていません。
accounts-identities-add = ほかのサービスとの連携
accounts-identity-add = { $provider }と連携する
accounts-identity-since = 連携: { $at }
accounts-identity-unlink = 連携を解除する
accounts-identity-title = { $provider }との連携
accounts-identity-lead = { $email } のアカウントに、{ $provider }でログインできるようにします。
accounts-identity-lead-as = { $email } のアカウントに、{ $provider }（{ $known }）でログインできるようにします。
accounts-identity-link = 連携する
accounts-identity-taken = この{ $provider }アカウントは、別のアカウントと連携しています。先にそのアカウントで連携を解除するか、ほかの{ $provider }アカウントをお使いください。
accounts-identity-expired-title = もう一度お試しください
accounts-identity-expired = 開始から時間がたったか、手続きがすでに済んでいます。はじめからお試しください。

## アカウント

accounts-profile-title = アカウント
accounts-profile-bookings = ご予約
accounts-profile-safety = ログインとセキュリティ
accounts-profile-data = ご自身の情報
accounts-profile-change = 変更する
accounts-profile-unset = 未登録
accounts-profile-language = メールの言語
accounts-profile-language-hint = アカウントについてのメールに使います。ご予約のメールは、「メールの受け取り」で選ばない限り、予約したときの言語でお送りします
accounts-profile-letters-title = お送りするメール
accounts-profile-edit-title = 登録内容の変更
accounts-profile-edit-lead = ここで変更しても、これまでのご予約に書かれたお名前や電話番号は変わりません。
accounts-profile-called = お呼びする名前
accounts-profile-called-hint = 空欄のときは、姓と名を使います
accounts-receipt = 領収書の宛名
accounts-receipt-hint = 会社名や「上様」など。空欄のときは、ご自身のお名前にします。お店が領収書を発行するときに使います
accounts-receipt-own = { $name } 様
accounts-receipt-unset = 未登録のため、お名前を使います
accounts-profile-save = 保存する

## メールの受け取り

accounts-messages-title = メールの受け取り
accounts-messages-always = ご予約の確定、お店による変更・キャンセル、キャンセル料、アカウントの安全に関わるメールは停止できません。広告のメールはお送りしていません。
accounts-messages-language = ご予約のメールの言語
accounts-messages-language-booked = 予約したときの言語
accounts-messages-language-own = いつも{ $language }（アカウントの「メールの言語」）
accounts-messages-language-change = 「メールの言語」を変更する
accounts-messages-calendar = カレンダー用のファイルを添付する
accounts-messages-calendar-hint = ご予約のメールに付く、予定表に登録するためのファイル（.ics）です
accounts-messages-text = 文字だけのメールで受け取る
accounts-messages-text-hint = 文字の飾りやボタンのない、テキスト形式でお送りします
accounts-messages-own-acts = ご自身が変更・キャンセルしたときも、メールを受け取る
accounts-messages-own-acts-hint = 外すと、ログインして変更・キャンセルしたご予約のメールは届きません。キャンセル料がかかるときは、外していてもお送りします

## いっしょに予約する人

accounts-family-title = ご家族などの登録
accounts-family-lead = ご自身以外の方の予約をするときに選べます。ここで登録した内容のうち、お店に伝わるのはお名前だけです。
accounts-family-none = まだ登録されていません
accounts-family-add = ご家族などを追加する
accounts-family-full = 登録できるのは{ $most }名までです
accounts-family-born = { NUMBER($year, useGrouping: "false") }年生まれ
accounts-family-edit = { $name } 様の登録を変更する
accounts-family-edit-title = ご家族などの登録の変更
accounts-family-remove = 削除する
accounts-family-remove-title = 登録の削除
accounts-family-remove-lead = { $name } 様を一覧から削除します。これまでのご予約は変わりません。
accounts-family-form-lead = 予約をするときに必要なことだけをお伺いします。
accounts-family-relation = 続柄
accounts-family-relation-required = 続柄を選んでください
accounts-family-relation-spouse = 配偶者
accounts-family-relation-child = 子ども
accounts-family-relation-parent = 親
accounts-family-relation-sibling = きょうだい
accounts-family-relation-other = その他
accounts-family-relation-choose = 選んでください
accounts-family-birth-year = 生まれた年
accounts-family-birth-year-hint = 例: 2018、平成30年
accounts-family-birth-year-form = 生まれた年は西暦4桁か元号で入力してください（例: 2018、平成30年）
accounts-family-save = 保存する
accounts-family-fill-title = どなたのご予約ですか
accounts-family-fill-lead = 選んだ方のお名前と、ご自身の連絡先を予約の入力欄に入れます。お店に送る前に確認・変更できます。
accounts-family-fill-who = ご利用になる方
accounts-family-fill-self = ご自身
accounts-family-fill = この内容で入力する
accounts-family-fill-back = 登録を使わずに入力する

## 情報の写し

accounts-export-title = ご自身の情報のダウンロード
accounts-export-lead = このサービスで保管している、ご自身についての情報を1つのファイル（JSON形式）でお渡しします。登録内容、ご家族の一覧、ご予約とその経過、お店のお客様カードとその備考、お送りしたメールの記録、お支払い、口コミ、ログインの記録が入っています。
accounts-export-left-out = パスワードなどの認証情報と、お店のスタッフどうしの連絡メモは入っていません。メモにはほかの方のことが書かれている場合があるため、開示は各お店にご請求ください。
accounts-export-letter = ダウンロードすると、お知らせのメールをお送りします。1日に3回までご利用いただけます。
accounts-export-starts = ボタンを押すと、この画面のままダウンロードが始まります。
accounts-export = ダウンロードする

## 退会

accounts-erase-title = 退会
accounts-erase-lead = アカウントと、ご自身の情報を消去します。退会すると元に戻せません。
accounts-erase-goes = 消去するもの
accounts-erase-goes-account = アカウント、お名前、連絡先、ご家族の一覧、ログインの記録
accounts-erase-goes-cards = 各お店のお客様カードにある、お名前・フリガナ・メールアドレス・電話番号・備考
accounts-erase-goes-words = ご予約に書かれたご要望、お店のメモ、キャンセルの理由、お送りしたメールの宛先。メールのリンクからは、予約のページを開けなくなります
accounts-erase-stays = 残るもの
accounts-erase-stays-figures = ご予約の日時・内容・金額（お名前のない記録として、お店の帳簿のために残ります）
accounts-erase-stays-phone = お電話だけで承り、メールアドレスのない予約のお客様カード（各お店にご請求ください）
accounts-erase-stays-law = クリニックの診療録など、法律でお店が保存する記録（このサービスでは扱っていません）
accounts-erase-first = 退会の前に必要なこと
accounts-erase-admin = 運営の担当者は、ほかの担当者に権限を外してもらってから退会できます。
accounts-erase-owner = { $shop }のオーナーです。別の方に引き継ぐか、お店の利用を終了してから退会できます。
accounts-erase-seat = { $shop }のスタッフです。お店の管理者に登録を外してもらってから退会できます。
accounts-erase-bookings = これからのご予約が残っています。キャンセルするか、ご利用が終わってから退会できます。
accounts-erase-booking = { $shop } { $when }
accounts-erase-payment = 処理中のお支払いがあります。完了してから退会できます。
accounts-erase-word = 退会する
accounts-erase-word-label = 確認のため「{ $word }」と入力してください
accounts-erase-word-wrong = 確認の言葉が違います。表示されているとおりに入力してください
accounts-erase = 退会して情報を消去する
accounts-erase-done-title = 退会しました
accounts-erase-done = アカウントを消去し、すべての端末からログアウトしました。確認のメールをお送りしています。
accounts-erase-done-shops = 各お店にある情報も、順に消去しています。通常は数分で終わります。

## 表示と操作

accounts-display-title = 表示とショートカット
accounts-display-work = 仕事の画面
accounts-display-lead = 店舗側の画面（予約表・台帳・設定）の見え方です。今お使いのブラウザーだけに保存されます。
accounts-display-theme = 画面の明るさ
accounts-display-device = 端末の設定に合わせる
accounts-display-light = 明るい
accounts-display-dark = 暗い
accounts-display-large = 大きい文字で表示する
accounts-display-large-hint = 文字もボタンも、ひとまわり大きくなります
accounts-display-keys = ショートカットキーを使う
accounts-display-keys-hint = 文字を入力しているあいだは働きません
accounts-keys-title = ショートカットの一覧
accounts-keys-lead = どのキーにも、同じ働きのボタンが画面にあります。
accounts-key-search = お客様・予約・メニューを探す
accounts-key-new = 予約を追加
accounts-key-today = 今日の予約
accounts-key-print = 予約表を印刷
accounts-key-day = 予約表を担当別に表示
accounts-key-week = 予約表を週で表示
accounts-key-list = 予約表をリストで表示
accounts-key-earlier = 前の日・週・月
accounts-key-later = 次の日・週・月
accounts-key-arrived = 選んでいる予約を来店にする
accounts-key-edit = 選んでいる予約を開く。予約の画面では、予約を変更
accounts-key-help = この一覧
