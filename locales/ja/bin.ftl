# 店舗が削除したもの（運営）

bin-way = 削除したもの
bin-title = { $shop }で削除されたもの
bin-lead = 店舗が削除したものを元に戻すか、完全に削除します。完全な削除は運営だけができます。
bin-cut = 新しいものから300件を表示しています
bin-empty = 削除したものはありません
bin-deleted = { $when }に削除
bin-since = 削除日時
bin-restore = 元に戻す
bin-purge = 完全に削除
bin-purge-title = 完全な削除
bin-purge-lead = 完全に削除すると、元に戻せません。理由は記録に残ります。
bin-name = 確認のため、名前を入力
bin-name-hint = 「{ $name }」と入力してください
bin-name-wrong = 名前が一致しません
bin-needed-by-bookings = { $count }件の予約で使われているため、完全には削除できません
bin-needed-otherwise = いまも{ $count }件で使われているため、完全には削除できません
bin-kind-service = メニュー
bin-kind-category = カテゴリ
bin-kind-option-group = オプションのグループ
bin-kind-option = オプション
bin-kind-question = 事前の質問
bin-kind-policy = キャンセルポリシー
bin-kind-resource = スタッフ・席・設備
bin-kind-photo = 写真
bin-kind-customer = お客様
bin-kind-chart = カルテ
