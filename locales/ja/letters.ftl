# お客様への手紙。差出人は店、文は事実だけ。広告や、広告につながるリンクは書かない。

letters-from-name = { $shop }（{ -brand }）
letters-greeting = { $tone ->
    [formal] { $name } 様
    [casual] { $name } さま
   *[polite] { $name } 様
}

## 件名。30文字以内。クリニックの件名には内容を書かない。

letters-confirmed-subject = 【予約確定】{ $at } { $shop }
letters-confirmed-subject-clinic = ご予約の確認
letters-changed-subject = 【日時変更】{ $at } { $shop }
letters-changed-staff-subject = 【担当変更】{ $at } { $shop }
letters-changed-subject-clinic = ご予約の変更
letters-cancelled-subject = 【キャンセル完了】{ $at } { $shop }
letters-cancelled-subject-clinic = ご予約のキャンセル
letters-delayed-subject = 【お待たせのお知らせ】{ $at } { $shop }
letters-delayed-subject-clinic = ご予約についてのお知らせ
letters-proposed-subject = 【ご確認のお願い】{ $at } { $shop }
letters-proposed-subject-clinic = ご予約のご確認のお願い

## はじめの一文

letters-confirmed-opening = { $tone ->
    [formal] このたびはご予約を賜り、誠にありがとうございます。次の内容にて確定いたしました。
    [casual] ご予約ありがとうございます。この内容で確定しています。
   *[polite] ご予約ありがとうございます。次の内容で確定しました。
}
letters-confirmed-plain = { $tone ->
    [formal] ご予約は次の内容にて確定いたしました。
    [casual] ご予約はこの内容で確定しています。
   *[polite] ご予約は次の内容で確定しました。
}
letters-confirmed-again = { $tone ->
    [formal] 先ほどお知らせいたしましたキャンセルは、取り消しとなりました。ご予約は次の内容にて確定しております。
    [casual] 先ほどのキャンセルのお知らせは取り消しになりました。ご予約はこの内容で確定しています。
   *[polite] 先ほどお知らせしたキャンセルは取り消されました。ご予約は次の内容で確定しています。
}
letters-changed-by-guest = { $tone ->
    [formal] ご予約の日時の変更を承りました。次の内容にて確定いたしました。
    [casual] ご予約の日時を変更しました。この内容で確定しています。
   *[polite] ご予約の日時の変更を受け付けました。次の内容で確定しました。
}
letters-changed-by-shop = { $tone ->
    [formal] 当店の担当者が、ご予約の日時を変更いたしました。ご都合が合わない場合は、お手数ですが、下のページより変更またはキャンセルをお願いいたします。
    [casual] お店でご予約の日時を変更しました。ご都合が合わないときは、下のページで変更やキャンセルができます。
   *[polite] お店の担当者が、ご予約の日時を変更しました。ご都合が合わないときは、下のページから変更またはキャンセルできます。
}
letters-changed-staff = { $tone ->
    [formal] 当店の担当者が、ご予約の担当を変更いたしました。日時に変更はございません。ご都合が合わない場合は、お手数ですが、下のページより変更またはキャンセルをお願いいたします。
    [casual] お店でご予約の担当を変更しました。日時はそのままです。ご都合が合わないときは、下のページで変更やキャンセルができます。
   *[polite] お店の担当者が、ご予約の担当を変更しました。日時は変わりません。ご都合が合わないときは、下のページから変更またはキャンセルできます。
}
letters-cancelled-by-guest = { $tone ->
    [formal] ご予約のキャンセルを承りました。
    [casual] ご予約をキャンセルしました。
   *[polite] ご予約のキャンセルを受け付けました。
}
letters-cancelled-by-shop = { $tone ->
    [formal] 当店の担当者が、次のご予約をキャンセルいたしました。お心当たりがない場合は、恐れ入りますが当店までご連絡ください。
    [casual] お店で次のご予約をキャンセルしました。お心当たりがないときは、お店にご連絡ください。
   *[polite] お店の担当者が、次のご予約をキャンセルしました。お心当たりがないときは、お店へご連絡ください。
}
letters-cancelled-session = { $tone ->
    [formal] 誠に勝手ながら、当店の都合により、次の回を中止することといたしました。ご予約はキャンセルとなります。深くお詫び申し上げます。
    [casual] お店の都合で、次の回は中止になりました。ご予約はキャンセルになります。申し訳ありません。
   *[polite] お店の都合により、次の回を中止することになりました。ご予約はキャンセルとなります。申し訳ございません。
}
letters-cancelled-too-few = { $tone ->
    [formal] 次の回は、最少開催人数に満たないため、中止することといたしました。ご予約はキャンセルとなります。深くお詫び申し上げます。
    [casual] 次の回は、最少開催人数に届かなかったため中止になりました。ご予約はキャンセルになります。申し訳ありません。
   *[polite] 次の回は、最少開催人数に満たないため中止することになりました。ご予約はキャンセルとなります。申し訳ございません。
}
letters-changed-fee = 変更料 { NUMBER($yen, style: "currency", currency: "JPY") }をご来店時に頂戴します。
letters-cancelled-fee = キャンセル料 { NUMBER($yen, style: "currency", currency: "JPY") }がかかります。
letters-cancelled-no-fee = キャンセル料はかかりません。
letters-delayed = { $tone ->
    [formal] ただいま予定よりお時間をいただいており、ご案内が約{ $minutes }分遅れる見込みでございます。ご予約の時刻より{ $minutes }分ほど後にお越しいただいても差し支えございません。お待たせいたしますこと、深くお詫び申し上げます。
    [casual] 予定より時間がかかっていて、ご案内が約{ $minutes }分遅れそうです。ご予約の時刻より{ $minutes }分ほど遅くお越しいただいても大丈夫です。お待たせして申し訳ありません。
   *[polite] ただいま予定より時間がかかっており、ご案内が約{ $minutes }分遅れる見込みです。ご予約の時刻より{ $minutes }分ほど後にお越しいただいてもかまいません。お待たせして申し訳ございません。
}
letters-delayed-visit = { $tone ->
    [formal] 予定よりお時間をいただいており、お伺いが約{ $minutes }分遅れる見込みでございます。お待たせいたしますこと、深くお詫び申し上げます。
    [casual] 予定より時間がかかっていて、お伺いが約{ $minutes }分遅れそうです。お待たせして申し訳ありません。
   *[polite] 予定より時間がかかっており、お伺いが約{ $minutes }分遅れる見込みです。お待たせして申し訳ございません。
}
letters-proposed-time = { $tone ->
    [formal] 担当者が急きょお休みをいただくこととなり、ご予約の日時にご案内できなくなりました。誠に申し訳ございません。代わりに次の日時をお取りしております。お手数ですが、この日時でよろしいか、別の日時になさるか、キャンセルなさるかを、下のページにてお知らせください。キャンセル料はかかりません。
    [casual] 担当者が急にお休みになり、ご予約の日時にご案内できなくなりました。申し訳ありません。代わりに次の日時をお取りしています。この日時でよいか、別の日時にするか、キャンセルするかを、下のページで教えてください。キャンセル料はかかりません。
   *[polite] 担当者が急きょお休みをいただくことになり、ご予約の日時にご案内できなくなりました。申し訳ございません。代わりに次の日時をお取りしています。この日時でよいか、別の日時にするか、キャンセルするかを、下のページでお知らせください。キャンセル料はかかりません。
}
letters-proposed-staff = { $tone ->
    [formal] ご指名の担当者が急きょお休みをいただくこととなりました。誠に申し訳ございません。同じ日時に、次の担当者がご案内いたします。お手数ですが、この内容でよろしいか、別の日時になさるか、キャンセルなさるかを、下のページにてお知らせください。キャンセル料はかかりません。
    [casual] ご指名の担当者が急にお休みになりました。申し訳ありません。同じ日時に、次の担当者がご案内します。この内容でよいか、別の日時にするか、キャンセルするかを、下のページで教えてください。キャンセル料はかかりません。
   *[polite] ご指名の担当者が急きょお休みをいただくことになりました。申し訳ございません。同じ日時に、次の担当者がご案内します。この内容でよいか、別の日時にするか、キャンセルするかを、下のページでお知らせください。キャンセル料はかかりません。
}
letters-proposed-choice = { $tone ->
    [formal] 担当者が急きょお休みをいただくこととなり、次のご予約をお受けできなくなりました。誠に申し訳ございません。お手数をおかけいたしますが、下のページにて別の日時をお選びいただくか、キャンセルをお願いいたします。キャンセル料はかかりません。
    [casual] 担当者が急にお休みになり、次のご予約をお受けできなくなりました。申し訳ありません。お手数ですが、下のページで別の日時を選ぶか、キャンセルをお願いします。キャンセル料はかかりません。
   *[polite] 担当者が急きょお休みをいただくことになり、次のご予約をお受けできなくなりました。申し訳ございません。お手数ですが、下のページで別の日時をお選びいただくか、キャンセルをお願いします。キャンセル料はかかりません。
}

## 予約の内容

letters-fact = ■ { $label } { $value }
letters-when = 日時
letters-when-old = 変更前
letters-when-new = 変更後
letters-people = 人数
letters-staff = 担当
letters-staff-chosen = { $name }（指名）
letters-price = 料金
letters-price-free = 無料
letters-price-total = { NUMBER($yen, style: "currency", currency: "JPY") }（税込）現地払い
letters-price-with-choice = { NUMBER($yen, style: "currency", currency: "JPY") }（税込・指名料{ NUMBER($fee, style: "currency", currency: "JPY") }を含む）現地払い
letters-number = 予約番号

## 予約のページ

letters-link = 予約の確認・変更・キャンセル（ログイン不要）
letters-link-only-look = 予約の内容（ログイン不要）
letters-link-answer = お返事のページ（ログイン不要）
letters-link-line = ▼ { $label }
letters-free-until = 無料でキャンセルできる期限: { $until }
letters-free-always = キャンセル料はかかりません。
letters-fee-now = 今からのキャンセルにはキャンセル料がかかります。金額は予約のページでご確認ください。

## 署名

letters-phone-and-hours = { $phone }（{ $hours }）
letters-hours = { $from }〜{ $until }
letters-hours-one-closed = { $from }〜{ $until }、{ $day }曜定休
letters-hours-two-closed = { $from }〜{ $until }、{ $first }曜・{ $second }曜定休
letters-reply-to-shop = このメールは送信専用です。ご返信はお店に届きます。
letters-reply-by-phone = このメールは送信専用です。お問い合わせは、お電話でお願いします。
letters-no-reply = このメールは送信専用です。

## カレンダー

letters-calendar-summary = { $shop } { $service }
letters-calendar-summary-clinic = { $shop }
letters-calendar-description =
    予約番号 { $number }
    予約の確認・変更・キャンセル: { $link }

## アカウントの手紙。差出人は店ではなく、この予約サービス。

letters-greeting-nobody = お客様
letters-verify-subject = 【{ -brand }】メールアドレスの確認
letters-verify-opening = { -brand }にご登録いただき、ありがとうございます。次のページでメールアドレスの確認をお願いします。確認が済むと、登録が完了します。
letters-verify-link = メールアドレスを確認する
letters-verify-life = このリンクは24時間有効です。
letters-verify-not-you = お心当たりがないときは、このメールを破棄してください。登録は完了しません。
letters-in-use-subject = 【{ -brand }】ご登録について
letters-in-use-opening = このメールアドレスで登録の申し込みがありましたが、すでに登録されています。ログインしてご利用ください。
letters-in-use-link = ログインする
letters-in-use-forgotten = パスワードをお忘れのときは、ログインのページから再設定できます。
letters-in-use-not-you = お心当たりがないときは、何もする必要はありません。
letters-reset-subject = 【{ -brand }】パスワードの再設定
letters-reset-opening = パスワードの再設定を受け付けました。次のページで、新しいパスワードを設定してください。
letters-reset-link = 新しいパスワードを設定する
letters-reset-life = このリンクは1時間有効で、一度だけ使えます。
letters-reset-not-you = お心当たりがないときは、このメールを破棄してください。パスワードは変わりません。
letters-password-subject = 【{ -brand }】パスワードが変更されました
letters-password-opening = アカウントのパスワードが変更され、ほかの端末はすべてログアウトされました。
letters-password-link = パスワードを再設定する
letters-password-not-you = お心当たりがないときは、すぐに上のページからパスワードを再設定してください。
letters-code-subject = 【{ -brand }】ログインの確認コード { $code }
letters-code-opening = 次の確認コードを、ログインの画面に入力してください。
letters-code = 確認コード
letters-code-life = このコードは10分間有効で、コードを申し込んだ画面でのみ使えます。
letters-code-not-you = お心当たりがないときは、このメールを破棄してください。コードは誰にも教えないでください。
letters-email-new-subject = 【{ -brand }】新しいメールアドレスの確認
letters-email-new-opening = アカウントのメールアドレスを、このアドレスに変更する申し込みがありました。よろしければ、次のページで確認してください。
letters-email-new-link = このアドレスに変更する
letters-email-new-not-you = お心当たりがないときは、このメールを破棄してください。メールアドレスは変更されません。
letters-email-old-subject = 【{ -brand }】メールアドレスの変更の確認
letters-email-old-opening = アカウントのメールアドレスを変更する申し込みがありました。よろしければ、次のページで確認してください。
letters-email-old-to = 新しいアドレス
letters-email-old-link = 変更を確認する
letters-email-old-not-you = お心当たりがないときは、パスワードを変更してください。このリンクを開かなければ、メールアドレスは変更されません。
letters-email-both = これまでのアドレスと新しいアドレスの両方で確認が済むと、変更が完了します。リンクは24時間有効です。
letters-email-changed-subject = 【{ -brand }】メールアドレスが変更されました
letters-email-changed-opening = アカウントのメールアドレスの変更が完了しました。このアドレスではログインできなくなりました。
letters-email-changed-not-you = お心当たりがないときは、すぐに運営までご連絡ください。
letters-invitation-subject = 【{ -brand }】{ $place }からスタッフの招待が届きました
letters-invitation-opening = { $place }のスタッフとして招待されました。次のページから参加できます。
letters-invitation-link = 招待を確認する
letters-invitation-role = 役割
letters-invitation-life = このリンクは7日間有効です。
letters-invitation-not-you = お心当たりがないときは、このメールを破棄してください。

## 2段階認証

letters-factor-demanded-subject = 【{ -brand }】{ $shop }: 2段階認証を設定してください
letters-factor-demanded-opening = オーナーが、スタッフ全員の2段階認証を必須にしました。
letters-factor-demanded-next = 次回のログインから期限が表示されます。期限までに、認証アプリかパスキーを設定してください。設定は数分で終わります。
letters-factor-demanded-link = 2段階認証を設定する
letters-sessions-asked-subject = 【{ -brand }】{ $shop }: 人数が足りない回があります
letters-sessions-asked-opening = 人数が最少開催人数に足りないクラスの回があります。開催するか中止するかを決めてください。
letters-sessions-asked-next = 決めるまでは開催の予定のままです。中止を選ぶと、予約している方にメールでお知らせします。
letters-sessions-asked-link = クラスの日程で確認する
letters-factor-added-subject = 【{ -brand }】2段階認証の確認方法が追加されました
letters-factor-added-opening = アカウントに、2段階認証の新しい確認方法が追加されました。
letters-factor-removed-subject = 【{ -brand }】2段階認証の確認方法が解除されました
letters-factor-removed-opening = アカウントから、2段階認証の確認方法が1つ解除されました。
letters-recovery-subject = 【{ -brand }】リカバリーコードが使われました
letters-recovery-opening = リカバリーコードを使ったログインがありました。使われたコードは無効になりました。
letters-factor-not-you = お心当たりがないときは、すぐにパスワードを変更し、ログイン中の端末をご確認ください。
letters-factors-reset-subject = 【{ -brand }】2段階認証をリセットしました
letters-factors-reset-opening = ご依頼により、認証アプリ・リカバリーコード・パスキーの登録をすべて解除し、すべての端末からログアウトしました。
letters-factors-reset-next = パスワードまたはメールの認証コードでログインして、2段階認証をもう一度設定してください。
letters-factors-reset-not-you = お心当たりがないときは、すぐにパスワードを変更し、運営までご連絡ください。
letters-factor-link = 2段階認証の設定を見る
letters-identity-linked-subject = 【{ -brand }】ログイン方法が追加されました
letters-identity-linked-opening = ほかのサービスとの連携により、アカウントのログイン方法が追加されました。
letters-identity-linked-not-you = お心当たりがないときは、すぐに上のページで連携を解除し、パスワードを変更してください。
letters-identity-link = ログイン方法を確認する
letters-identity-unlinked-subject = 【{ -brand }】ログイン方法が解除されました
letters-identity-unlinked-opening = ほかのサービスとの連携が解除され、アカウントのログイン方法が減りました。
letters-identity-unlinked-not-you = お心当たりがないときは、すぐにパスワードを変更し、上のページをご確認ください。
letters-taken-subject = 【{ -brand }】アカウントの情報がダウンロードされました
letters-taken-opening = アカウントの情報がダウンロードされました。
letters-taken-not-you = お心当たりがないときは、すぐに上のページからパスワードを再設定してください。
letters-closed-subject = 【{ -brand }】アカウントを停止しました
letters-closed-opening = 運営がお客様のアカウントを停止しました。ログインはできなくなり、すべての端末からログアウトしています。
letters-closed-bookings = すでにあるご予約は取り消されていません。変更やキャンセルは、お店に直接ご連絡ください。
letters-closed-question = お心当たりがないときは、運営までお問い合わせください。
letters-reopened-subject = 【{ -brand }】アカウントの停止を解除しました
letters-reopened-opening = アカウントをふたたびご利用いただけます。これまでどおりログインしてください。
letters-erased-subject = 【{ -brand }】退会の手続きが完了しました
letters-erased-opening = 退会の手続きが完了しました。アカウントを消去し、すべての端末からログアウトしました。
letters-erased-shops = 各お店のお客様カードにある情報も消去しています。ご予約の日時・内容・金額だけが、お名前のない記録としてお店に残ります。
letters-erased-again = このメールアドレスは、もう一度登録するときにお使いいただけます。ご利用ありがとうございました。

## 休みの申請

letters-time-off-asked-subject = 【{ -brand }】{ $shop }: { $name }さんから休みの申請
letters-time-off-asked-opening = { $name }さんから休みの申請がありました。
letters-time-off-asked-next = 種類や理由は、シフトの画面でご確認ください。
letters-time-off-decide = シフトの画面で確認する
letters-time-off-approved-subject = 【{ -brand }】{ $shop }: 休みの申請が承認されました
letters-time-off-approved-opening = 次の休みの申請が承認され、シフトに反映されました。
letters-time-off-declined-subject = 【{ -brand }】{ $shop }: 休みの申請が見送られました
letters-time-off-declined-opening = 次の休みの申請は、今回は見送りとなりました。シフトは変わりません。
letters-time-off-revoked-subject = 【{ -brand }】{ $shop }: 休みの承認が取り消されました
letters-time-off-revoked-opening = 承認されていた次の休みが取り消され、シフトは元に戻りました。
letters-time-off-own = 申請を確認する
letters-time-off-when = 期間

## リクエスト予約。お客様へは、確定していないことと期限を必ず書く。

letters-request-received-subject = 【申し込み受付】{ $at } { $shop }
letters-request-received-subject-clinic = ご予約の申し込みの受付
letters-request-proposed-subject = 【別の日時のご提案】{ $at } { $shop }
letters-request-proposed-subject-clinic = ご予約の日時のご提案
letters-request-unmet-subject = 【予約不成立】{ $at } { $shop }
letters-request-unmet-subject-clinic = ご予約の申し込みについて
letters-request-received = { $tone ->
    [formal] ご予約のお申し込みを承りました。まだ確定ではございません。当店にて確認のうえ、結果をメールにてお知らせいたします。
    [casual] ご予約の申し込みを受け付けました。まだ確定していません。お店が確認して、結果をメールでお知らせします。
   *[polite] ご予約の申し込みを受け付けました。まだ確定していません。お店が確認して、結果をメールでお知らせします。
}
letters-request-again = { $tone ->
    [formal] 先ほどお知らせいたしましたお断りは、取り消しとなりました。お申し込みは、引き続き当店にて確認中でございます。まだ確定ではございません。
    [casual] 先ほどのお断りのお知らせは取り消しになりました。お申し込みは、引き続きお店の確認待ちです。まだ確定していません。
   *[polite] 先ほどお知らせしたお断りは取り消されました。お申し込みは、引き続きお店の確認待ちです。まだ確定していません。
}
letters-request-moved = { $tone ->
    [formal] お申し込みの日時の変更を承りました。まだ確定ではございません。当店にて確認のうえ、結果をメールにてお知らせいたします。
    [casual] お申し込みの日時を変更しました。まだ確定していません。お店が確認して、結果をメールでお知らせします。
   *[polite] お申し込みの日時の変更を受け付けました。まだ確定していません。お店が確認して、結果をメールでお知らせします。
}
letters-request-moved-by-shop = { $tone ->
    [formal] 当店の担当者が、お申し込みの日時を変更いたしました。まだ確定ではございません。ご都合が合わない場合は、お手数ですが、下のページより変更またはキャンセルをお願いいたします。
    [casual] お店でお申し込みの日時を変更しました。まだ確定していません。ご都合が合わないときは、下のページで変更やキャンセルができます。
   *[polite] お店の担当者が、お申し込みの日時を変更しました。まだ確定していません。ご都合が合わないときは、下のページから変更またはキャンセルできます。
}
letters-request-free = 確定するまで、取り消しに料金はかかりません。
letters-request-until = お店からの返信期限: { $until }。期限を過ぎると自動的に取り消されます。確定するまで、取り消しに料金はかかりません。
letters-request-proposed = { $tone ->
    [formal] お申し込みにつきまして、当店より別の日時または担当をご提案いたします。ご都合に合うものを、下のページにてお選びください。お選びいただくまで、お申し込みの時間も確保しております。
    [casual] お申し込みについて、お店から別の日時や担当のご提案です。ご都合に合うものを下のページで選んでください。選んでいただくまで、お申し込みの時間も確保しています。
   *[polite] お申し込みについて、お店から別の日時または担当のご提案があります。ご都合に合うものを下のページでお選びください。お選びいただくまで、お申し込みの時間も確保しています。
}
letters-request-offer = ・{ $when }
letters-request-choose = 提案を見て選ぶ（ログイン不要）
letters-request-choose-until = お返事の期限: { $until }。それまで、提案した日時を確保しています。
letters-request-lapsed = { $tone ->
    [formal] 誠に申し訳ございません。当店からのお返事が期限までに整わず、次のお申し込みは取り消しとなりました。料金はかかりません。
    [casual] お店からの返信が期限までにできず、次のお申し込みは取り消しになりました。申し訳ありません。料金はかかりません。
   *[polite] お店からの返信が期限までになかったため、次のお申し込みは取り消されました。料金はかかりません。
}
letters-request-lapsed-next = { $tone ->
    [formal] お急ぎの場合は、恐れ入りますが当店までお電話ください。
    [casual] お急ぎのときは、お店にお電話ください。
   *[polite] お急ぎのときは、お店へお電話ください。
}
letters-request-declined = { $tone ->
    [formal] 誠に申し訳ございません。次のお申し込みをお受けすることができませんでした。
    [casual] 申し訳ありません。次のお申し込みはお受けできませんでした。
   *[polite] 申し訳ございません。次のお申し込みはお受けできませんでした。
}
letters-request-declined-next = { $tone ->
    [formal] 料金はかかりません。別の日時にてお申し込みいただけましたら幸いでございます。
    [casual] 料金はかかりません。別の日時でのお申し込みをお待ちしています。
   *[polite] 料金はかかりません。別の日時でのお申し込みをお待ちしています。
}

## リクエスト予約: お店へ

letters-request-greeting = { $shop } ご担当者様
letters-request-open = リクエストを開く
letters-request-waiting-subject = 【要返信】リクエスト予約 { $at }
letters-request-reminder-subject = 【再通知】リクエスト予約 { $at }
letters-request-taken-subject = 【予約確定】お客様が日時を選択 { $at }
letters-request-refused-subject = 【要返信】提案は見送り { $at }
letters-request-over-subject = 【期限切れ】リクエスト予約 { $at }
letters-request-waiting = 次のリクエスト予約が届きました。お客様が返信をお待ちです。
letters-request-reminder = 次のリクエスト予約に、まだ返信していません。
letters-request-answer-until = 返信期限: { $until }。期限を過ぎると自動的に取り消されます。
letters-request-taken = お客様が提案の中から選び、次の内容で予約が確定しました。
letters-request-refused = 提案した日時は、お客様のご都合に合いませんでした。お申し込みの日時のまま、返信をお待ちです。
letters-request-over = 期限までに返信がなかったため、次のリクエスト予約は取り消されました。お客様にもお知らせしています。

## キャンセル待ち

letters-waiting-subject-clinic = キャンセル待ちのお知らせ
letters-waiting-asked-subject = 【要確認】キャンセル待ちの登録 { $shop }
letters-waiting-asked-opening = { $tone ->
    [formal] キャンセル待ちのお申し込みを承りました。まだ登録は完了しておりません。お手数ですが、下のページを開いて、登録を確定してください。
    [casual] キャンセル待ちの申し込みを受け付けました。まだ登録は完了していません。下のページを開いて、登録を確定してください。
   *[polite] キャンセル待ちのお申し込みを受け付けました。まだ登録は完了していません。下のページを開いて、登録を確定してください。
}
letters-waiting-asked-life = 24時間以内に確定されない場合、お申し込みは取り消されます。
letters-waiting-asked-not-you = お心当たりがないときは、このメールを削除してください。登録はされません。
letters-waiting-asked-link = 登録を確定する
letters-waiting-known-subject = 【登録済み】キャンセル待ち { $shop }
letters-waiting-known-opening = { $tone ->
    [formal] このメニューのキャンセル待ちには、すでにご登録をいただいております。ご希望を変更なさる場合は、下のページにて登録を取り消したうえで、もう一度お申し込みください。
    [casual] このメニューのキャンセル待ちには、もう登録されています。希望を変えるときは、下のページで登録を取り消してから、もう一度申し込んでください。
   *[polite] このメニューのキャンセル待ちには、すでに登録されています。ご希望を変えるときは、下のページで登録を取り消してから、もう一度お申し込みください。
}
letters-waiting-offered-subject = 【空きのご案内】{ $at } { $shop }
letters-waiting-offered-opening = { $tone ->
    [formal] キャンセル待ちのご希望に合う空きがございましたので、ご案内申し上げます。回答期限まで、お客様のために枠を確保しております。
    [casual] お待ちいただいていた希望に合う空きが出ました。回答期限まで、枠を確保しています。
   *[polite] キャンセル待ちのご希望に合う空きが出ました。回答期限まで、お客様のために枠を確保しています。
}
letters-waiting-earlier-opening = { $tone ->
    [formal] 今のご予約より早い時間に空きがございましたので、ご案内申し上げます。回答期限まで、お客様のために枠を確保しております。この時間になさいますと、今のご予約の日時が変更となります。
    [casual] 今のご予約より早い時間に空きが出ました。回答期限まで、枠を確保しています。この時間にすると、今のご予約の日時が変わります。
   *[polite] 今のご予約より早い時間に空きが出ました。回答期限まで、お客様のために枠を確保しています。この時間にすると、今のご予約の日時が変更されます。
}
letters-waiting-offered-link = 空きを確認して回答する
letters-waiting-deadline = 回答期限
letters-waiting-night = { $sleeps }から{ $wakes }までの時間は、回答期限に数えていません。
letters-waiting-next = 期限までにお返事がないときは、次にお待ちの方へご案内します。
letters-waiting-lapsed-subject = 【ご案内終了】{ $at } { $shop }
letters-waiting-lapsed-opening = { $tone ->
    [formal] 回答期限を過ぎましたため、次の時間の確保を終了いたしました。ご予約は確定しておりません。
    [casual] 回答期限を過ぎたため、次の時間の確保は終わりました。ご予約は確定していません。
   *[polite] 回答期限を過ぎたため、次の時間の確保は終了しました。ご予約は確定していません。
}
letters-waiting-lapsed-earlier = { $tone ->
    [formal] 回答期限を過ぎましたため、次の時間の確保を終了いたしました。今のご予約に変更はございません。
    [casual] 回答期限を過ぎたため、次の時間の確保は終わりました。今のご予約はそのままです。
   *[polite] 回答期限を過ぎたため、次の時間の確保は終了しました。今のご予約は変わりません。
}
letters-waiting-link = キャンセル待ちの内容（ログイン不要）
letters-reminder-subject = 【ご予約の確認】{ $at } { $shop }
letters-reminder-subject-clinic = ご予約についてのお知らせ
letters-reminder-opening = { $tone ->
    [formal] ご予約の日時が近づいてまいりましたので、ご案内申し上げます。どうぞお気をつけてお越しくださいませ。
    [casual] ご予約の日が近づいてきました。気をつけてお越しください。
   *[polite] ご予約の日時が近づいてまいりましたので、お知らせいたします。お気をつけてお越しください。
}
letters-reminder-move = 日時を変更する
letters-reminder-cancel = 予約をキャンセルする
letters-reminder-opening-visit = { $tone ->
    [formal] お伺いする日時が近づいてまいりましたので、ご案内申し上げます。当日は何とぞよろしくお願い申し上げます。
    [casual] お伺いする日が近づいてきました。当日はよろしくお願いします。
   *[polite] お伺いする日時が近づいてまいりましたので、お知らせいたします。当日はどうぞよろしくお願いいたします。
}
letters-reminder-plain = { $tone ->
    [formal] ご予約の日時をご案内申し上げます。
    [casual] ご予約の日時のお知らせです。
   *[polite] ご予約の日時をお知らせいたします。
}

## 結び。「ふつう」の文体では書かない。

letters-closing = { $tone ->
    [formal] 当日は何とぞよろしくお願い申し上げます。
    [casual] 当日はよろしくお願いします。
   *[polite] { "" }
}
letters-closing-waits = { $tone ->
    [formal] 何とぞよろしくお願い申し上げます。
    [casual] よろしくお願いします。
   *[polite] { "" }
}
letters-closing-over = { $tone ->
    [formal] またの機会がございましたら、何とぞよろしくお願い申し上げます。
    [casual] また機会がありましたら、よろしくお願いします。
   *[polite] { "" }
}

## お店の文面に差し込まれる言葉

letters-own-customer = { $name }様
letters-own-nobody = お客様
letters-own-service = ご予約の内容
letters-own-staff = { $name }
letters-own-anybody = 担当者
letters-own-minutes = { $minutes }分
letters-own-count = { $count }件

letters-webhook-stopped-subject = 【{ -brand }】{ $shop }: Webhookの送信を止めました
letters-webhook-stopped-opening = 登録されている送信先に、予約のお知らせ（Webhook）が長い間届いていないため、送信を止めました。
letters-webhook-stopped-next = 止めている間の出来事は30日間残ります。送信先を直してから「再開する」を押すと、まとめて送り直します。予約の受付には影響ありません。
letters-webhook-stopped-link = Webhookを確認する
