//! Somebody who books: what they send, step by step. An answer that is not the one expected ends the bench.

use super::load::{Answer, Connection, Request};
use chrono::{DateTime, SecondsFormat, Utc};
use rand::Rng;
use uuid::Uuid;

/// A hold that waits to become a booking.
#[derive(Clone, Debug)]
pub struct Prepared {
    slug: String,
    hold: String,
    total: String,
}

/// Somebody with an open connection.
pub struct Guest {
    connection: Connection,
    from: String,
}

/// A time that is wanted.
pub struct Wish<'a> {
    /// Where.
    pub slug: &'a str,
    /// What.
    pub service: Uuid,
    /// With whom.
    pub staff: Option<Uuid>,
    /// From when.
    pub start: DateTime<Utc>,
}

impl Guest {
    /// Opens a connection to the site.
    pub async fn come(address: &str) -> Result<Self, String> {
        let connection = Connection::open(address).await?;
        Ok(Self {
            connection,
            from: some_address(),
        })
    }

    /// Sends a request whose answer must have this status.
    pub async fn send(&mut self, request: Request<'_>, expected: u16) -> Result<Answer, String> {
        let path = request.path.to_owned();
        let answer = self
            .connection
            .send(&Request {
                from: &self.from,
                ..request
            })
            .await?;
        if answer.status == expected {
            return Ok(answer);
        }
        let text = String::from_utf8_lossy(&answer.body);
        let title = text
            .split_once("<title>")
            .and_then(|(_, rest)| rest.split_once("</title>"))
            .map_or("", |(title, _)| title);
        Err(format!(
            "{path}: {} instead of {expected} ({title})",
            answer.status
        ))
    }

    /// Reads a page; gives its size in bytes.
    pub async fn get(&mut self, path: &str) -> Result<usize, String> {
        let answer = self
            .send(
                Request {
                    path,
                    ..Request::default()
                },
                200,
            )
            .await?;
        Ok(answer.body.len())
    }

    /// Sends a form that leads on to another page; gives its address.
    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String, String> {
        let form = serde_urlencoded::to_string(fields).map_err(|error| error.to_string())?;
        let answer = self
            .send(
                Request {
                    path,
                    form: Some(form),
                    ..Request::default()
                },
                303,
            )
            .await?;
        answer
            .location
            .ok_or_else(|| format!("{path}: leads nowhere"))
    }

    /// Asks for a time to be held, whatever the answer.
    pub async fn try_hold(&mut self, wish: &Wish<'_>) -> Result<Answer, String> {
        self.from = some_address();
        let path = format!("/ja/b/{}/book/hold", wish.slug);
        let request = Request {
            path: &path,
            form: Some(hold_form(wish)?),
            from: &self.from,
            ..Request::default()
        };
        self.connection.send(&request).await
    }

    /// Holds a time; gives the address of the details page.
    pub async fn hold(&mut self, wish: &Wish<'_>) -> Result<String, String> {
        self.from = some_address();
        let path = format!("/ja/b/{}/book/hold", wish.slug);
        let request = Request {
            path: &path,
            form: Some(hold_form(wish)?),
            ..Request::default()
        };
        let answer = self.send(request, 303).await?;
        answer
            .location
            .ok_or_else(|| format!("{path}: leads nowhere"))
    }

    /// From a held time to the final check, with a telephone number and perhaps an address; gives what its button sends.
    pub async fn fill_in(
        &mut self,
        slug: &str,
        details: &str,
        with_address: bool,
    ) -> Result<(Prepared, usize), String> {
        let hold = details
            .split_once("hold=")
            .map(|(_, hold)| hold.to_owned())
            .ok_or("no hold in the address")?;
        let mut bytes = self.get(details).await?;
        let number = rand::rng().random_range(0..10_000_000_u32);
        let (email, phone) = (
            format!("guest{number}@example.com"),
            format!("0901{number:07}"),
        );
        let name = include_str!("guest.txt").lines();
        let name = name.filter_map(|line| line.split_once('='));
        let mut fields: Vec<(&str, &str)> = name.collect();
        fields.extend([
            ("hold", hold.as_str()),
            ("phone", &phone),
            ("email", if with_address { &email } else { "" }),
        ]);
        let confirm = self
            .post(&format!("/ja/b/{slug}/book/details"), &fields)
            .await?;
        let page = self
            .send(
                Request {
                    path: &confirm,
                    ..Request::default()
                },
                200,
            )
            .await?;
        bytes += page.body.len();
        let total = field(&page.body, "total").ok_or_else(|| format!("{confirm}: no total"))?;
        Ok((
            Prepared {
                slug: slug.to_owned(),
                hold,
                total,
            },
            bytes,
        ))
    }

    /// Presses the button of the final check; gives the booking's address.
    pub async fn confirm(&mut self, prepared: &Prepared) -> Result<String, String> {
        let path = format!("/ja/b/{}/book/confirm", prepared.slug);
        self.post(
            &path,
            &[("hold", &prepared.hold), ("total", &prepared.total)],
        )
        .await
    }
}

fn hold_form(wish: &Wish<'_>) -> Result<String, String> {
    let (key, service) = (
        Uuid::new_v4().simple().to_string(),
        wish.service.to_string(),
    );
    let start = wish.start.to_rfc3339_opts(SecondsFormat::Secs, true);
    let staff = wish
        .staff
        .map(|staff| staff.to_string())
        .unwrap_or_default();
    serde_urlencoded::to_string([
        ("key", key.as_str()),
        ("service", &service),
        ("staff", &staff),
        ("party", "1"),
        ("start", &start),
    ])
    .map_err(|error| error.to_string())
}

/// The value of a hidden field of a page.
fn field(page: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(page);
    let (_, rest) = text.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

/// Everybody comes from a network of their own, so that the limits for one network hold nobody up.
pub fn some_address() -> String {
    let [a, b, c, _]: [u8; 4] = rand::rng().random::<u32>().to_be_bytes();
    format!("10.{a}.{b}.{c}")
}
