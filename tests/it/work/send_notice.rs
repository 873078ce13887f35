//! A letter's way from the row to the mailbox, and what becomes of it when the mail server is not there.

use super::salon::Salon;
use crate::mail::server::MailServer;
use omotenashi::{base::lang::Lang, domain::notifications::send::Kind, work::run_due};
use serde_json::json;

fn kept(text: &str) -> (String, String) {
    (format!("queued {text}"), format!("waiting {text}"))
}

#[tokio::test]
async fn a_confirmation_arrives_in_both_languages() {
    for (lang, subject, sentence) in [
        (
            Lang::Ja,
            "【予約確定】11月20日(金) 14:30 ヘアサロン花",
            "次の内容で確定しました。",
        ),
        (
            Lang::En,
            "Booking confirmed – Fri, 20 Nov 14:30, Hair Salon Hana",
            "Your booking is confirmed.",
        ),
    ] {
        let (salon, server) = (Salon::open().await, MailServer::start());
        let (booking, letter) = salon.confirmation(lang).await;
        assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
        let arrived = server.letter();
        assert_eq!(arrived.header("Subject"), subject);
        assert_eq!(arrived.header("To"), "髙橋 花子 <hanako@example.com>");
        assert_eq!(
            arrived.header("Message-ID"),
            format!("<{letter}@booking.example.jp>")
        );
        assert_eq!(arrived.header("Date"), "Fri, 20 Nov 2026 01:00:00 +0000");
        for part in ["text/plain", "text/html"] {
            assert!(arrived.part(part).text().contains(sentence), "{part}");
        }
        let calendar = arrived.part("text/calendar");
        assert_eq!(calendar.method(), Some("REQUEST"));
        assert!(
            calendar
                .text()
                .contains(&format!("UID:{booking}@booking.example.jp\n"))
        );
        assert!(calendar.text().contains("DTSTART:20261120T053000Z\n"));
        assert_eq!(
            salon.fate(letter).await,
            ("sent 1".to_owned(), "done 1".to_owned())
        );
        let log = "select concat_ws(' ', count(*), min(status::text), min(recipient)) from notification_logs";
        assert_eq!(salon.ask(log).await, "1 sent hanako@example.com");
    }
}

#[tokio::test]
async fn a_mail_server_that_is_away_costs_a_wait_and_nothing_else() {
    let (salon, away) = (Salon::open().await, MailServer::start());
    let port = away.port();
    drop(away);
    let (booking, letter) = salon.confirmation(Lang::Ja).await;
    let shift = salon.shift(&format!("smtp://127.0.0.1:{port}"));
    let row = format!("select md5(row(b.*)::text) from bookings b where id = '{booking}'");
    let before = salon.ask(&row).await;
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    let (of_letter, of_job) = salon.fate(letter).await;
    let why = "1 the mail server cannot be reached: Connection refused";
    assert!(
        of_letter.starts_with(&format!("queued {why}")),
        "{of_letter}"
    );
    assert!(of_job.starts_with(&format!("waiting {why}")), "{of_job}");
    assert_eq!(salon.ask(&row).await, before, "the booking is as it was");
    assert_eq!(run_due(&shift).await.unwrap(), 0, "not at once");
    let server = MailServer::answering("take", port);
    salon.wait(15);
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    assert_eq!(server.letters().len(), 1);
    assert_eq!(
        salon.fate(letter).await,
        ("sent 2".to_owned(), "done 2".to_owned())
    );
    let log = "select string_agg(status::text, ' ' order by attempts) from notification_logs";
    assert_eq!(salon.ask(log).await, "retrying sent");
}

#[tokio::test]
async fn later_is_tried_again_and_its_words_are_kept() {
    let salon = Salon::open().await;
    let (_, letter) = salon.confirmation(Lang::Ja).await;
    let server = MailServer::answering("451 4.7.1 come back later", 0);
    let shift = salon.shift(&server.url());
    for attempt in 1..8 {
        assert_eq!(run_due(&shift).await.unwrap(), 1);
        let answer = format!("{attempt} the mail server said: 451 4.7.1 come back later");
        assert_eq!(salon.fate(letter).await, kept(&answer));
        salon.wait(6 * 3_600);
        let tomorrow = "update bookings set start_at = start_at + interval '1 day', end_at = end_at + interval '1 day', \
                        business_date = business_date + 1";
        salon.sql(tomorrow.to_owned()).await;
    }
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    let answer = "failed 8 the mail server said: 451 4.7.1 come back later".to_owned();
    assert_eq!(salon.fate(letter).await, (answer.clone(), answer));
    salon.wait(24 * 3_600);
    assert_eq!(
        run_due(&shift).await.unwrap(),
        0,
        "given up after eight tries"
    );
}

#[tokio::test]
async fn a_no_is_not_asked_for_twice() {
    let salon = Salon::open().await;
    let (_, letter) = salon.confirmation(Lang::En).await;
    let server = MailServer::answering("550 5.1.1 no such mailbox", 0);
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    let answer = "1 the mail server said: 550 5.1.1 no such mailbox";
    let fate = (format!("bounced {answer}"), format!("failed {answer}"));
    assert_eq!(salon.fate(letter).await, fate);
}

#[tokio::test]
async fn what_was_taken_back_or_sent_already_is_not_sent() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let (_, taken_back) = salon.confirmation(Lang::Ja).await;
    let (_, sent) = salon.confirmation(Lang::Ja).await;
    salon
        .sql(format!(
            "delete from notification_outbox where id = '{taken_back}';
             update notification_outbox set sent_at = now(), delivery_status = 'sent' where id = '{sent}'"
        ))
        .await;
    assert_eq!(run_due(&shift).await.unwrap(), 2);
    assert!(tray.letters().is_empty());
    let open = "select count(*) from queue_jobs where status <> 'done'";
    assert_eq!(salon.ask(open).await, "0");
}

#[tokio::test]
async fn a_confirmation_never_follows_the_cancellation() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let (booking, _) = salon.confirmation(Lang::Ja).await;
    salon
        .sql(format!("update bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{booking}'"))
        .await;
    let fee = json!({ "fee": 2_750 });
    salon
        .letter(Kind::BookingCancelled, booking, Lang::Ja, fee)
        .await;
    assert_eq!(run_due(&shift).await.unwrap(), 2);
    let letters = tray.letters();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].letter.subject.starts_with("【キャンセル完了】"));
    let text = &letters[0].letter.text;
    assert!(
        text.lines()
            .nth(2)
            .unwrap()
            .starts_with("キャンセル料 2,750円"),
        "{text}"
    );
    assert_eq!(
        salon.ask("select count(*) from notification_outbox").await,
        "1"
    );
}

#[tokio::test]
async fn nothing_is_confirmed_that_is_over() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    salon.confirmation(Lang::Ja).await;
    salon.wait(12 * 3_600);
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    assert!(tray.letters().is_empty());
}

#[tokio::test]
async fn a_move_tells_who_moved_it_and_from_when() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    for (actor, sentence) in [
        ("customer", "as you asked"),
        ("member", "A member of our staff has moved your booking"),
    ] {
        let (booking, business) = (salon.booking(Lang::En).await, salon.business);
        salon
            .sql(format!(
                "insert into booking_history (business_id, booking_id, actor, field_changed) values ('{business}', '{booking}', '{actor}', 'start_at')"
            ))
            .await;
        let old = json!({ "old_start": "2026-11-19T05:30:00Z", "old_end": "2026-11-19T07:30:00Z" });
        salon
            .letter(Kind::BookingChanged, booking, Lang::En, old)
            .await;
        run_due(&shift).await.unwrap();
        let text = &tray.letters()[0].letter.text;
        assert!(text.contains(sentence), "{text}");
        assert!(text.contains("Old time: Thu, 19 Nov 2026 14:30"), "{text}");
        assert!(text.contains("New time: Fri, 20 Nov 2026 14:30"), "{text}");
    }
}

#[tokio::test]
async fn what_can_never_be_done_is_given_up_with_its_reason() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let business = salon.business;
    salon
        .sql(format!(
            "insert into queue_jobs (business_id, job_type, payload_json, scheduled_at) values
                ('{business}', 'send_notice', '{{}}', '2026-01-01'), ('{business}', 'unheard_of', '{{}}', '2026-01-01')"
        ))
        .await;
    assert_eq!(run_due(&shift).await.unwrap(), 2);
    let fates = "select string_agg(concat_ws(' ', status, last_error), '; ' order by job_type) from queue_jobs";
    assert_eq!(
        salon.ask(fates).await,
        "failed the payload cannot be read; waiting no job is called unheard_of here"
    );
    assert!(tray.letters().is_empty());
}
