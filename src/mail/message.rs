//! A letter as MIME: the words twice, the date beside them, and the date once more as a file.

use super::{Letter, MailError, address, letter::one_line, mailbox};
use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Attachment, Body as Content, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0},
    },
};

/// What stands in the envelope.
enum Body {
    Alone(SinglePart),
    Parts(MultiPart),
}

/// Writes a letter as it goes over the wire.
pub(super) fn message(
    letter: &Letter,
    from: &Address,
    date: DateTime<Utc>,
) -> Result<Message, MailError> {
    let mut builder = Message::builder()
        .message_id(Some(format!("<{}>", one_line(&letter.message_id))))
        .date(date.into())
        .from(mailbox(&letter.from_name, from.clone()))
        .to(mailbox(&letter.to_name, address(&letter.to)?))
        .subject(one_line(&letter.subject))
        .raw_header(automatic());
    let reply_to = letter.reply_to.as_deref().map(str::parse::<Address>);
    if let Some(Ok(reply_to)) = reply_to {
        builder = builder.reply_to(mailbox("", reply_to));
    }
    if let Some(url) = &letter.unsubscribe {
        builder = builder
            .raw_header(header("List-Unsubscribe", format!("<{}>", one_line(url))))
            .raw_header(header(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            ));
    }
    let (headers, formatted) = match body(letter)? {
        Body::Alone(part) => (part.headers().clone(), part.formatted()),
        Body::Parts(parts) => (parts.headers().clone(), parts.formatted()),
    };
    // What says how to read the rest stands among the letter's own headers, where a signature finds it.
    let encoding = headers.get::<ContentTransferEncoding>();
    let encoding = encoding.unwrap_or(ContentTransferEncoding::SevenBit);
    builder
        .header(MIME_VERSION_1_0)
        .header(
            headers
                .get::<ContentType>()
                .unwrap_or(ContentType::TEXT_PLAIN),
        )
        .body(Content::dangerous_pre_encoded(below(formatted), encoding))
        .map_err(|error| MailError::Unsendable(error.to_string()))
}

/// What stands below the headers of a part.
fn below(mut formatted: Vec<u8>) -> Vec<u8> {
    let end = formatted.windows(4).position(|four| four == b"\r\n\r\n");
    formatted.drain(..end.map_or(0, |at| at + 4));
    formatted
}

/// Tells other programs that a program wrote this, so that no absence notice answers it (RFC 3834).
fn automatic() -> HeaderValue {
    header("Auto-Submitted", "auto-generated".to_owned())
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// One part where there is only one, as readers who want no more expect it. Mail programs take the last part of an alternative that they understand; those that take dates from mail read the
/// part, the others offer the file.
fn body(letter: &Letter) -> Result<Body, MailError> {
    let plain = SinglePart::plain(letter.text.clone());
    if letter.html.is_empty() && letter.calendar.is_none() {
        return Ok(Body::Alone(plain));
    }
    let mut words = MultiPart::alternative().singlepart(plain);
    if !letter.html.is_empty() {
        words = words.singlepart(SinglePart::html(letter.html.clone()));
    }
    let Some(calendar) = &letter.calendar else {
        return Ok(Body::Parts(words));
    };
    let date = SinglePart::builder()
        .content_type(content_type(&format!(
            "text/calendar; charset=utf-8; method={}",
            calendar.method
        ))?)
        .body(calendar.content.clone());
    let file = Attachment::new(one_line(&calendar.file_name)).body(
        calendar.content.clone(),
        content_type("application/ics; charset=utf-8")?,
    );
    Ok(Body::Parts(
        MultiPart::mixed()
            .multipart(words.singlepart(date))
            .singlepart(file),
    ))
}

fn content_type(text: &str) -> Result<ContentType, MailError> {
    ContentType::parse(text).map_err(|error| MailError::Unsendable(error.to_string()))
}
