# 店の管理画面。短い名詞と動詞で書く。

owner-nav-office = お店の管理
owner-home-title = お店の管理
owner-home-people = 人
owner-home-team = 招待、役割と権限、店舗のタブレット
owner-home-visits = 運営がスタッフの代わりに操作した記録
