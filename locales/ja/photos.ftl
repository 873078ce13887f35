# 写真とロゴ。店の管理画面。短い名詞と動詞で書く。

photos-title = 写真とロゴ
photos-home = 予約ページに載せる写真、ページの上に出すロゴ
photos-photos = 写真
photos-photo = 写真
photos-choose = 写真を選ぶ
photos-hint = JPEG、PNG、WebP。1枚{ $mega }MBまで、一度に{ $files }枚まで。撮影場所などの記録は消してから載せます。
photos-send = 写真を載せる
photos-count = { $count }枚（{ $most }枚まで）
photos-none = 写真はまだありません。上から選んで載せられます。
photos-taken = { $count }枚を載せました。
photos-number = { $number }枚目の写真
photos-no-caption = 説明なし
photos-featured = 表紙
photos-feature = 表紙にする
photos-before = 前へ
photos-after = 後ろへ
photos-remove = 削除
photos-restore = 元に戻す
photos-gone = 削除したもの（{ $count }件）
photos-caption-edit = 説明を書く
photos-caption-title = 写真の説明
photos-caption-lead = 写真が見えない方に読み上げられます。何が写っているかを短く書きます。
photos-caption-words = 言葉
photos-caption-ja = 説明（日本語）
photos-caption-en = 説明（英語）
photos-caption-hint = 例: 窓ぎわのカット席
photos-logo = ロゴ
photos-logo-lead = 店名の左に、高さ36ピクセルで表示します。
photos-logo-choose = ロゴの画像を選ぶ
photos-logo-hint = JPEG、PNG、WebP。背景が透明なPNGがきれいに出ます。
photos-logo-send = ロゴを載せる
photos-logo-remove = ロゴを外す

## 載せられないもの

photos-required = 画像を選んでください。
photos-empty = 「{ $name }」は空のファイルです。別の画像を選んでください。
photos-too-large = 「{ $name }」は大きすぎます。{ $most }MBまでの画像を選んでください。
photos-heic = 「{ $name }」はHEIC形式のため読み込めません。iPhoneの「設定」→「カメラ」→「フォーマット」で「互換性優先」にして撮るか、JPEGに変換してください。
photos-unknown = 「{ $name }」は写真として読み込めません。JPEG、PNG、WebPの画像を選んでください。
photos-misnamed = 「{ $name }」は、名前と中身の種類が合っていません（中身は{ $kind }）。名前を直すか、別の画像を選んでください。
photos-moving = 「{ $name }」は動く画像です。動かない画像を選んでください。
photos-too-many-pixels = 「{ $name }」は画素数が多すぎます。{ $most }00万画素までに縮小してください。
photos-too-small = 「{ $name }」は小さすぎます。縦横とも{ $least }ピクセル以上の画像を選んでください。
photos-broken = 「{ $name }」は壊れているか、途中で切れています。もう一度保存してから選んでください。
photos-there = 「{ $name }」はすでに載っています。
photos-too-many = 「{ $name }」は載せられませんでした。写真は{ $most }枚までです。不要な写真を削除してください。

## メニューとスタッフの写真

photos-portrait = 写真
photos-portrait-title = { $name }の写真
photos-portrait-lead = 予約ページで、名前の横に小さく表示します。1枚だけ載せられます。
photos-portrait-none = 写真はまだありません。
photos-portrait-gone = 写真を外しています。予約ページには出ていません。
photos-portrait-choose = 写真を選ぶ
photos-portrait-hint = JPEG、PNG、WebP。{ $mega }MBまで。すでにある写真とは入れ替わります。撮影場所などの記録は消してから載せます。
photos-portrait-remove = 写真を外す
