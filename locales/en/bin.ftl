# What shops have deleted, for operators

bin-way = Deleted things
bin-title = Deleted at { $shop }
bin-lead = What the shop deleted: restore it, or delete it for good. Only operators delete for good.
bin-cut = The latest 300 are shown
bin-empty = Nothing is deleted
bin-deleted = deleted { $when }
bin-since = Deleted
bin-restore = Restore
bin-purge = Delete for good
bin-purge-title = Delete for good
bin-purge-lead = It cannot be restored afterwards. The reason is kept on record.
bin-name = Type its name to confirm
bin-name-hint = Type “{ $name }”
bin-name-wrong = The name does not match
bin-needed-by-bookings = { $count } bookings need it, so it cannot be deleted for good
bin-needed-otherwise = { $count } other things still use it, so it cannot be deleted for good
bin-kind-service = Service
bin-kind-category = Category
bin-kind-option-group = Option group
bin-kind-option = Option
bin-kind-question = Question for guests
bin-kind-policy = Cancellation policy
bin-kind-resource = Staff, seat or equipment
bin-kind-photo = Photo
bin-kind-customer = Guest
bin-kind-chart = Chart entry
