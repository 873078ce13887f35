//! Whom a request is for, and where it comes from: looked at before anything else is.

use super::{error::Error, site::Site};
use actix_web::{
    dev::ServiceRequest,
    http::{Method, header, header::HeaderName},
};

/// Addresses of those who run the site: they ask by number and from inside.
const INSIDE: [&str; 2] = ["/healthz", "/readyz"];

/// Refuses what is for another host than ours, or was caused by a page of another site.
pub fn refused(request: &ServiceRequest, site: Option<&Site>) -> Option<Error> {
    let inside = INSIDE.contains(&request.path());
    if let Some(site) = site.filter(|_| !inside)
        && !is_for_us(request, site)
    {
        return Some(Error::Unreadable);
    }
    from_elsewhere(request)
}

/// Whether the host that is asked for is the one of our public address. Nothing we say depends on it; but whoever leads
/// a name of their own to this machine, or a proxy that keeps answers by their host, must not find us under it.
fn is_for_us(request: &ServiceRequest, site: &Site) -> bool {
    let named = text(request, header::HOST);
    let asked = request
        .uri()
        .authority()
        .map(|authority| authority.as_str());
    // A browser of HTTP/1.0 names none, and is answered as if it had named ours.
    [named, asked]
        .into_iter()
        .flatten()
        .all(|host| is_ours(host, &site.public_url))
}

/// Whether a host and port are those of an address; while that is this machine's own, any of its names and ports are.
pub fn is_ours(host: &str, public_url: &str) -> bool {
    let (plain, ours) = match public_url.split_once("://") {
        Some(("https", ours)) => (":443", ours),
        Some((_, ours)) => (":80", ours),
        None => ("", public_url),
    };
    let host = host.strip_suffix(plain).unwrap_or(host);
    let ours = ours.strip_suffix(plain).unwrap_or(ours);
    host.eq_ignore_ascii_case(ours) || (is_this_machine(host) && is_this_machine(ours))
}

fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

/// A post that a page of another site has caused. Browsers say so; what is no browser says nothing and carries no
/// cookie of anybody either.
fn from_elsewhere(request: &ServiceRequest) -> Option<Error> {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return None;
    }
    let site = text(request, HeaderName::from_static("sec-fetch-site"));
    let origin = text(request, header::ORIGIN);
    let elsewhere = match (site, origin) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_none() || host != text(request, header::HOST)
        }
        (None, None) => false,
    };
    elsewhere.then_some(Error::Stale)
}

fn text(request: &ServiceRequest, name: HeaderName) -> Option<&str> {
    // What is no text is no host and no site of ours.
    let value = request.headers().get(name)?;
    Some(value.to_str().unwrap_or("?"))
}
