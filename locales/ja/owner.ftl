# 店の管理画面。短い名詞と動詞で書く。

owner-nav-office = お店の管理
owner-home-title = お店の管理
owner-home-people = 人
owner-home-team = 招待、役割と権限、店舗のタブレット
owner-home-visits = 運営がスタッフの代わりに操作した記録

## 保存する前に見る影響

owner-effect-outside = 影響を受ける予約（{ $count }件）
owner-effect-outside-none = 時間に合わなくなる予約はありません。
owner-effect-outside-lead = 変更後の時間に合わない予約です。予約はそのまま残ります。お客様にご連絡のうえ、日時の変更かキャンセルをしてください。
owner-effect-booking = { $guest }・{ $service }
owner-effect-further = ほか{ $count }件
owner-effect-starts-title = { $day }から4週間の予約枠
owner-effect-starts = 増える開始時刻 { $gained }件、減る開始時刻 { $lost }件
owner-effect-service = メニュー
owner-effect-now = 今
owner-effect-gained = 増える
owner-effect-lost = 減る
owner-effect-count = { $count }件
owner-look-what = 変わる項目
owner-look-before = 今
owner-look-after = 変更後
owner-look-figure = { $figure }{ $unit }
owner-look-nothing = なし
owner-look-yes = あり
owner-look-long = 文章（省略）
owner-look-booked = 入っている予約
owner-look-kept = これからの予約（{ $count }件）は、予約したときの時間・料金・キャンセルポリシーのまま変わりません。
owner-look-held = いまお客様が手続き中の予約（{ $count }件）も、選んだ時間のままです。
owner-look-held-out = いまお客様が手続き中の予約（{ $count }件）は、この変更で完了できなくなることがあります。
owner-look-least = 保存したあとに入る予約では、お客様がこの中から必ず選びます（{ $facts }から）。
owner-look-terms-kept = これからの予約（{ $count }件）は、予約したときのキャンセルポリシーのまま変わりません。
owner-look-terms-new = 保存したあとに入る予約から、このポリシーのメニュー（{ $count }件）に新しい内容が適用されます。
owner-look-terms-dated = 保存したあとに入る、その日以降のご来店の予約から、このポリシーのメニュー（{ $count }件）に新しい内容が適用されます。
owner-look-terms-held = いまお客様が手続き中の予約（{ $count }件）にも、新しい内容が適用されます。
owner-look-deadlines = 変更・キャンセルの締切は、すでに入っている予約（{ $count }件）にもすぐ適用されます。
owner-look-outside = 新しい内容と異なる予約（{ $count }件）
owner-look-outside-lead = 予約したときの時間・人数・担当・オプションのまま残ります。変えたいときは、お客様にご連絡のうえ、一件ずつ変更してください。
owner-look-outside-none = 新しい内容と異なる予約はありません。
owner-look-length = 変更後は{ $length }
owner-look-party = 変更後の人数に合いません
owner-look-taker = 変更後の担当・設備に合いません
owner-look-hours = 変更後の勤務時間に合いません
owner-look-start = 変更後は予約できない開始時刻です
owner-look-choice = 変更後のオプションの選び方に合いません
owner-look-buffer = 変更後の準備・片付け時間が前後の予約や予定と重なります
owner-look-otherwise = { $booking }（{ $why }）
owner-look-save = この内容で保存
owner-effective-title = いつから
owner-effective-note = 日付を入れると、その日のご来店分から変わります。空欄なら、保存するとすぐに変わります。
owner-effective-label = 変更する日
owner-effective-ahead = 明日から2年先までの日付を入力してください
owner-effective-same = 変わるところがありません。内容を変えてから、日付を指定してください
owner-effective-seats = 担当や設備を使うかどうかと、使わない場合の同時受付人数は、日付を指定して変更できません。空欄にして保存してください
owner-effective-look = { $date }のご来店分から、この内容に変わります。それまでは今のままです。
owner-effective-planned = { $date }のご来店分からの予定
owner-effective-edit = 予定を変更する
owner-effective-unreadable = この予定の内容はいまのプログラムでは読み取れないため、その日が来ても変わりません。予定を取り消して、もう一度入力してください。
owner-effective-revoke = 予定を取り消す
owner-home-time = 時間

## 公開・非公開・削除の前に

owner-parting-shown = 公開すると、予約ページに表示され、お客様が予約できるようになります。
owner-parting-hidden = 非公開にすると、予約ページに表示されなくなり、新しい予約は入りません。
owner-parting-deleted = 削除すると、予約ページに表示されなくなり、新しい予約は入りません。あとで「削除したもの」から元に戻せます。
owner-parting-choice-deleted = 削除すると、お客様は選べなくなります。あとで「削除したもの」から元に戻せます。
owner-parting-choice-restored = 元に戻すと、お客様がまた選べるようになります。
owner-parting-newer = この画面を開いたあとに、予約か内容が変わりました。最新の内容をご確認のうえ、もう一度押してください
owner-parting-booked = このメニューのこれからの予約（{ $count }件）
owner-parting-booked-lead = 予約はそのまま残り、予約表にも表示されます。お断りするときは、お客様にご連絡のうえ、一件ずつキャンセルしてください。
owner-parting-booked-none = このメニューのこれからの予約はありません。

## 一件の画面

owner-sheet-save = 保存
owner-sheet-further = その他の操作

## 店舗情報

owner-home-shop = お店
owner-papers-title = 審査の書類
owner-home-papers = 提出した書類、審査の状態
owner-home-legal = 事業者、料金、支払い、キャンセルの表示
owner-home-profile = 店名、住所、電話、紹介文、色
owner-home-rules = 締切、受付期間、キャンセル期限、案内文
owner-profile-title = 店舗情報
owner-profile-name = 店名と紹介
owner-profile-kana = 店名のフリガナ
owner-profile-kana-hint = 並び順と読み上げに使います。
owner-profile-about-ja = 紹介文（日本語）
owner-profile-about-en = 紹介文（英語）
owner-profile-about-hint = 予約ページの最初に表示されます。
owner-profile-contact = 連絡先
owner-profile-email = お客様からの返信先メールアドレス
owner-profile-place = 住所
owner-profile-address-en = 住所（英語・一行）
owner-profile-looks = 表示
owner-profile-accent = 予約ページの色
owner-profile-accent-hint = ボタンや見出しに使います。どの色も文字が読みやすい濃さです。
owner-profile-listed = 「お店を探す」に載せる
owner-profile-listed-note = 外しても、予約ページのURLからは予約できます。
owner-accent-ai = 藍
owner-accent-matsuba = 松葉
owner-accent-kurenai = 紅
owner-accent-edomurasaki = 江戸紫
owner-accent-asagi = 浅葱
owner-accent-kakishibu = 柿渋
owner-accent-azuki = 小豆
owner-accent-sumi = 墨

## 予約の受け方

owner-rules-title = 予約の受け方
owner-rules-when = 受付の期限
owner-rules-when-note = メニューごとに決めた期限があれば、そちらが優先されます。
owner-rules-change = お客様が日時を変更できる期限
owner-rules-cancel = お客様がネットでキャンセルできる期限
owner-rules-moves = お客様による日時の変更は、キャンセル料がかからない間だけ
owner-rules-caps = ネット予約の上限
owner-rules-caps-note = お一人の予約は、同じメールアドレスか電話番号で数えます。お店からは、上限を超えても予約を入れられます。
owner-rules-ahead = お一人の今後の予約
owner-rules-day = お一人の1日の予約
owner-rules-day-any = 上限なし
owner-rules-bookings = { $count }件まで
owner-rules-starts-day = お店全体の1日の受付数（空欄は上限なし）
owner-rules-starts-week = お店全体の1週間の受付数（月〜日、空欄は上限なし）
owner-rules-starts-unit = 件
owner-rules-guests = お客様へ
owner-rules-kana = お名前のフリガナ
owner-kana-required = 必ず聞く
owner-kana-optional = 任意で聞く
owner-kana-unused = 聞かない
owner-rules-locale = お店で主に使う言語
owner-locale-ja = 日本語
owner-locale-en = 英語
owner-rules-notices-ja = 予約前のご案内（日本語）
owner-rules-notices-en = 予約前のご案内（英語）
owner-rules-notices-hint = 予約ページに表示されます。例: 駐車場は2台あります。

## 探す

owner-search-title = 探す
owner-search-label = お客様・予約番号・メニューを探す
owner-search-nothing = 「{ $typed }」に合うものは見つかりませんでした。お客様の名前は漢字でもカナでも、電話番号は下4桁でも探せます。
owner-search-bookings = 予約
owner-search-things = メニュー・スタッフ・設備
owner-search-pages = 設定の画面
owner-search-all = 当てはまるお客様をすべて見る
