# 日付・時刻・金額・数の書き方。src/i18n/format が使う。
# 範囲の記号は 〜(U+301C)。括弧は日付・時刻の中だけ半角、ほかは全角。

format-weekday = { $weekday ->
    [mon] 月
    [tue] 火
    [wed] 水
    [thu] 木
    [fri] 金
    [sat] 土
   *[sun] 日
}
format-weekday-holiday = { $weekday }・祝
format-weekday-full = { $weekday ->
    [mon] 月曜日
    [tue] 火曜日
    [wed] 水曜日
    [thu] 木曜日
    [fri] 金曜日
    [sat] 土曜日
   *[sun] 日曜日
}
format-month = { $month }月
format-month-year = { NUMBER($year, useGrouping: "false") }年{ $month }月

format-date = { NUMBER($year, useGrouping: "false") }年{ $month }{ $day }日({ $weekday })
format-day = { $month }{ $day }日({ $weekday })
format-date-holiday = { NUMBER($year, useGrouping: "false") }年{ $month }{ $day }日({ $weekday }・祝)
format-day-holiday = { $month }{ $day }日({ $weekday }・祝)
format-days = { $first }〜{ $last }
format-days-year = { NUMBER($year, useGrouping: "false") }年{ $first }〜{ $last }
format-days-month = { $month }{ $first }日({ $first-weekday })〜{ $last }日({ $last-weekday })
format-days-month-year = { NUMBER($year, useGrouping: "false") }年{ $month }{ $first }日({ $first-weekday })〜{ $last }日({ $last-weekday })
format-stay = { $days } { $nights }
# 真夜中の注記の中で、月が同じときの日付
format-day-again = { $month ->
   *[other] { $day }日({ $weekday })
}

format-relative-today = 本日
format-relative-tomorrow = 明日
format-relative-yesterday = 昨日
format-relative-ahead = あと{ $days }日
format-relative-ago = { $days }日前

format-time = { $hour }:{ NUMBER($minute, minimumIntegerDigits: 2) }
format-time-range = { $from }〜{ $until }
format-time-range-length = { $from }〜{ $until }({ $length })
# 営業時間など、日を添えない時刻。日本語は24時を超えて数え、英語は翌日の時刻にする
format-time-late = { $time ->
   *[other] { $late }
}
format-at = { $day } { $time }
format-at-late = { $day } { $late }({ $next } 午前{ $time })
format-when = { $day } { $from }〜{ $until }({ $length })
format-when-midnight = { $next ->
   *[other] { $day } { $from }〜翌{ $until }({ $length })
}
format-when-late = { $day } { $late-from }〜{ $late-until }({ $length })({ $next } 午前{ $from }〜{ $until })

format-minutes = { $minutes }分
format-hours = { $hours }時間
format-hours-minutes = { $hours }時間{ $minutes }分
format-seconds = { $seconds }秒

format-number = { $number }
format-people = { $people }名
format-nights = { $nights }泊
format-yen = { NUMBER($yen, style: "currency", currency: "JPY") }
format-yen-tax = { NUMBER($yen, style: "currency", currency: "JPY") }（税込）
format-free = 無料
format-postal-code = 〒{ $area }-{ $town }

format-holiday-new-year = 元日
format-holiday-coming-of-age = 成人の日
format-holiday-foundation = 建国記念の日
format-holiday-emperors-birthday = 天皇誕生日
format-holiday-vernal-equinox = 春分の日
format-holiday-showa = 昭和の日
format-holiday-constitution = 憲法記念日
format-holiday-greenery = みどりの日
format-holiday-children = こどもの日
format-holiday-marine = 海の日
format-holiday-mountain = 山の日
format-holiday-respect-for-the-aged = 敬老の日
format-holiday-autumnal-equinox = 秋分の日
format-holiday-health-and-sports = 体育の日
format-holiday-sports = スポーツの日
format-holiday-culture = 文化の日
format-holiday-labour-thanksgiving = 勤労感謝の日
format-holiday-enthronement = 即位の日
format-holiday-enthronement-ceremony = 即位礼正殿の儀
format-holiday-between = 国民の休日
format-holiday-substitute = 振替休日
