# Shops, and what is said about them.

businesses-home-title = Find a place
businesses-home-description = Book hair salons, clinics, restaurants, classes and home services in Japan. No account needed.
businesses-home-lead = Book right away. No account needed.
businesses-home-search = Name or area
businesses-home-none = Nothing matches your search.
businesses-home-clear = See all places
businesses-home-more = More places
businesses-home-kinds = Type
businesses-kind-all = All
businesses-kind-salon = Hair & beauty
businesses-kind-clinic = Clinics & dental
businesses-kind-restaurant = Restaurants
businesses-kind-class = Classes & studios
businesses-kind-home-visit = Home services
businesses-kind-stay = Inns & hotels
businesses-nth = { $week ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [4] 4th
   *[other] 5th
}
businesses-nth-join = {" and "}
businesses-nth-weekday = { $weeks } { $day }
businesses-closed = { $vertical ->
   *[other] Closed
}
businesses-closed-weekly = { $vertical ->
   *[other] Closed
}
businesses-closing-reason = { $what } ({ $reason })
businesses-list-comma = {", "}
businesses-hours-span = { $from }–{ $until }
businesses-days-span = { $from } – { $until }
businesses-holidays = Public holidays
businesses-holiday-eves = Day before a holiday
businesses-hours-title = { $vertical ->
   *[other] Opening hours
}
businesses-closings-title = { $vertical ->
   *[other] Closing days and special hours
}
businesses-menu = { $vertical ->
    [clinic] Visit
    [restaurant] Course or seats
    [class] Class
    [stay] Plan
   *[other] Service
}
businesses-menu-title = { $vertical ->
    [clinic] Visits
    [restaurant] Courses and seats
    [class] Classes
    [home-visit] Services
    [stay] Plans
   *[other] Menu
}
businesses-notices-title = Before you book
businesses-not-accepting = Online booking is paused at the moment.
businesses-not-yet = This shop doesn’t take online bookings yet.
businesses-not-accepting-call = Please call { $phone }
businesses-book = Book
businesses-first-free = Earliest { $when }
businesses-none-free = Nothing free in the coming days
businesses-by-hand = This is not booked online.
businesses-by-hand-ask = This is not booked online. Please ask at the shop.
businesses-by-hand-call = Please call { $phone }

## Prefectures

businesses-prefecture-hokkaido = Hokkaido
businesses-prefecture-aomori = Aomori
businesses-prefecture-iwate = Iwate
businesses-prefecture-miyagi = Miyagi
businesses-prefecture-akita = Akita
businesses-prefecture-yamagata = Yamagata
businesses-prefecture-fukushima = Fukushima
businesses-prefecture-ibaraki = Ibaraki
businesses-prefecture-tochigi = Tochigi
businesses-prefecture-gunma = Gunma
businesses-prefecture-saitama = Saitama
businesses-prefecture-chiba = Chiba
businesses-prefecture-tokyo = Tokyo
businesses-prefecture-kanagawa = Kanagawa
businesses-prefecture-niigata = Niigata
businesses-prefecture-toyama = Toyama
businesses-prefecture-ishikawa = Ishikawa
businesses-prefecture-fukui = Fukui
businesses-prefecture-yamanashi = Yamanashi
businesses-prefecture-nagano = Nagano
businesses-prefecture-gifu = Gifu
businesses-prefecture-shizuoka = Shizuoka
businesses-prefecture-aichi = Aichi
businesses-prefecture-mie = Mie
businesses-prefecture-shiga = Shiga
businesses-prefecture-kyoto = Kyoto
businesses-prefecture-osaka = Osaka
businesses-prefecture-hyogo = Hyogo
businesses-prefecture-nara = Nara
businesses-prefecture-wakayama = Wakayama
businesses-prefecture-tottori = Tottori
businesses-prefecture-shimane = Shimane
businesses-prefecture-okayama = Okayama
businesses-prefecture-hiroshima = Hiroshima
businesses-prefecture-yamaguchi = Yamaguchi
businesses-prefecture-tokushima = Tokushima
businesses-prefecture-kagawa = Kagawa
businesses-prefecture-ehime = Ehime
businesses-prefecture-kochi = Kochi
businesses-prefecture-fukuoka = Fukuoka
businesses-prefecture-saga = Saga
businesses-prefecture-nagasaki = Nagasaki
businesses-prefecture-kumamoto = Kumamoto
businesses-prefecture-oita = Oita
businesses-prefecture-miyazaki = Miyazaki
businesses-prefecture-kagoshima = Kagoshima
businesses-prefecture-okinawa = Okinawa
businesses-photos-title = Photos
businesses-photo = Photo { $number } of the shop
