# Photos and logo, in the back office. Short nouns and verbs.

photos-title = Photos and logo
photos-home = Photos on your booking page, and the logo at the top of it
photos-photos = Photos
photos-photo = Photo
photos-choose = Choose photos
photos-hint = JPEG, PNG or WebP, up to { $mega } MB each and { $files } at a time. Where a photo was taken and other camera notes are erased first.
photos-send = Add photos
photos-count = { $count } of { $most } photos
photos-none = No photos yet. Choose some above to add them.
photos-taken = { $count ->
    [one] 1 photo added.
   *[other] { $count } photos added.
}
photos-number = photo { $number }
photos-no-caption = No description
photos-featured = Cover
photos-feature = Make cover
photos-before = Move earlier
photos-after = Move later
photos-remove = Delete
photos-restore = Restore
photos-gone = Deleted ({ $count })
photos-caption-edit = Describe
photos-caption-title = Photo description
photos-caption-lead = Read out to people who cannot see the photo. Say briefly what it shows.
photos-caption-words = Words
photos-caption-ja = Description (Japanese)
photos-caption-en = Description (English)
photos-caption-hint = For example: seats by the window
photos-logo = Logo
photos-logo-lead = Stands left of your shop’s name, 36 pixels high.
photos-logo-choose = Choose a logo
photos-logo-hint = JPEG, PNG or WebP. A PNG with a transparent background looks best.
photos-logo-send = Use this logo
photos-logo-remove = Remove logo

## What cannot be used

photos-required = Choose an image.
photos-empty = “{ $name }” is an empty file. Choose another image.
photos-too-large = “{ $name }” is too large. Choose an image of up to { $most } MB.
photos-heic = “{ $name }” is in HEIC format, which cannot be read. On the iPhone, set Settings → Camera → Formats to Most Compatible, or convert it to JPEG.
photos-unknown = “{ $name }” cannot be read as a photo. Choose a JPEG, PNG or WebP image.
photos-misnamed = “{ $name }” is not what its name says: it is a { $kind } file. Correct the name or choose another image.
photos-moving = “{ $name }” is animated. Choose a still image.
photos-too-many-pixels = “{ $name }” has too many pixels. Scale it down to { $most } megapixels.
photos-too-small = “{ $name }” is too small. Both sides must be at least { $least } pixels.
photos-broken = “{ $name }” is damaged or cut off. Save it again, then choose it.
photos-there = “{ $name }” is already shown.
photos-too-many = “{ $name }” was not added: { $most } photos is the most. Delete some first.

## Photos of services and staff

photos-portrait = Photo
photos-portrait-title = Photo of { $name }
photos-portrait-lead = Shown small beside the name on your booking page. One photo each.
photos-portrait-none = No photo yet.
photos-portrait-gone = The photo is taken off. Guests do not see it.
photos-portrait-choose = Choose a photo
photos-portrait-hint = JPEG, PNG or WebP, up to { $mega } MB. A new photo replaces the one there is. We remove where it was taken and the like.
photos-portrait-remove = Take photo off
