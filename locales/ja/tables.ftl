# 組み合わせテーブル: 1卓に入りきらない人数のときに、つなげて使うテーブル

tables-title = 組み合わせテーブル
tables-lead = 1卓に入りきらない人数の予約では、ここで決めたテーブルをまとめて押さえます。卓数の少ない組み合わせ、席数の少ない組み合わせ、上から順に選びます。
tables-empty = 組み合わせはまだありません。つなげて使えるテーブルを決めると、1卓より多い人数のネット予約を受けられます。
tables-too-few = テーブルか個室が2つ以上あると、組み合わせを決められます。
tables-new = 組み合わせを追加
tables-edit = 組み合わせを変更
tables-edit-lead = 変更はこれからの予約だけに反映。受付済みの予約のテーブルはそのまま。
tables-group = 組み合わせテーブル
tables-name = 組み合わせの名前
tables-name-hint = お店の中だけで使う名前（例: 奥の2卓）
tables-part-members = つなげるテーブル
tables-members-note = 2つ以上を選びます。予約が入ると、選んだテーブルすべてが埋まります。
tables-part-party = ご利用人数
tables-least = 何名様から
tables-most = 何名様まで
tables-party = { $least }〜{ $most }名様
tables-resting = 休止中のテーブルがあります
tables-two = つなげるテーブルを2つ以上選んでください
tables-one-kind = テーブルと個室は組み合わせられません。同じ種類から選んでください
tables-twice = 同じテーブルの組み合わせ「{ $name }」があります
tables-too-many = 選んだテーブルの席は合わせて{ $seats }席です。{ $seats }名様以下にしてください
