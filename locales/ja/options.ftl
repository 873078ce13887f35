# オプションと担当別の料金・時間

options-own-title = 担当別の料金・所要時間
options-own-lead = 空欄は、このメニューの料金・所要時間と同じ。指名なしの予約は「〜」付きで表示され、担当が決まると確定します。
options-own-price = { $name }の料金（税込）
options-own-minutes = { $name }の所要時間

options-title = オプション
options-home = 料金と所要時間が変わる追加の選択肢
options-empty = オプションはまだありません。グループを作り、その中に選択肢を入れます。
options-group-new = グループを追加
options-group-edit = グループを変更
options-group-empty = 選択肢がまだありません。入れるまで、お客様には表示されません。
options-new = 選択肢を追加
options-edit = 選択肢を変更
options-edit-lead = 変更はこれからの予約だけに反映。受付済みの予約の料金と時間はそのまま。
options-required = 必ず選んでもらう
options-choice = 選べる数
options-choice-one = 1つだけ
options-choice-several = いくつでも
options-services = 対象のメニュー
options-services-lead = このオプションを選べるメニュー
options-price = 追加料金（税込・1名）
options-minutes = 追加の所要時間
options-rule-one = 必須・1つだけ
options-rule-at-most-one = 任意・1つだけ
options-rule-some = 必須・いくつでも
options-rule-any = 任意・いくつでも
options-note = { $rule }（対象: { $names }）
options-note-nowhere = { $rule }（対象のメニューなし）
options-kind-group = グループ
options-kind-option = 選択肢
