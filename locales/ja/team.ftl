# 店で働く人と、その権限。短い名詞と動詞で書く。

team-title = スタッフと権限
team-nav = スタッフ
team-invite = スタッフを招待
team-since = { $when }から
team-left-at = { $when }まで
team-column = 予約表の列: { $name }
team-column-none = 予約表の列なし
team-adjusted = 個別の権限あり
team-you = 自分
team-closed = 停止中（運営）
team-open = 設定
team-left = 以前のスタッフ（{ $count }名）

## 招待

team-pending = 返事待ちの招待
team-pending-until = { $when }まで有効
team-pending-over = 期限切れ
team-send-again = もう一度送る
team-withdraw = 取り消す
team-invite-lead = 入力したアドレスに招待メールを送ります。リンクは7日間有効です。
team-name = お名前
team-email = メールアドレス
team-email-required = メールアドレスを入力してください
team-role = 役割
team-role-required = 役割を選んでください
team-field-column = 予約表の列
team-no-column = なし
team-language = メールの言語
team-invite-submit = 招待メールを送る
team-seated = このアドレスの人は、すでにこの店舗のスタッフです

## 一人

team-member-title = { $name } さんの権限
team-role-save = 役割を保存
team-role-hint = 役割を変えると、個別に変えた権限はその役割のものに戻ります
team-rights = できること
team-table-title = 役割ごとにできること
team-table-lead = 「スタッフ」の各自の設定では、一人ずつ変えることもできます。
team-table-yes = できる
team-table-no = できない
team-rights-lead = 役割ごとに決まっています。この人だけ変えるときは、チェックを付け外しします。
team-rights-save = 権限を保存
team-rights-owner = オーナーは、すべての操作ができます。
team-by-role-yes = { $role }: できる
team-by-role-no = { $role }: できない
team-right-bookings-read = 予約表と予約を見る
team-right-contacts-read = お客様の電話番号とメールアドレスを見る
team-right-bookings-progress = 来店・完了などの状態を変える
team-right-bookings-note = スタッフ用メモを書く
team-right-bookings-create = 予約を追加する
team-right-bookings-move = 予約の日時と担当を変える
team-right-bookings-cancel = 予約をキャンセルする
team-right-bookings-overbook = ほかの予約に重ねて予約を入れる
team-right-fees-waive = キャンセル料を免除する
team-right-payments-take = 会計をして、領収書を発行する
team-right-takings-read = 売上見込みを見る
team-right-team-manage = スタッフの招待と権限の変更をする
team-right-devices-manage = 店舗のタブレットを登録する
team-right-customers-read = お客様の名簿・履歴・メモを見る
team-right-customers-write = お客様の登録・変更・統合・予約制限をする
team-right-customers-move = お客様の名簿を取り込む・書き出す
team-right-schedule-block = 予約を入れない時間を作る
team-right-schedule-manage = 営業時間・休業日・シフトを変える
team-right-catalog-manage = メニュー・料金・設備を変える
team-right-business-manage = 店舗情報と予約の受け方を変える
team-last-owner = オーナーは1名以上必要です。先にほかの人をオーナーにしてください
team-leave = スタッフから外す
team-leave-section = 退職・異動
team-leave-title = { $name } さんをスタッフから外す
team-leave-lead = この人はすぐにこの店舗の画面を開けなくなり、すべての端末からログアウトされます。これまでの記録は残ります。
team-leave-self = 自分をスタッフから外すと、この店舗の画面を開けなくなり、すべての端末からログアウトされます。戻るには、ほかのオーナーからの招待が必要です。
team-leave-submit = スタッフから外す
team-leave-keep = 戻る

## 招待を受けた人

team-invitation-title = { $place }への招待
team-invitation-lead = { $place }に「{ $role }」として参加できます。
team-invitation-accept = 参加する
team-invitation-new = { $email } でアカウントを作ります。お名前とパスワードを決めてください。
team-invitation-new-submit = アカウントを作って参加する
team-invitation-sign-in = { $email } のアカウントがすでにあります。ログインすると参加できます。
team-invitation-other = この招待は { $email } あてです。今は { $name } さんとしてログインしています。ログアウトしてから、メールのリンクをもう一度開いてください。
team-invitation-gone = すでに使われたか、取り消されたか、有効期限が切れています。お店の方に、もう一度招待を送ってもらってください。
team-invitation-seated = すでにこのお店のスタッフです。

## 店舗のタブレット

team-devices = 店舗のタブレット
team-devices-lead = 店舗に置くタブレットを登録すると、スタッフは自分の名前を選び、PIN（暗証番号）だけで予約の画面を使えます。15分間使わないとロックされます。
team-devices-none = 登録したタブレットはありません。
team-device-name = タブレットの名前
team-device-name-hint = 例: 受付のタブレット
team-device-name-required = タブレットの名前を入力してください
team-device-enrol = この端末を登録してログアウト
team-device-revoke = 登録を取り消す
team-device-since = 登録: { $when }
team-device-used = 最終利用: { $when }
team-device-unused = まだ使われていません
team-pin-nav = タブレットのPIN
team-pin-title = タブレットのPIN
team-pin-lead = 店舗のタブレットで使う、4〜8桁の数字を決めてください。タブレットで5回間違えてロックされたときも、ここで決め直すと使えるようになります。
team-pin = PIN（暗証番号）
team-pin-again = PIN（確認のためもう一度）
team-pin-digits = 4〜8桁の数字で入力してください
team-pin-required = PINを入力してください
team-pin-easy = 推測されやすいPINです。別の数字にしてください
team-pin-differs = PINが一致していません。同じPINを2回入力してください
team-pin-save = PINを保存
team-counter-title = 名前を選ぶ
team-counter-nobody = PINを決めたスタッフがまだいません。自分の端末でログインし、PINを決めてください。
team-counter-missing = 名前がないときは、自分の端末でログインし、「タブレットのPIN」を決めてください。
team-counter-enter-title = { $name } さん
team-counter-enter = 始める
team-counter-back = 名前を選び直す
team-counter-wrong = PINが違います。残り{ $left }回間違えると、このタブレットでは使えなくなります
team-counter-locked = PINを5回間違えたため、このタブレットではロックされています。自分の端末でパスワードを使ってログインし、PINを決め直してください
team-counter-passkey-way = パスキーで入る
team-counter-passkey-title = パスキーで入る
team-counter-passkey-lead = 画面の案内に従って、指紋や顔、画面ロックで確認してください。
team-counter-passkey-again = もう一度試す
team-counter-passkey-back = 名前を選ぶ画面に戻る
team-counter-passkey-no-script = パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。
team-counter-passkey-failed = パスキーを確認できませんでした。もう一度試すか、名前を選んでPINで入ってください。
team-counter-passkey-unknown = このパスキーでは、このタブレットに入れません。この店舗のスタッフとして登録したアカウントのパスキーを使うか、名前を選んでPINで入ってください
team-counter-lock = ロック（交代する）

## 2段階認証

team-factor-optional = オーナーは必須、スタッフは任意です。
team-factor-demand = 全員必須にする
team-factor-since = { $since }から全員必須です。まだ設定していない人は、猶予期間が終わると設定が必要になります。
team-factor-stop = スタッフは任意に戻す
