//! Letters to a person about their own account. They come from the house, not from a shop.

use super::{
    Desk,
    facts::Fact,
    frame::{Frame, Link},
    signature::Signature,
};
use crate::{
    base::{ids::ProofId, lang::Lang},
    domain::{
        accounts::{reset, sign_in_code, verification},
        bookings::calendar::host_of,
        notifications::{delivery, personal::Kind},
    },
    i18n::Words,
    mail,
};
use askama::Template;
use uuid::Uuid;

/// What such a letter is written from, read in one transaction.
#[derive(Clone, Debug)]
pub struct Personal {
    /// Which letter.
    pub kind: Kind,
    /// Its row.
    pub letter: delivery::Letter,
    /// What to call the person.
    pub name: String,
    /// What its link proves.
    pub about: Option<ProofId>,
}

#[derive(Template)]
#[template(path = "letters/personal.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

#[derive(Template)]
#[template(path = "letters/personal.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

/// A letter's own sentences.
struct Said {
    subject: String,
    opening: String,
    facts: Vec<Fact>,
    link: Option<Link>,
    closing: Vec<String>,
}

/// Writes a letter. Fails only if a template does.
pub fn draw(personal: &Personal, desk: &Desk<'_>) -> Result<mail::Letter, askama::Error> {
    let t = Words::of(Lang::from_code(&personal.letter.locale).unwrap_or_default());
    let said = said(personal, desk, t);
    let frame = Frame {
        t,
        subject: said.subject,
        greeting: greeting(t, &personal.name),
        facts: said.facts,
        link: said.link,
        signature: Signature::of_the_house(t, desk.public_url),
    };
    let (opening, closing) = (said.opening.as_str(), said.closing.as_slice());
    let text = Text {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    let html = Html {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    Ok(mail::Letter {
        message_id: format!("{}@{}", personal.letter.id, host_of(desk.public_url)),
        from_name: t.ui_brand(),
        reply_to: None,
        to: personal.letter.to_email.clone().unwrap_or_default(),
        to_name: personal.name.clone(),
        subject: frame.subject.clone(),
        text,
        html,
        calendar: None,
    })
}

fn said(personal: &Personal, desk: &Desk<'_>, t: Words) -> Said {
    let page = |path: &str| format!("{}/{}/account/{path}", desk.public_url, t.lang());
    // A letter with a link is only drawn while what it proves is open.
    let proof = personal.about.unwrap_or(ProofId(Uuid::nil()));
    match personal.kind {
        Kind::VerifyAddress => {
            let token = verification::token(desk.secret, proof).text();
            let url = page(&format!("verification/{token}"));
            Said {
                subject: t.letters_verify_subject(),
                opening: t.letters_verify_opening(),
                facts: Vec::new(),
                link: Some(Link::new(t, url, t.letters_verify_link())),
                closing: vec![t.letters_verify_life(), t.letters_verify_not_you()],
            }
        }
        Kind::AddressInUse => Said {
            subject: t.letters_in_use_subject(),
            opening: t.letters_in_use_opening(),
            facts: Vec::new(),
            link: Some(Link::new(t, page("sign-in"), t.letters_in_use_link())),
            closing: vec![t.letters_in_use_forgotten(), t.letters_in_use_not_you()],
        },
        Kind::ResetPassword => {
            let token = reset::token(desk.secret, proof).text();
            let url = page(&format!("reset/{token}"));
            Said {
                subject: t.letters_reset_subject(),
                opening: t.letters_reset_opening(),
                facts: Vec::new(),
                link: Some(Link::new(t, url, t.letters_reset_link())),
                closing: vec![t.letters_reset_life(), t.letters_reset_not_you()],
            }
        }
        Kind::PasswordChanged => Said {
            subject: t.letters_password_subject(),
            opening: t.letters_password_opening(),
            facts: Vec::new(),
            link: Some(Link::new(t, page("reset"), t.letters_password_link())),
            closing: vec![t.letters_password_not_you()],
        },
        Kind::SignInCode => {
            let digits = sign_in_code::digits(desk.secret, proof);
            Said {
                subject: t.letters_code_subject(&digits),
                opening: t.letters_code_opening(),
                facts: vec![Fact {
                    line: t.letters_fact(t.letters_code(), &digits),
                    label: t.letters_code(),
                    value: digits,
                    other_lang: None,
                }],
                link: None,
                closing: vec![t.letters_code_life(), t.letters_code_not_you()],
            }
        }
    }
}

fn greeting(t: Words, name: &str) -> String {
    if name.is_empty() {
        t.letters_greeting_nobody()
    } else {
        t.letters_greeting(name)
    }
}
