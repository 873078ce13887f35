//! Every address of this audience.

use super::{
    answering, answers, block, block_new, booking, cancellation, check_in, counter,
    counter_passkey, day, delay, fold, kept, late, limits, live, manifest, month, new, note,
    payment, phone, pin, print, progress, receipt, relocation,
    team::{devices, invite, leave, list, member, pending, rights, second_factor},
    time_off, today, visits, week,
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
        .service(
            resource("/counter")
                .route(get().to(counter::show))
                .route(post().to(counter::enter)),
        )
        .service(resource("/counter/passkey").route(post().to(counter_passkey::create)))
        .service(resource("/counter/passkey/answer").route(post().to(counter_passkey::answer)))
        .service(resource("/counter/lock").route(post().to(counter::lock)))
        .configure(of_money)
        .configure(of_oneself)
        .configure(of_the_door)
        .configure(of_the_team);
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
            resource("/bookings/{id}/receipt")
                .route(get().to(receipt::show))
                .route(post().to(receipt::create)),
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
        .service(resource("/time-off/{request}/withdraw").route(post().to(time_off::withdraw)));
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
