### カルテ: 1回ごとの記録と写真。ことばは業種ごとに（UX 5.2）

chart-name = カルテ
chart-title = { $name }のカルテ
chart-visits = これまでの記録
chart-none = カルテはまだありません。
chart-write = カルテを書く
chart-new = { $name }のカルテを書く
chart-of-day = { $day }のカルテ
chart-edit = 変更
chart-booking = 予約を見る
chart-written = { $when }に記入
chart-all = カルテをすべて見る
chart-older = 前の記録
chart-newest = 最新の記録
chart-gone = 削除したカルテ（{ $count }件）
chart-delete = このカルテを削除
chart-date =
    { $kind ->
        [clinic] 来院日
        [class] 参加日
        [home-visit] 訪問日
        [stay] 宿泊日
       *[other] 来店日
    }
chart-empty = どれか1つは入力してください。
chart-printed = { $when }に印刷
chart-printed-part = 新しい順に{ $most }回分を印刷しています。これより前の記録もあります。

## 写真

chart-photos-of-day = { $day }の写真
chart-photos-to =
    { $count ->
        [0] 保存して写真を追加
       *[other] 保存して写真へ（{ $count }枚）
    }
chart-photos-private = お店の中でお客様の情報を見られる人だけに表示します。予約ページには出ません。
chart-photos-gone = 削除した写真（{ $count }枚）
chart-photo-stage = 撮ったとき
chart-photo-stage-required = 撮ったときを選んでください。
chart-photo-caption = 説明
chart-photo-hint = JPEG、PNG、WebP。1枚{ $mega }MBまで、一度に{ $files }枚まで。撮影場所などの記録は消してから保存します。
chart-photo-send = 写真を追加
chart-photo-remove = 削除
chart-photo-edit = 説明を変更
chart-photo-words = 写真の説明
chart-photo-words-lead = お店の中でだけ見る説明です。撮ったときを間違えて選んだ写真も、ここで直せます。
chart-photo-too-many = 「{ $name }」は追加できませんでした。1回の記録に写真は{ $most }枚までです。
chart-photos-full = 写真は{ $most }枚までです。元に戻すには、ほかの写真を削除してください。
chart-stage-before =
    { $kind ->
        [salon] 施術前
        [clinic] 処置前
        [class] レッスン前
        [home-visit] 作業前
       *[other] ご利用前
    }
chart-stage-after =
    { $kind ->
        [salon] 施術後
        [clinic] 処置後
        [class] レッスン後
        [home-visit] 作業後
       *[other] ご利用後
    }

## 見出し

chart-headings = カルテの見出し
chart-headings-lead = カルテを書くときの入力欄です。変えても、すでに書いたカルテはそのまま残ります。診療録など法律で保存期間が決まっている記録は、専用の帳簿に残してください。
chart-headings-lines = 見出し
chart-headings-hint = 1行に1つ、{ $most }個まで。1つ{ $longest }文字まで。空にすると業種の標準に戻ります。
chart-headings-too-many = 見出しは{ $most }個までです。
chart-usual =
    { $kind ->
        [clinic]
            症状
            処置
            次回
        [restaurant]
            お料理・お飲み物
            お好み
            次回
        [class]
            内容
            体調
            次回
        [home-visit]
            作業内容
            使った部品・薬剤
            次回
        [stay]
            お部屋・お食事
            ご要望
            次回
       *[salon]
            施術
            薬剤
            次回
    }
