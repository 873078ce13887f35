//! Which addresses may be asked at all.

use super::OutsideError;
use futures_util::future::BoxFuture;
use reqwest::{
    Url,
    dns::{Addrs, Name, Resolve, Resolving},
};
use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

/// The longest address that is taken.
const LONGEST: usize = 2000;

/// How far one may ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// By https, on its own port, whoever has a public address.
    #[default]
    Public,
    /// This machine besides, by http and on any port: for tests, whose servers stand there.
    LoopbackToo,
}

/// Who knows where names lead: the system or, in tests, whoever they please.
pub type Lookup = Arc<dyn Fn(String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> + Send + Sync>;

/// An address that has the form of one that may be asked.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(pub(super) Url);

impl Address {
    /// Reads one. Refused are other protocols and ports, names and passwords in it, and numbers and names of what is not
    /// public; where another name leads is not asked here.
    pub fn parse(text: &str, reach: Reach) -> Result<Self, OutsideError> {
        let mut url = Some(text.trim())
            .filter(|text| text.len() <= LONGEST)
            .and_then(|text| Url::parse(text).ok())
            .ok_or(OutsideError::Unreadable)?;
        let is_near =
            reach == Reach::LoopbackToo && literal(&url).is_some_and(|ip| ip.is_loopback());
        if url.scheme() != "https" && !(is_near && url.scheme() == "http") {
            return Err(OutsideError::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(OutsideError::Credentials);
        }
        if url.port().is_some() && !is_near {
            return Err(OutsideError::Private);
        }
        match literal(&url) {
            Some(ip) if !may_be_asked(ip, reach) => return Err(OutsideError::Private),
            Some(_) => {}
            None if is_inner(url.host_str().unwrap_or_default()) => {
                return Err(OutsideError::Private);
            }
            None => {}
        }
        url.set_fragment(None);
        Ok(Self(url))
    }

    /// As it is kept.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The name of its server.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// What an answer calls an address, seen from this one. It is judged as any other.
    pub fn join(&self, relative: &str, reach: Reach) -> Result<Self, OutsideError> {
        let whole = self.0.join(relative);
        Self::parse(
            whole
                .map_err(|_no_address| OutsideError::Unreadable)?
                .as_str(),
            reach,
        )
    }

    /// The number in it, where it has no name.
    pub(super) fn literal(&self) -> Option<IpAddr> {
        literal(&self.0)
    }
}

impl fmt::Debug for Address {
    /// Without what may be secret in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.host())
    }
}

/// The parser has made one form of all ways to write a number: decimal, octal, with letters of other scripts.
fn literal(url: &Url) -> Option<IpAddr> {
    url.host_str()?
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse()
        .ok()
}

/// Names that mean something in a network of one's own only.
fn is_inner(host: &str) -> bool {
    const INNER: [&str; 8] = [
        "localhost",
        "local",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "arpa",
    ];
    let host = host.trim_end_matches('.');
    match host.rsplit_once('.') {
        Some((_, last)) => INNER.contains(&last),
        None => true,
    }
}

pub(super) fn may_be_asked(ip: IpAddr, reach: Reach) -> bool {
    is_public(ip) || (reach == Reach::LoopbackToo && ip.is_loopback())
}

/// Whether an address is one of the whole world's: no network's own, nobody's machine, no translation of another address.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let inner = match ip.octets() {
        // this network, carriers' own, the protocol's own, relays, measurements, and all that is not yet given out
        [0, ..] | [240..=255, ..] => true,
        [100, second, ..] => (64..128).contains(&second),
        [192, 0, 0, _] | [192, 88, 99, _] => true,
        [198, second, ..] if second == 18 || second == 19 => true,
        // where a large cloud answers its machines, though by its number it is public
        [168, 63, 129, 16] => true,
        _ => false,
    };
    !(inner
        || ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || ip.is_multicast())
}

/// Of all that there is, 2000::/3 is given out; what lies in it without being anybody's own is taken off.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // of protocols (among them Teredo), of documents, 6to4, documents again
        [0x2001, second, ..] => second >= 0x0200 && second != 0x0db8,
        [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// The system's way of looking up names.
pub(super) fn system() -> Lookup {
    Arc::new(|name: String| {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    })
}

/// Looks up names for whoever connects, and lets pass only what may be asked: so nobody connects to anything else.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) lookup: Lookup,
    pub(super) reach: Reach,
}

/// Found on the way down from an error of the library.
#[derive(Debug)]
pub(super) struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a public address")
    }
}

impl std::error::Error for NotPublic {}

impl Judge {
    /// Where a name leads. One address that is not public spoils all: nobody honest has both.
    pub(super) async fn look_up(&self, name: String) -> io::Result<Vec<IpAddr>> {
        let found = (self.lookup)(name).await?;
        if found.is_empty() {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        }
        if found.iter().any(|ip| !may_be_asked(*ip, self.reach)) {
            return Err(io::Error::other(NotPublic));
        }
        Ok(found)
    }
}

impl Resolve for Judge {
    fn resolve(&self, name: Name) -> Resolving {
        let judge = self.clone();
        Box::pin(async move {
            let found = judge.look_up(name.as_str().to_owned()).await?;
            let addresses: Addrs = Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(addresses)
        })
    }
}
