# お客様に予約ページを知らせる。

share-title = 予約ページの案内
share-home-words = リンク・QRコード・店頭カード・予約ボタン
share-home = お店の管理へ
share-link = 予約ページのリンク
share-qr = QRコード
share-qr-lead = スマートフォンのカメラで読み取ると、予約ページが開きます。
share-qr-label = { $name }の予約ページのQRコード
share-qr-file = QRコードを保存（SVG）
share-qr-picture = QRコードを保存（PNG）
share-cards = 店頭カードを印刷
share-card-words = ネット予約はこちらから
share-code = 予約ボタンのコード
share-code-lead = お店のホームページに貼り付けると、予約ボタンが表示されます。
share-button = ネット予約
