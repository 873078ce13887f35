# 製品の名前と、どの画面でも同じでなければならない言葉。

-brand = Omotenashi Connect
-booking = 予約
