//! Which settings would send names and passwords through the open net. A real site does not start with one (ASVS 12.2.1,
//! 12.3.1, 12.3.2). Within the machine or the operator's own network it is the operator's to say.

use std::net::IpAddr;

/// Whether people would reach the site without https, other than on its own machine.
pub fn is_open_site(public_url: &str) -> bool {
    let Some(rest) = public_url.strip_prefix("http://") else {
        return false;
    };
    let host = host(rest);
    let is_own = host
        .parse::<IpAddr>()
        .is_ok_and(|address| address.is_loopback());
    !(is_own || host == "localhost" || host.ends_with(".localhost"))
}

/// Whether a database elsewhere would be spoken to without asking for its certificate: PostgreSQL's client takes what it
/// gets unless `sslmode` says otherwise.
pub fn is_open_database(database_url: &str) -> bool {
    let is_checked = ["sslmode=verify-full", "sslmode=verify-ca"]
        .iter()
        .any(|mode| database_url.contains(mode));
    !is_checked && !database_hosts(database_url).into_iter().all(is_inside)
}

/// Whether letters would go to a mail server elsewhere in the open.
pub fn is_open_mail(smtp_url: &str) -> bool {
    let Some(rest) = smtp_url.strip_prefix("smtp://") else {
        return false;
    };
    !smtp_url.contains("tls=required") && !is_inside(host(rest))
}

/// Whether photographs would be put elsewhere in the open.
pub fn is_open_store(endpoint: &str) -> bool {
    endpoint
        .strip_prefix("http://")
        .is_some_and(|rest| !is_inside(host(rest)))
}

/// The hosts of an address of PostgreSQL: of `postgres://name@one,two:5433/…?host=three` or of `host=one port=5432`.
fn database_hosts(database_url: &str) -> Vec<&str> {
    let (before, words) = match database_url.split_once("://") {
        Some((_, rest)) => match rest.split_once('?') {
            Some((before, words)) => (Some(before), words),
            None => (Some(rest), ""),
        },
        None => (None, database_url),
    };
    let written = before.map_or("", authority);
    let named = words.split(['&', ' ']).filter_map(|word| {
        word.strip_prefix("host=")
            .or(word.strip_prefix("hostaddr="))
    });
    let all = written
        .split(',')
        .chain(named.flat_map(|one| one.split(',')));
    all.map(without_port).collect()
}

/// The host of what follows `://`.
fn host(rest: &str) -> &str {
    without_port(authority(rest))
}

fn authority(rest: &str) -> &str {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, _) = rest.split_at(end);
    authority.rsplit('@').next().unwrap_or_default()
}

fn without_port(host: &str) -> &str {
    if let Some((address, _)) = host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return address;
    }
    match host.split_once(':') {
        // More than one colon is an address of IPv6 without brackets.
        Some((name, port)) if !port.contains(':') => name,
        _ => host,
    }
}

/// A socket, this machine, a name without a point (a neighbour), or an address of nobody else's net.
fn is_inside(host: &str) -> bool {
    match host.parse() {
        Ok(IpAddr::V4(address)) => {
            address.is_loopback() || address.is_private() || address.is_link_local()
        }
        Ok(IpAddr::V6(address)) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
        Err(_) => {
            let is_socket = host.starts_with('/') || host.starts_with("%2");
            is_socket || !host.contains('.') || host.ends_with(".localhost")
        }
    }
}
