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
   *[other] 休業
}
businesses-closed-weekly = { $vertical ->
    [clinic] 休診日
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
businesses-not-accepting-call = お電話でご連絡ください: { $phone }
businesses-book = 予約する
businesses-first-free = 最短 { $when }
businesses-none-free = 直近の空きはありません
