//! One question to one server, and what it says.

use super::address::{Address, Judge, Lookup, NotPublic, Reach, system};
use reqwest::{Client, Method, Request, redirect::Policy};
use rustls::crypto::{CryptoProvider, ring};
use std::{
    error::Error,
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};
use thiserror::Error;

/// Why nobody was asked, or nobody answered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OutsideError {
    /// No address at all.
    #[error("no address")]
    Unreadable,
    /// Not by https.
    #[error("not https")]
    NotHttps,
    /// A name or a password stands in it.
    #[error("a name or a password in the address")]
    Credentials,
    /// It is, or leads to, something that is not for everybody.
    #[error("not a public address")]
    Private,
    /// A question that cannot be put.
    #[error("no question: {0}")]
    Question(String),
    /// It took longer than anybody waits.
    #[error("too slow")]
    TooSlow,
    /// Nobody is there, or who is there cannot prove it.
    #[error("no connection: {0}")]
    NoConnection(String),
    /// It broke off.
    #[error("no answer: {0}")]
    NoAnswer(String),
}

/// What is asked.
pub struct Question<'a> {
    /// `GET`, `POST`, `PROPFIND`, …
    pub method: &'a str,
    /// Of whom.
    pub address: &'a Address,
    /// What stands above it.
    pub headers: &'a [(&'a str, &'a str)],
    /// What is sent along.
    pub body: Vec<u8>,
}

/// How long is waited, and how much is read.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// From looking up the name until the last byte.
    pub patience: Duration,
    /// So many bytes.
    pub largest: usize,
}

/// What was said.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The number of its status. One that sends elsewhere (3xx) is not followed.
    pub status: u16,
    /// The names in small letters.
    pub headers: Vec<(String, String)>,
    /// As far as it was read.
    pub body: Vec<u8>,
    /// Whether that is all of it.
    pub is_whole: bool,
}

impl Answer {
    /// What a header says, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// Asks. Nothing is set up before the first question.
#[derive(Clone)]
pub struct Outside {
    judge: Judge,
    client: Arc<OnceLock<Client>>,
}

impl Default for Outside {
    /// As a site asks: whoever is public.
    fn default() -> Self {
        Self::new(Reach::Public, system())
    }
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Outside({:?})", self.judge.reach)
    }
}

impl Outside {
    /// Asks so far and not farther, and looks up names there.
    pub fn new(reach: Reach, lookup: Lookup) -> Self {
        Self {
            judge: Judge { lookup, reach },
            client: Arc::default(),
        }
    }

    /// As a site asks, and this machine besides: for tests.
    pub fn with_loopback() -> Self {
        Self::new(Reach::LoopbackToo, system())
    }

    /// How far it asks.
    pub fn reach(&self) -> Reach {
        self.judge.reach
    }

    /// An address as somebody types it, judged by its form and by where it leads now. It is judged again with each question,
    /// because names change. A name that nobody knows and one that leads inside are told apart nowhere: it is no business of
    /// whoever types which names there are inside.
    pub async fn judged(&self, text: &str) -> Result<Address, OutsideError> {
        let address = Address::parse(text, self.judge.reach)?;
        if address.literal().is_none() {
            let found = self.judge.look_up(address.host().to_owned());
            match tokio::time::timeout(Duration::from_secs(5), found).await {
                Ok(Ok(_)) => {}
                Ok(Err(_)) | Err(_) => return Err(OutsideError::Private),
            }
        }
        Ok(address)
    }

    /// Puts a question.
    pub async fn ask(
        &self,
        question: Question<'_>,
        bounds: Bounds,
    ) -> Result<Answer, OutsideError> {
        // Kept perhaps since farther was allowed.
        let address = Address::parse(question.address.as_str(), self.judge.reach)?;
        let method = Method::from_bytes(question.method.as_bytes())
            .map_err(|error| OutsideError::Question(error.to_string()))?;
        let mut request = Request::new(method, address.0);
        *request.timeout_mut() = Some(bounds.patience);
        for (name, value) in question.headers {
            let (Ok(name), Ok(value)) = (
                reqwest::header::HeaderName::from_bytes(name.as_bytes()),
                reqwest::header::HeaderValue::from_str(value),
            ) else {
                return Err(OutsideError::Question((*name).to_owned()));
            };
            request.headers_mut().insert(name, value);
        }
        if !question.body.is_empty() {
            *request.body_mut() = Some(question.body.into());
        }
        let answer = self
            .client()?
            .execute(request)
            .await
            .map_err(|e| told(&e))?;
        read(answer, bounds.largest).await
    }

    fn client(&self) -> Result<&Client, OutsideError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        // Where somebody has chosen one already, that is as good.
        if CryptoProvider::get_default().is_none() {
            ring::default_provider().install_default().ok();
        }
        let client = Client::builder()
            // An answer that sends elsewhere could send inside our own network.
            .redirect(Policy::none())
            // What stands between would connect in our stead, to whatever it likes.
            .no_proxy()
            .dns_resolver(self.judge.clone())
            // Each worker has a runtime of its own, and a connection belongs to the one that opened it. And a connection
            // that is kept is one that was judged long ago.
            .pool_max_idle_per_host(0)
            .user_agent("omotenashi-connect")
            .build()
            .map_err(|error| OutsideError::NoConnection(error.to_string()))?;
        Ok(self.client.get_or_init(|| client))
    }
}

async fn read(mut answer: reqwest::Response, largest: usize) -> Result<Answer, OutsideError> {
    let status = answer.status().as_u16();
    let headers = answer.headers().iter();
    let headers = headers
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
        .collect();
    let mut body = Vec::new();
    let mut is_whole = true;
    while let Some(piece) = answer.chunk().await.map_err(|e| told(&e))? {
        let room = largest - body.len();
        body.extend(piece.iter().take(room));
        if piece.len() > room {
            is_whole = false;
            break;
        }
    }
    Ok(Answer {
        status,
        headers,
        body,
        is_whole,
    })
}

/// The kind of failure and its cause, without the address that was asked: a path or a query may hold a secret.
fn told(error: &reqwest::Error) -> OutsideError {
    let mut cause = error.source();
    let mut last = String::new();
    while let Some(one) = cause {
        if is_not_public(one) {
            return OutsideError::Private;
        }
        last = one.to_string();
        cause = one.source();
    }
    if error.is_timeout() {
        OutsideError::TooSlow
    } else if error.is_connect() {
        OutsideError::NoConnection(last)
    } else {
        OutsideError::NoAnswer(last)
    }
}

/// An error of reading and writing shows what was put into it to whoever asks it, but not as what it came from.
fn is_not_public(error: &(dyn Error + 'static)) -> bool {
    error.is::<NotPublic>()
        || error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
            .is_some_and(|inner| inner.is::<NotPublic>())
}
