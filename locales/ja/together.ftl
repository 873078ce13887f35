# 何人かで、または何種類かのメニューを続けて。お客様の画面。

together-way = ほかのメニューも一緒に予約する
together-bring-way = お連れ様も一緒に予約する
together-title = メニューと日時の選択
together-sum = 合計 { $length } { $price }（税込）
together-you = ご予約のお客様
together-companion = お連れ様{ $number }
together-add = ほかのメニューも一緒に（{ $whose }）
together-bring-title = お連れ様も
together-bring = お連れ様のメニュー
together-choose = 選択してください
together-offer = { $name }（{ $length }・{ $price }）
together-person = { $name }（{ $fee }）
together-about = { $name }（{ $whose }）
together-drop = はずす
together-up = 1つ前にする
together-show = この内容で空き時間を見る
together-wait = メニューとメニューの間に、{ $minutes }分までお待ちいただくことがあります。
together-request = 予約リクエスト制のメニューが含まれています。お申し込みのあと、お店が確認すると、すべてのメニューの予約がまとめて確定します。
together-choose-first = メニューをお選びいただくと、空き時間が表示されます。

## 一緒に予約できないもの

together-apart-title = 一緒に予約できないメニュー
together-apart-line = { $name }: { $why }
together-apart-by-hand = お電話で承ります
together-apart-class = 開催日時が決まっています
together-taken-out = 「{ $name }」は、ほかのメニューと一緒には予約できません（{ $why }）。メニューから1つだけ選んでご予約ください
together-otherwise = この組み合わせでは予約できません。メニューとオプションを確認してください

## 確認していただくこと

together-unread = 読み取れない内容がありました。メニューを選び直してください
together-unknown = 現在ご予約いただけないメニューがありました。ほかのメニューをお選びください
together-services = お一人様のメニューは{ $most }つまでです
together-guests = 一緒にご予約いただけるのは{ $most }名様までです
together-nobody = この担当者は、このメニューを承っていません。担当を選び直してください
together-party = { $least }名から{ $most }名までの人数をお選びください
together-most = この人数では承れません。{ $most }名までご予約いただけます
together-most-way = { $most }名で空きを見る
together-never-hours = 続けると営業時間に収まりません。メニューを減らすか、順番を変えてください。
together-never-people = この組み合わせを担当できる者が同じ日にそろいません。メニューか担当を変えてください。
together-without = 「{ $name }」をはずして{ $day }の空きを見る
