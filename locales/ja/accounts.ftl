# 人と、その入り口。

accounts-sign-in-title = ログイン
accounts-sign-in = ログインする
accounts-sign-out = ログアウト
accounts-email = メールアドレス
accounts-password = パスワード
accounts-password-required = パスワードを入力してください
accounts-sign-in-wrong = メールアドレスまたはパスワードが違います
accounts-for-shops = お店の方
