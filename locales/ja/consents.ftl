### お客様の同意: 何に、いつ、どのように同意したか。撤回も残す

consents-name = 同意
consents-title = { $name }の同意
consents-lead = ご予約のときの同意と、お店で記録した同意です。記録は消えません。取りやめの申し出があったら、撤回を記録します。
consents-none = 同意の記録はまだありません。
consents-kept = 同意の記録
consents-all = 同意をすべて見る
consents-write = 同意を記録
consents-begin = 文面を選んで記録
consents-booking = 予約を見る
consents-wording-show = 同意した文面を見る
consents-stands = 同意
consents-withdrawn = 撤回
consents-withdrawn-on = { $day }に撤回
consents-by = 記入: { $name }
consents-signed = 署名・同意した人: { $name }
consents-with-topic = { $kind }（{ $topic }）
consents-withdraw = 撤回を記録
consents-withdrawal-edit = 撤回の記録を直す
consents-restore = 撤回を取り消す
consents-printed = { $when }に印刷

## 記録する

consents-new = { $name }の同意を記録
consents-new-lead = 紙や電話などで受けた同意を、お客様にお見せした文面のまま残します。あとから書き換えることはできません。
consents-part-what = 同意の内容
consents-part-how = 受けた方法と日付
consents-kind = 種類
consents-kind-required = 種類を選んでください。
consents-kind-marketing = お知らせの配信
consents-kind-photos = 写真の掲載
consents-kind-health = 健康に関する情報
consents-kind-other = その他
consents-topic = 対象・範囲
consents-topic-hint = 例: Instagramだけ。「その他」のときは、何の同意かを入力してください。
consents-topic-required = 「その他」のときは、何の同意かを入力してください。
consents-wording = 文面
consents-wording-hint = お客様が同意した文をそのまま入力してください。
consents-wording-required = お客様が同意した文面を入力してください。
consents-way = 方法
consents-way-required = 同意を受けた方法を選んでください。
consents-way-person = 店頭で口頭
consents-way-paper = 紙に署名
consents-way-phone = 電話
consents-way-online = メール・LINEなど
consents-way-booking = ご予約のときにご本人が入力
consents-way-desk = ご予約の回答としてスタッフが記入
consents-date = 同意した日
consents-date-ahead = 今日か、それより前の日付にしてください。
consents-signer = 同意した人
consents-signer-hint = 保護者など、ご本人でないときのお名前
consents-too-many = お店で記録できる同意は、お客様1人につき{ $most }件までです。
consents-usual-marketing = キャンペーンや新メニューなどのお知らせを、お店からメールやメッセージで受け取ることに同意します。配信はいつでも止められます。
consents-usual-photos = 施術前後などに撮影した写真を、お店のホームページやSNSに掲載することに同意します。掲載の取りやめは、いつでもお店に申し出ることができます。
consents-usual-health = 安全にご利用いただくため、アレルギー・既往歴・服薬などの健康に関する情報をお店が記録し、担当者が確認することに同意します。

## 撤回

consents-withdrawal = 同意の撤回を記録
consents-withdrawal-lead = { $day }に同意した「{ $name }」の撤回を記録します。同意の記録はそのまま残ります。
consents-part-withdrawal = 撤回
consents-withdrawal-date = 撤回の申し出があった日
consents-withdrawal-before = 同意した日（{ $day }）か、それよりあとの日付にしてください。
consents-withdrawal-note = メモ
consents-withdrawal-note-hint = 例: お電話で申し出。記入の間違いだったときも、ここに書きます。
