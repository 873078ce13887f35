# テストメール: お店の管理の画面、運営の画面、コマンド、メールの文面

mailtest-title = テストメール
mailtest-arrive = メールが届くか確認する
mailtest-lead = ご自分のアカウントのメールアドレスにテストメールを送り、届くかどうかを確認できます。
mailtest-limit = 1日{ $most }通まで送れます。
mailtest-send = テストメールを送る
mailtest-look = 結果を確認する
mailtest-sent = 最近のテスト
mailtest-none = この30日間に送ったテストメールはありません。
mailtest-never = 未確認
mailtest-result = 結果
mailtest-answer = メールサーバーの応答:

mailtest-circuit = メールサーバーの状態
mailtest-circuit-stands = 送信
mailtest-circuit-open = メールサーバーにつながらないため、止めています。{ $until }以降に1通で試し、つながればすべて送ります。
mailtest-circuit-failing = 続けて失敗しています。
mailtest-circuit-failures = 続けて失敗した回数
mailtest-circuit-times = { $count }回
mailtest-circuit-why = 直近の理由

mailtest-standing-waiting = 送信中
mailtest-standing-gone = 受付済み
mailtest-standing-failed = 送信失敗
mailtest-standing-lost = 不明
mailtest-waiting = テストメールを送っています。少し待ってから結果をご確認ください。
mailtest-gone = メールサーバーがメールを受け付けました。数分たっても受信トレイに届かないときは、迷惑メールのフォルダーをご確認ください。
mailtest-lost = 結果を記録できませんでした。もう一度お送りください。

mailtest-shop-address = このメールアドレスでは受け取れないと、メールサーバーから応答がありました。アカウントのメールアドレスに誤りがないか、受信ボックスの容量に空きがあるかをご確認ください。
mailtest-shop-letter = メールアドレスは受け付けられましたが、メールの受け取りを断られました。迷惑メールと判定された可能性があります。
mailtest-shop-later = メールサーバーが今は受け付けていません。30分ほどおいてからお試しください。
mailtest-shop-unproved = アカウントのメールアドレスの確認がまだ済んでいません。先に確認のメールを開いてください。
mailtest-shop-house = 現在、メールの送信に不具合が起きています。お店の設定が原因ではありません。時間をおいてからお試しください。

mailtest-stage-connect = 接続
mailtest-stage-greeting = サーバーの応答
mailtest-stage-hello = サーバーの対応機能
mailtest-stage-encrypt = 暗号化
mailtest-stage-sign-in = 認証
mailtest-stage-sender = 差出人
mailtest-stage-address = 宛先
mailtest-stage-letter = 本文

mailtest-trouble-no-server = メールサーバーが設定されていないため、メールは外に送られません。OC_SMTP_URLを設定してください。
mailtest-trouble-settings = メールの作成または署名ができませんでした。OC_SMTP_URL、OC_MAIL_FROM、OC_DKIMで始まる設定と宛先を確認してください。
mailtest-trouble-unknown-host = メールサーバーの名前が見つかりません。OC_SMTP_URLのホスト名と、このサーバーのDNSの設定を確認してください。
mailtest-trouble-unreachable = メールサーバーに接続できません。OC_SMTP_URLのホスト名とポート番号、ファイアウォールを確認してください（25番はふさがれていることが多いため、587番か465番をお使いください）。
mailtest-trouble-silent = メールサーバーから時間内に応答がありません。ポート番号を確認してください。465番はsmtps://、587番はsmtp://と?tls=requiredを使います。
mailtest-trouble-not-smtp = このポートの応答はSMTPとして読めません。OC_SMTP_URLのポート番号を確認してください。
mailtest-trouble-unwelcome = メールサーバーがこのサーバーからの接続を拒否しています。IPアドレスの許可をメールサーバーの管理者に依頼し、DNSの逆引きが設定されているか確認してください。
mailtest-trouble-not-encrypted = このポートではメールサーバーが暗号化（STARTTLS）に対応していません。smtps://と465番、または別のポートをお使いください。
mailtest-trouble-not-trusted = 暗号化した接続ができませんでした。メールサーバーの証明書がOC_SMTP_URLのホスト名に対して有効で、認証局が発行したものであることと、ポート番号が正しいことを確認してください。
mailtest-trouble-no-sign-in = メールサーバーがここではパスワードでの認証に対応していません。暗号化が必要な場合が多いため、smtps://、またはsmtp://と?tls=requiredをお使いください。
mailtest-trouble-password = ログイン名またはパスワードが拒否されました。OC_SMTP_URLを確認してください。記号はパーセントエンコードが必要です。アプリパスワードが必要なサービスもあります。
mailtest-trouble-sender = 差出人が拒否されました。OC_MAIL_FROMには、このメールアカウントから送れるアドレスを設定してください。
mailtest-trouble-address = 宛先が拒否されました。メールアドレスを確認してください。応答に「relay」とあるときは、認証が必要です。
mailtest-trouble-letter = メールの受け取りが拒否されました。SPF・DKIM・DMARCの設定（omotenashi dkim）とサーバーの応答を確認してください。
mailtest-trouble-later = メールサーバーが今は受け付けていません。初めての送信（グレイリスト）や送信が多いときによくあります。30分ほどおいてからお試しください。
mailtest-trouble-unproved = アカウントのメールアドレスの確認がまだ済んでいません。先に確認のメールを開いてください。

mailtest-letter-subject = テストメール
mailtest-letter-text =
    これはテストメールです。受信トレイに届いていれば、メールは正しく送られています。

    迷惑メールのフォルダーに入っていたときは、「迷惑メールではない」と指定してください。
