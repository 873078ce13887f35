# 人と、その入り口。

accounts-sign-in-title = ログイン
accounts-sign-in-lead = お店のスタッフとオーナーの方はこちらから。
accounts-sign-in = ログインする
accounts-sign-out = ログアウト
accounts-email = メールアドレス
accounts-password = パスワード
accounts-password-required = パスワードを入力してください
accounts-sign-in-wrong = メールアドレスまたはパスワードが違います
accounts-for-shops = お店の方

## 働いているところ

accounts-places-title = お店を選ぶ
accounts-places-none = まだどのお店のスタッフにも登録されていません。お店のオーナーに登録を頼んでください。
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
