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

share-embed = サイトへの埋め込み
share-embed-lead = 許可したサイトに貼り付けると、その中で予約を終えられます。Cookieを受け付けないブラウザーでも使えます。
share-embed-none = 予約ページは、許可したサイトの中にだけ表示できます。今はどこにも許可していません。予約ボタンのほうが、スマートフォンでは使いやすくなります。
share-embed-edit = 埋め込みを許可するサイト
share-embed-hosts-part = 許可するサイト
share-embed-hosts-note = ここにないサイトには表示されません。ほかの人のサイトに勝手に表示されて、お客様がだまされるのを防ぐためです。
share-embed-hosts = サイトのアドレス
share-embed-hosts-hint = 1行に1つ。例: www.example.jp（「www」の有る・無しは別のサイトです）
share-embed-wrong = 「{ $host }」はサイトのアドレスではありません。例のように入力してください
share-embed-many = { $most }件までにしてください
