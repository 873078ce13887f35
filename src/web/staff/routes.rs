//! Every address of this audience.

use super::{
    absence, answering, answers, block, block_new, booking, bulk, calendar, cancellation, check_in,
    counter, counter_passkey, coupon, coupon_off, day, delay, fold, kept, late, limits, live,
    manifest, message_again, messages, month, new, news, note, part_move, part_off, payment, phone,
    pin, print, progress, propose, receipt, relocation, requests, series, session, session_move,
    session_new, session_off, session_print, sessions,
    team::{devices, invite, leave, list, member, pending, rights, second_factor},
    time_off, today, visits, waiver, week, why,
};
use crate::web::form::questions::LARGEST_FORM;
use actix_web::web::{self, PayloadConfig, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(today::home)))
        .service(resource("/today").route(get().to(today::index)))
        .service(resource("/day").route(get().to(day::index)))
        .service(resource("/day/fold").route(post().to(fold::update)))
        .service(
            resource("/limits")
                .route(get().to(limits::index))
                .route(post().to(limits::update)),
        )
        .service(resource("/live").route(get().to(live::index)))
        .service(resource("/worker.js").route(get().to(kept::worker)))
        .service(resource("/manifest.webmanifest").route(get().to(manifest::show)))
        .service(resource("/week").route(get().to(week::index)))
        .service(resource("/month").route(get().to(month::index)))
        .service(resource("/print").route(get().to(print::index)))
        .service(resource("/visits").route(get().to(visits::index)))
        .service(
            resource("/bookings/new")
                .route(get().to(new::new))
                .route(post().to(new::create)),
        )
        .service(
            resource("/blocks/new")
                .route(get().to(block_new::new))
                .route(post().to(block_new::create)),
        )
        .service(resource("/blocks/{block}").route(get().to(block::show)))
        .service(resource("/blocks/{block}/remove").route(post().to(block::remove)))
        .service(resource("/bookings/{id}").route(get().to(booking::show)))
        .service(resource("/bookings/{id}/progress").route(post().to(progress::create)))
        .service(resource("/bookings/{id}/undo").route(post().to(progress::undo)))
        .service(
            resource("/bookings/{id}/answers")
                .route(get().to(answering::new))
                .route(post().to(answering::create))
                .app_data(PayloadConfig::new(LARGEST_FORM)),
        )
        .service(resource("/bookings/{id}/files/{upload}").route(get().to(answers::file)))
        .service(resource("/bookings/{id}/note").route(post().to(note::create)))
        .service(
            resource("/bookings/{id}/move")
                .route(get().to(relocation::new))
                .route(post().to(relocation::create)),
        )
        .service(
            resource("/bookings/{id}/late")
                .route(get().to(late::new))
                .route(post().to(late::create)),
        )
        .service(resource("/bookings/{id}/delay").route(post().to(delay::create)))
        .service(
            resource("/bookings/{id}/cancel")
                .route(get().to(cancellation::new))
                .route(post().to(cancellation::create)),
        )
        .configure(of_the_tablet)
        .configure(of_requests)
        .configure(of_classes)
        .configure(of_trouble)
        .configure(of_messages)
        .configure(of_money)
        .configure(of_series)
        .configure(of_parts)
        .configure(of_oneself)
        .configure(of_the_door)
        .configure(of_the_team);
}

/// The shop's tablet, on which everybody says who they are.
fn of_the_tablet(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/counter")
                .route(get().to(counter::show))
                .route(post().to(counter::enter)),
        )
        .service(resource("/counter/passkey").route(post().to(counter_passkey::create)))
        .service(resource("/counter/passkey/answer").route(post().to(counter_passkey::answer)))
        .service(resource("/counter/lock").route(post().to(counter::lock)));
}

/// What waits for the shop's answer.
fn of_requests(config: &mut web::ServiceConfig) {
    config
        .service(resource("/requests").route(get().to(requests::index)))
        .service(
            resource("/bookings/{id}/propose")
                .route(get().to(propose::new))
                .route(post().to(propose::create)),
        );
}

/// What is held at set times, and who comes.
fn of_classes(config: &mut web::ServiceConfig) {
    config
        .service(resource("/sessions").route(get().to(sessions::index)))
        .service(
            resource("/sessions/new")
                .route(get().to(session_new::new))
                .route(post().to(session_new::create)),
        )
        .service(resource("/sessions/{service}/{date}/{minute}").route(get().to(session::show)))
        .service(
            resource("/sessions/{service}/{date}/{minute}/attend")
                .route(post().to(session::attend)),
        )
        .service(
            resource("/sessions/{service}/{date}/{minute}/keep").route(post().to(session::keep)),
        )
        .service(
            resource("/sessions/{service}/{date}/{minute}/again").route(post().to(session::again)),
        )
        .service(
            resource("/sessions/{service}/{date}/{minute}/print")
                .route(get().to(session_print::show)),
        )
        .service(
            resource("/sessions/{service}/{date}/{minute}/move")
                .route(get().to(session_move::new))
                .route(post().to(session_move::create)),
        )
        .service(
            resource("/sessions/{service}/{date}/{minute}/cancel")
                .route(get().to(session_off::new))
                .route(post().to(session_off::create)),
        );
}

/// One service of a visit alone.
fn of_parts(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/bookings/{id}/parts/{part}/cancel")
                .route(get().to(part_off::new))
                .route(post().to(part_off::create)),
        )
        .service(
            resource("/bookings/{id}/parts/{part}/move")
                .route(get().to(part_move::new))
                .route(post().to(part_move::create)),
        );
}

/// When things go wrong: somebody is suddenly off, the shop has to close, a time cannot be had.
fn of_trouble(config: &mut web::ServiceConfig) {
    config
        .service(resource("/why").route(get().to(why::index)))
        .service(
            resource("/absence")
                .route(get().to(absence::new))
                .route(post().to(absence::create)),
        )
        .service(
            resource("/bulk")
                .route(get().to(bulk::new))
                .route(post().to(bulk::create)),
        )
        .service(resource("/bookings/{id}/agreed").route(post().to(absence::agree)));
}

/// What guests are told, and what they did.
fn of_messages(config: &mut web::ServiceConfig) {
    config
        .service(resource("/bookings/{id}/messages").route(get().to(messages::index)))
        .service(
            resource("/bookings/{id}/messages/{entry}/again")
                .route(post().to(message_again::create)),
        )
        .service(
            resource("/news")
                .route(get().to(news::index))
                .route(post().to(news::read)),
        );
}

/// What is paid, and the paper for it.
fn of_money(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/bookings/{id}/payment")
                .route(get().to(payment::new))
                .route(post().to(payment::create)),
        )
        .service(
            resource("/bookings/{id}/payments/{payment}/cancel").route(post().to(payment::cancel)),
        )
        .service(
            resource("/bookings/{id}/coupon")
                .route(get().to(coupon::new))
                .route(post().to(coupon::create)),
        )
        .service(
            resource("/bookings/{id}/coupon-off")
                .route(get().to(coupon_off::new))
                .route(post().to(coupon_off::create)),
        )
        .service(
            resource("/bookings/{id}/waive")
                .route(get().to(waiver::new))
                .route(post().to(waiver::create)),
        )
        .service(
            resource("/bookings/{id}/receipt")
                .route(get().to(receipt::show))
                .route(post().to(receipt::create)),
        );
}

/// A booking that is repeated, and several of a series at once.
fn of_series(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/bookings/{id}/series")
                .route(get().to(series::repetition::new))
                .route(post().to(series::repetition::create)),
        )
        .service(
            resource("/bookings/{id}/series/move")
                .route(get().to(series::relocation::new))
                .route(post().to(series::relocation::create)),
        )
        .service(
            resource("/bookings/{id}/series/cancel")
                .route(get().to(series::cancellation::new))
                .route(post().to(series::cancellation::create)),
        );
}

/// What is one's own: the digits, and the days off.
fn of_oneself(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/pin")
                .route(get().to(pin::edit))
                .route(post().to(pin::update)),
        )
        .service(
            resource("/time-off")
                .route(get().to(time_off::index))
                .route(post().to(time_off::create)),
        )
        .service(resource("/time-off/{request}/withdraw").route(post().to(time_off::withdraw)))
        .service(
            resource("/calendar")
                .route(get().to(calendar::show))
                .route(post().to(calendar::create)),
        )
        .service(resource("/calendar/{feed}/end").route(post().to(calendar::end)));
}

/// Whoever calls, and whoever comes in.
fn of_the_door(config: &mut web::ServiceConfig) {
    config
        .service(resource("/phone").route(get().to(phone::index)))
        .service(
            resource("/check-in")
                .route(get().to(check_in::show))
                .route(post().to(check_in::create)),
        );
}

fn of_the_team(config: &mut web::ServiceConfig) {
    config
        .service(resource("/team").route(get().to(list::index)))
        .service(
            resource("/team/invite")
                .route(get().to(invite::new))
                .route(post().to(invite::create)),
        )
        .service(resource("/team/invitations/{invitation}/send").route(post().to(pending::again)))
        .service(
            resource("/team/invitations/{invitation}/withdraw").route(post().to(pending::withdraw)),
        )
        .service(resource("/team/devices").route(post().to(devices::enrol)))
        .service(resource("/team/devices/{device}/revoke").route(post().to(devices::revoke)))
        .service(resource("/team/second-factor").route(post().to(second_factor::update)))
        .service(resource("/team/rights").route(get().to(rights::show)))
        .service(resource("/team/{seat}").route(get().to(member::show)))
        .service(resource("/team/{seat}/role").route(post().to(member::change)))
        .service(resource("/team/{seat}/rights").route(post().to(member::adjust)))
        .service(
            resource("/team/{seat}/leave")
                .route(get().to(leave::new))
                .route(post().to(leave::create)),
        );
}
