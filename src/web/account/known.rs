//! The cookie of a browser that was in an account before.

use crate::{
    domain::accounts::{
        known_device,
        sign_in::{self, Asker},
    },
    web::{cookies, error::Error, site::Site},
};
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration};

const WORD: &str = "known";
/// How long a browser is known; each coming in begins it anew.
const KEPT: Duration = Duration::days(365);

/// Who tries to come into the account of an address.
pub fn asker(site: &Site, request: &HttpRequest, email: &str) -> Asker {
    let cookie = cookies::kept(site, request, WORD);
    Asker {
        network: site.network(request),
        device: cookie.and_then(|cookie| {
            let secrets = site.secrets();
            let mut secrets = secrets.iter();
            secrets.find_map(|secret| known_device::recognise(secret, email, cookie.value()))
        }),
    }
}

/// Counts a try to say the password of an address, and tells whose it is.
pub async fn count(site: &Site, request: &HttpRequest, email: &str) -> Result<Asker, Error> {
    let asker = asker(site, request, email);
    let (email, tries) = (email.to_owned(), asker.clone());
    let counted = site
        .db
        .platform(move |tx| sign_in::count(tx, &email, &tries))
        .await;
    counted?;
    Ok(asker)
}

/// From now on the browser is known for this address.
pub fn remember(site: &Site, answer: HttpResponse, email: &str) -> HttpResponse {
    let value = known_device::issue(&site.secret, email);
    cookies::keep(site, answer, (WORD, value), KEPT)
}
