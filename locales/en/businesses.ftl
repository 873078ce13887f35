# Shops, and what is said about them.

businesses-home-title = Find a place
businesses-home-description = Book hair salons, clinics, restaurants, classes and home services in Japan. No account needed.
businesses-home-lead = Book right away. No account needed.
businesses-home-search = Name or area
businesses-home-none = Nothing matches your search.
businesses-home-clear = See all places
businesses-home-more = More places
businesses-home-kinds = Kind
businesses-kind-all = All
businesses-kind-salon = Hair & beauty
businesses-kind-clinic = Clinics & dental
businesses-kind-restaurant = Restaurants
businesses-kind-class = Classes & studios
businesses-kind-home-visit = Home services
businesses-kind-stay = Inns & hotels
