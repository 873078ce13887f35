# お店とその紹介。

businesses-home-title = お店をさがす
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
