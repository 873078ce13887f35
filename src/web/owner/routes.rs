//! Every address of this audience.

use super::{
    branches,
    business::{legal, overbooking, profile, reminders, rules},
    calendars::{acts as calendar_acts, calendar, list as calendars, write as calendar_write},
    catalogue,
    customers::{
        blocked, card, chart, consents, deleted, duplicates, edit, export, import, list, merging,
        notes, tags, wishes,
    },
    embed,
    files::{everything, give, list as files, show as file},
    first_steps, home,
    hours::{acts, closure, limits, show, week},
    imports, letters, messages, opening, photos, search, share, shifts,
    subject::{open, write},
    waiting, webhooks,
};
use actix_web::web::{self, PayloadConfig, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(home::index)))
        .service(resource("/search").route(get().to(search::index)))
        .service(
            resource("/profile")
                .route(get().to(open::<profile::Profile>))
                .route(post().to(profile::update)),
        )
        .service(
            resource("/rules")
                .route(get().to(open::<rules::Rules>))
                .route(post().to(write::<rules::Rules>)),
        )
        .service(
            resource("/overbooking")
                .route(get().to(open::<overbooking::Overbooking>))
                .route(post().to(write::<overbooking::Overbooking>)),
        )
        .service(
            resource("/reminders")
                .route(get().to(open::<reminders::Reminders>))
                .route(post().to(write::<reminders::Reminders>)),
        )
        .service(resource("/messages").route(get().to(messages::index)))
        .service(resource("/share").route(get().to(share::show)))
        .service(
            resource("/share/embed")
                .route(get().to(open::<embed::Embed>))
                .route(post().to(write::<embed::Embed>)),
        )
        .service(resource("/share/qr.svg").route(get().to(share::drawing)))
        .service(resource("/share/qr.png").route(get().to(share::picture)))
        .service(resource("/share/cards").route(get().to(share::cards)))
        .service(resource("/first-steps").route(post().to(first_steps::update)))
        .configure(of_the_opening)
        .service(
            resource("/legal")
                .route(get().to(open::<legal::Legal>))
                .route(post().to(write::<legal::Legal>)),
        )
        .service(
            resource("/branches/new")
                .route(get().to(branches::new::edit))
                .route(post().to(branches::new::create)),
        )
        .configure(of_the_letters)
        .configure(of_the_files)
        .configure(imports::routes::configure)
        .configure(of_the_photos)
        .configure(of_the_customers)
        .configure(of_the_hours)
        .configure(of_the_shifts)
        .configure(of_the_waitlist)
        .configure(of_the_calendars)
        .configure(webhooks::routes::configure)
        .configure(catalogue::routes::configure);
}

fn of_the_letters(config: &mut web::ServiceConfig) {
    config
        .service(resource("/letters").route(get().to(letters::list::index)))
        .service(
            resource("/letters/tone")
                .route(get().to(open::<letters::tone::OwnTone>))
                .route(post().to(write::<letters::tone::OwnTone>)),
        )
        .service(
            resource("/letters/trial")
                .route(get().to(letters::trial::index))
                .route(post().to(letters::trial::create)),
        )
        .service(
            resource("/letters/{occasion}/{language}")
                .route(get().to(open::<letters::wording::OwnWording>))
                .route(post().to(write::<letters::wording::OwnWording>)),
        )
        .service(
            resource("/letters/{occasion}/{language}/restore")
                .route(post().to(letters::restore::restore)),
        );
}

fn of_the_files(config: &mut web::ServiceConfig) {
    config
        .service(resource("/files").route(get().to(files::index)))
        .service(
            resource("/files/everything")
                .route(get().to(everything::index))
                .route(post().to(everything::create)),
        )
        .service(resource("/files/everything/{export}").route(get().to(everything::fetch)))
        .service(
            resource("/files/{list}")
                .route(get().to(file::show))
                .route(post().to(give::create)),
        );
}

fn of_the_opening(config: &mut web::ServiceConfig) {
    config
        .service(resource("/opening").route(get().to(opening::index)))
        .service(
            resource("/opening/hours")
                .route(get().to(opening::hours::edit))
                .route(post().to(opening::hours::update)),
        )
        .service(
            resource("/opening/services")
                .route(get().to(opening::services::edit))
                .route(post().to(opening::services::update)),
        )
        .service(
            resource("/opening/publish")
                .route(get().to(opening::publish::show))
                .route(post().to(opening::publish::create)),
        );
}

fn of_the_photos(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/photos")
                .route(get().to(photos::list::index))
                .route(post().to(photos::upload::create)),
        )
        .service(resource("/photos/logo").route(post().to(photos::upload::create_logo)))
        .service(
            resource("/photos/{photo}")
                .route(get().to(open::<photos::caption::Caption>))
                .route(post().to(write::<photos::caption::Caption>)),
        )
        .service(resource("/photos/{photo}/state").route(post().to(photos::acts::update)));
}

fn of_the_hours(config: &mut web::ServiceConfig) {
    config
        .service(resource("/hours").route(get().to(show::index)))
        .service(
            resource("/hours/week")
                .route(get().to(week::edit))
                .route(post().to(week::update)),
        )
        .service(resource("/hours/week/withdraw").route(post().to(acts::withdraw)))
        .service(resource("/hours/accepting").route(post().to(acts::accept)))
        .service(
            resource("/hours/limits")
                .route(get().to(limits::edit))
                .route(post().to(limits::update)),
        )
        .service(
            resource("/hours/dates")
                .route(get().to(closure::edit))
                .route(post().to(closure::update)),
        );
}

fn of_the_shifts(config: &mut web::ServiceConfig) {
    config
        .service(resource("/shifts").route(get().to(shifts::show::index)))
        .service(resource("/shifts/copy").route(post().to(shifts::copy::create)))
        .service(
            resource("/shifts/time-off/{request}/{act}")
                .route(post().to(shifts::time_off_acts::update)),
        )
        .service(
            resource("/shifts/{resource}")
                .route(get().to(shifts::week::edit))
                .route(post().to(shifts::week::update)),
        )
        .service(
            resource("/shifts/{resource}/day")
                .route(get().to(shifts::day::edit))
                .route(post().to(shifts::day::update)),
        );
}

fn of_the_waitlist(config: &mut web::ServiceConfig) {
    config
        .service(resource("/waitlist").route(get().to(waiting::list::index)))
        .service(resource("/waitlist/rules").route(post().to(waiting::rules::update)))
        .service(resource("/waitlist/{entry}").route(get().to(waiting::one::show)))
        .service(resource("/waitlist/{entry}/offer").route(post().to(waiting::acts::offer)))
        .service(resource("/waitlist/{entry}/order").route(post().to(waiting::acts::order)))
        .service(resource("/waitlist/{entry}/leave").route(post().to(waiting::acts::leave)));
}

fn of_the_customers(config: &mut web::ServiceConfig) {
    config
        .service(resource("/customers").route(get().to(list::index)))
        .service(
            resource("/customers/new")
                .route(get().to(edit::new))
                .route(post().to(edit::create)),
        )
        .service(resource("/customers/deleted").route(get().to(deleted::index)))
        .service(
            resource("/customers/export")
                .route(get().to(export::new))
                .route(post().to(export::create)),
        )
        .service(
            resource("/customers/import")
                .route(get().to(import::new))
                .route(post().to(import::create)),
        )
        .service(resource("/customers/import/{import}").route(post().to(import::confirm)))
        .service(
            resource("/customers/duplicates")
                .route(get().to(duplicates::index))
                .route(post().to(duplicates::update)),
        )
        .service(
            resource("/customers/merge")
                .route(get().to(merging::new))
                .route(post().to(merging::create)),
        )
        .service(
            resource("/customers/headings")
                .route(get().to(open::<chart::headings::Own>))
                .route(post().to(write::<chart::headings::Own>)),
        )
        .configure(of_the_charts)
        .configure(of_the_consents)
        .service(
            resource("/customers/{customer}/messages")
                .route(get().to(open::<wishes::Own>))
                .route(post().to(write::<wishes::Own>)),
        )
        .service(resource("/customers/{customer}").route(get().to(card::show)))
        .service(
            resource("/customers/{customer}/edit")
                .route(get().to(edit::edit))
                .route(post().to(edit::update)),
        )
        .service(resource("/customers/{customer}/remove").route(post().to(edit::remove)))
        .service(resource("/customers/{customer}/restore").route(post().to(deleted::restore)))
        .service(resource("/customers/{customer}/notes").route(post().to(notes::create)))
        .service(
            resource("/customers/{customer}/notes/{note}/remove").route(post().to(notes::remove)),
        )
        .service(
            resource("/customers/{customer}/notes/{note}/restore").route(post().to(notes::restore)),
        )
        .service(resource("/customers/{customer}/tags").route(post().to(tags::create)))
        .service(resource("/customers/{customer}/tags/remove").route(post().to(tags::remove)))
        .service(resource("/customers/{customer}/vip").route(post().to(blocked::vip)))
        .service(resource("/customers/{customer}/block").route(post().to(blocked::block)))
        .service(resource("/customers/{customer}/unblock").route(post().to(blocked::unblock)));
}

fn of_the_charts(config: &mut web::ServiceConfig) {
    config
        .service(resource("/customers/{customer}/chart").route(get().to(chart::list::index)))
        .service(
            resource("/customers/{customer}/chart/new")
                .app_data(PayloadConfig::new(chart::form::LARGEST_FORM))
                .route(get().to(chart::entry::new))
                .route(post().to(chart::entry::create)),
        )
        .service(resource("/customers/{customer}/chart/print").route(get().to(chart::print::show)))
        .service(
            resource("/customers/{customer}/chart/{entry}")
                .app_data(PayloadConfig::new(chart::form::LARGEST_FORM))
                .route(get().to(chart::entry::edit))
                .route(post().to(chart::entry::update)),
        )
        .service(
            resource("/customers/{customer}/chart/{entry}/state")
                .route(post().to(chart::entry::settle)),
        )
        .service(
            resource("/customers/{customer}/chart/{entry}/photos")
                .route(get().to(chart::photos::index))
                .route(post().to(chart::photos::create)),
        )
        .service(
            resource("/customers/{customer}/chart/{entry}/photos/{photo}")
                .route(get().to(open::<chart::caption::Own>))
                .route(post().to(write::<chart::caption::Own>)),
        )
        .service(
            resource("/customers/{customer}/chart/{entry}/photos/{photo}/state")
                .route(post().to(chart::photos::settle)),
        )
        .service(
            resource("/customers/{customer}/chart/{entry}/photos/{photo}/{file}")
                .route(get().to(chart::photos::show)),
        );
}

fn of_the_consents(config: &mut web::ServiceConfig) {
    config
        .service(resource("/customers/{customer}/consents").route(get().to(consents::list::index)))
        .service(
            resource("/customers/{customer}/consents/new")
                .route(get().to(open::<consents::writing::Writing>))
                .route(post().to(write::<consents::writing::Writing>)),
        )
        .service(
            resource("/customers/{customer}/consents/print").route(get().to(consents::print::show)),
        )
        .service(
            resource("/customers/{customer}/consents/{consent}/withdrawal")
                .route(get().to(open::<consents::withdrawal::Own>))
                .route(post().to(write::<consents::withdrawal::Own>)),
        )
        .service(
            resource("/customers/{customer}/consents/{consent}/restore")
                .route(post().to(consents::withdrawal::restore)),
        );
}

/// Calendars that people keep elsewhere, and what they read here.
fn of_the_calendars(config: &mut web::ServiceConfig) {
    config
        .service(resource("/calendars").route(get().to(calendars::index)))
        .service(resource("/calendars/shows").route(post().to(calendar_acts::show)))
        .service(resource("/calendars/links").route(post().to(calendar_acts::make)))
        .service(resource("/calendars/links/{feed}/end").route(post().to(calendar_acts::end)))
        .service(
            resource("/calendars/new")
                .route(get().to(open::<calendar::Own>))
                .route(post().to(calendar_write::write)),
        )
        .service(
            resource("/calendars/{calendar}")
                .route(get().to(open::<calendar::Own>))
                .route(post().to(calendar_write::write)),
        )
        .service(resource("/calendars/{calendar}/state").route(post().to(calendar_acts::settle)));
}
