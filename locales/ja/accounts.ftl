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
