### Charts: what was done at each visit, with photos

chart-name = Chart
chart-title = Chart of { $name }
chart-visits = Entries
chart-none = No chart yet.
chart-write = Write chart
chart-new = New chart entry for { $name }
chart-of-day = Chart of { $day }
chart-edit = Edit
chart-booking = See booking
chart-written = Written { $when }
chart-all = See the whole chart
chart-older = Earlier visits
chart-newest = Latest visits
chart-gone = Deleted entries ({ $count })
chart-delete = Delete this entry
chart-date =
    { $kind ->
        [class] Date of class
        [stay] Date of stay
       *[other] Date of visit
    }
chart-empty = Write at least one of these.
chart-printed = Printed { $when }
chart-printed-part = These are the latest { $most } entries. There are earlier ones.

## Photos

chart-photos-of-day = Photos of { $day }
chart-photos-to =
    { $count ->
        [0] Save and add photos
       *[other] Save and go to photos ({ $count })
    }
chart-photos-private = Only people in your shop who may see customers can see these. They never appear on your booking page.
chart-photos-gone = Deleted photos ({ $count })
chart-photo-stage = Taken
chart-photo-stage-required = Choose before or after.
chart-photo-caption = Description
chart-photo-hint = JPEG, PNG or WebP, up to { $mega } MB each and { $files } at a time. We remove where they were taken and the like.
chart-photo-send = Add photos
chart-photo-remove = Delete
chart-photo-edit = Edit description
chart-photo-words = Description of a photo
chart-photo-words-lead = Only seen inside your shop. If you chose before or after by mistake, correct it here.
chart-photo-too-many = “{ $name }” was not added. An entry has up to { $most } photos.
chart-photos-full = An entry has up to { $most } photos. Delete another one to restore this one.
chart-stage-before =
    { $kind ->
        [class] Before class
        [stay] Before the stay
       *[other] Before
    }
chart-stage-after =
    { $kind ->
        [class] After class
        [stay] After the stay
       *[other] After
    }

## Headings

chart-headings = Chart headings
chart-headings-lead = The boxes you fill in when you write a chart. Entries already written stay as they are. Keep records that the law makes you store, such as medical records, in a system made for them.
chart-headings-lines = Headings
chart-headings-hint = One per line, up to { $most }, each up to { $longest } characters. Leave empty for the usual ones of your kind of business.
chart-headings-too-many = Up to { $most } headings.
chart-usual =
    { $kind ->
        [clinic]
            Symptoms
            Treatment
            Next time
        [restaurant]
            Food and drinks
            Preferences
            Next time
        [class]
            What we did
            Condition
            Next time
        [home-visit]
            Work done
            Parts and products
            Next time
        [stay]
            Room and meals
            Wishes
            Next time
       *[salon]
            Treatment
            Products
            Next time
    }
