# How dates, times, amounts and numbers are written. Used by src/i18n/format.
# The month is in letters, so that day and month cannot be swapped. Ranges have an en dash.

format-weekday = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
format-weekday-holiday = { $weekday }
format-weekday-full = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
format-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
format-month-year = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { NUMBER($year, useGrouping: "false") }

format-date = { $weekday }, { $day } { $month } { NUMBER($year, useGrouping: "false") }
format-day = { $weekday }, { $day } { $month }
format-date-holiday = { $weekday }, { $day } { $month } { NUMBER($year, useGrouping: "false") } (holiday)
format-day-holiday = { $weekday }, { $day } { $month } (holiday)
format-days = { $first } – { $last }
format-days-year = { $first } – { $last } { NUMBER($year, useGrouping: "false") }
format-days-month = { $first-weekday }, { $first } – { $last-weekday }, { $last } { $month }
format-days-month-year = { $first-weekday }, { $first } – { $last-weekday }, { $last } { $month } { NUMBER($year, useGrouping: "false") }
format-stay = { $days } ({ $nights })
# the date inside a late-night note, when the month is the same
format-day-again = { $weekday }, { $day } { $month }

format-relative-today = today
format-relative-tomorrow = tomorrow
format-relative-yesterday = yesterday
format-relative-ahead = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}
format-relative-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}

format-time = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) }
format-time-range = { $from }–{ $until }
format-time-range-length = { $from }–{ $until } ({ $length })
# 25:30 means nothing to an English reader, so it is asked for and not shown
format-time-late = { $late ->
   *[other] { $time }
}
format-at = { $day } { $time }
# 24:30 means nothing to an English reader, so the hour is asked for and not shown
format-at-late = { $late ->
   *[other] { $day }, late night ({ $next } { $time })
}
format-when = { $day } { $from }–{ $until } ({ $length })
format-when-midnight = { $day } { $from } – { $next } { $until } ({ $length })
format-when-late = { $late-from ->
   *[other] { $late-until ->
       *[other] { $day }, late night ({ $next } { $from }–{ $until }, { $length })
    }
}

format-minutes = { $minutes } min
format-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
format-hours-minutes = { $hours } hr { $minutes } min
format-seconds = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}

format-number = { $number }
format-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
format-nights = { $nights ->
    [one] 1 night
   *[other] { $nights } nights
}
format-yen = { NUMBER($yen, style: "currency", currency: "JPY") }
format-yen-tax = { NUMBER($yen, style: "currency", currency: "JPY") } (tax incl.)
format-free = Free
format-postal-code = { $area }-{ $town }

format-holiday-new-year = New Year's Day
format-holiday-coming-of-age = Coming of Age Day
format-holiday-foundation = National Foundation Day
format-holiday-emperors-birthday = The Emperor's Birthday
format-holiday-vernal-equinox = Vernal Equinox Day
format-holiday-showa = Showa Day
format-holiday-constitution = Constitution Memorial Day
format-holiday-greenery = Greenery Day
format-holiday-children = Children's Day
format-holiday-marine = Marine Day
format-holiday-mountain = Mountain Day
format-holiday-respect-for-the-aged = Respect for the Aged Day
format-holiday-autumnal-equinox = Autumnal Equinox Day
format-holiday-health-and-sports = Health and Sports Day
format-holiday-sports = Sports Day
format-holiday-culture = Culture Day
format-holiday-labour-thanksgiving = Labour Thanksgiving Day
format-holiday-enthronement = Enthronement Day
format-holiday-enthronement-ceremony = Enthronement Ceremony Day
format-holiday-between = National holiday
format-holiday-substitute = Substitute holiday
