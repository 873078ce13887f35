# お店とその紹介。

businesses-home-title = お店を探す
businesses-home-description = 美容室、クリニック、レストラン、教室、訪問サービスを、会員登録なしで予約できます。
businesses-home-lead = 会員登録なしで、すぐに予約できます。
businesses-home-search = お店の名前・地名
businesses-home-none = 条件に合うお店が見つかりません。
businesses-home-clear = すべてのお店を見る
businesses-home-more = 次のお店を見る
businesses-home-kinds = 種類
businesses-kind-all = すべて
businesses-kind-salon = 美容室・サロン
businesses-kind-clinic = クリニック・歯科
businesses-kind-restaurant = レストラン
businesses-kind-class = 教室・スタジオ
businesses-kind-home-visit = 訪問サービス
businesses-kind-stay = 旅館・ホテル
businesses-nth = 第{ $week }
businesses-nth-join = ・
businesses-nth-weekday = { $weeks }{ $day }
businesses-closed = { $vertical ->
    [clinic] 休診
    [stay] 休館
   *[other] 休業
}
businesses-closed-weekly = { $vertical ->
    [clinic] 休診日
    [stay] 休館日
   *[other] 定休日
}
businesses-closing-reason = { $what }（{ $reason }）
businesses-list-comma = 、
businesses-hours-span = { $from }〜{ $until }
businesses-days-span = { $from }〜{ $until }
businesses-holidays = 祝日
businesses-holiday-eves = 祝前日
businesses-hours-title = { $vertical ->
    [clinic] 診療時間
   *[other] 営業時間
}
businesses-closings-title = { $vertical ->
    [clinic] 休診・診療時間変更のお知らせ
    [stay] 休館・営業時間変更のお知らせ
   *[other] 休業・特別営業のお知らせ
}
# 一つの品を指す見出しにも、一覧の題にも使う
businesses-menu = { $vertical ->
    [clinic] 診療メニュー
    [restaurant] コース・席
    [class] クラス
    [home-visit] サービス
    [stay] プラン
   *[other] メニュー
}
businesses-menu-title = { $vertical ->
    [clinic] 診療メニュー
    [restaurant] コース・席
    [class] クラス
    [home-visit] サービス
    [stay] プラン
   *[other] メニュー
}
businesses-notices-title = ご予約の前に
businesses-not-accepting = ただいまオンラインでの予約受付を停止しています。
businesses-not-yet = ネット予約の受付はまだ始まっていません。
businesses-not-accepting-call = お電話でご連絡ください: { $phone }
businesses-book = 予約する
businesses-first-free = 最短 { $when }
businesses-none-free = 直近の空きはありません
businesses-by-hand = ネット予約は受け付けていません。
businesses-by-hand-ask = ネット予約は受け付けていません。お店に直接お問い合わせください。
businesses-by-hand-call = お電話でご予約ください: { $phone }

## 都道府県

businesses-prefecture-hokkaido = 北海道
businesses-prefecture-aomori = 青森県
businesses-prefecture-iwate = 岩手県
businesses-prefecture-miyagi = 宮城県
businesses-prefecture-akita = 秋田県
businesses-prefecture-yamagata = 山形県
businesses-prefecture-fukushima = 福島県
businesses-prefecture-ibaraki = 茨城県
businesses-prefecture-tochigi = 栃木県
businesses-prefecture-gunma = 群馬県
businesses-prefecture-saitama = 埼玉県
businesses-prefecture-chiba = 千葉県
businesses-prefecture-tokyo = 東京都
businesses-prefecture-kanagawa = 神奈川県
businesses-prefecture-niigata = 新潟県
businesses-prefecture-toyama = 富山県
businesses-prefecture-ishikawa = 石川県
businesses-prefecture-fukui = 福井県
businesses-prefecture-yamanashi = 山梨県
businesses-prefecture-nagano = 長野県
businesses-prefecture-gifu = 岐阜県
businesses-prefecture-shizuoka = 静岡県
businesses-prefecture-aichi = 愛知県
businesses-prefecture-mie = 三重県
businesses-prefecture-shiga = 滋賀県
businesses-prefecture-kyoto = 京都府
businesses-prefecture-osaka = 大阪府
businesses-prefecture-hyogo = 兵庫県
businesses-prefecture-nara = 奈良県
businesses-prefecture-wakayama = 和歌山県
businesses-prefecture-tottori = 鳥取県
businesses-prefecture-shimane = 島根県
businesses-prefecture-okayama = 岡山県
businesses-prefecture-hiroshima = 広島県
businesses-prefecture-yamaguchi = 山口県
businesses-prefecture-tokushima = 徳島県
businesses-prefecture-kagawa = 香川県
businesses-prefecture-ehime = 愛媛県
businesses-prefecture-kochi = 高知県
businesses-prefecture-fukuoka = 福岡県
businesses-prefecture-saga = 佐賀県
businesses-prefecture-nagasaki = 長崎県
businesses-prefecture-kumamoto = 熊本県
businesses-prefecture-oita = 大分県
businesses-prefecture-miyazaki = 宮崎県
businesses-prefecture-kagoshima = 鹿児島県
businesses-prefecture-okinawa = 沖縄県
businesses-photos-title = 写真
businesses-photo = お店の写真（{ $number }枚目）
