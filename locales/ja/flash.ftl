# 画面が移ったあとに一度だけ出る言葉。

flash-moved = 日時を変更しました
flash-cancelled = 予約をキャンセルしました
flash-already-cancelled = この予約はすでにキャンセルされています
flash-extended = 確保の時間を延長しました
flash-taken = 予約を追加しました
flash-advanced = 状態を変更しました
flash-undone = 元に戻しました
flash-time-gone = この時間にはもう別の予約が入っているため、元に戻せません
flash-overtaken = ほかの人が先に変更しました。最新の内容を表示しています
flash-note-saved = メモを保存しました
flash-guest-moved = 予約を変更しました
flash-called-off = 予約をキャンセルしました
flash-too-early = 予約の時刻になるまで、無断キャンセルにはできません
flash-password-reset = パスワードを変更しました。新しいパスワードでログインしてください
flash-password-changed = パスワードを変更しました。ほかの端末はログアウトされました
flash-signed-out = ログアウトしました
flash-session-ended = その端末をログアウトさせました
flash-others-ended = ほかの端末をすべてログアウトさせました
flash-application-saved = 申請内容を保存しました
flash-application-sent = 審査を申し込みました
flash-paper-added = 書類を追加しました
flash-paper-removed = 書類を削除しました
flash-decided = 反映しました
