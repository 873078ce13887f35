//! The composition root: a `Config` becomes a pool, a clock, a site. The program and the tests build it the same way.

use crate::{
    base::{clock::Clock, token::Token},
    config::{Config, ConfigError},
    db::{self, Db},
    domain::accounts::password::Strength,
    mail::{self, Mailer, dkim::Signer},
    media::{Place, Store, StoreError, Workshop},
    oidc::{self, OidcError, Providers},
    outside::Outside,
    web::{
        self,
        crowd::{Crowd, Limits},
        live::{self, Live},
        middleware,
        places::{Places, PlacesError},
        site::Site,
    },
    work::Shift,
};
use actix_web::{
    App, HttpServer,
    dev::Server,
    middleware::{Compress, from_fn},
    web::ServiceConfig,
};
use chrono::TimeDelta;
use std::{net::TcpListener, path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::{Notify, Semaphore};
use webauthn_rs::{Webauthn, WebauthnBuilder, prelude::Url};

/// Opens the database that `url` names, as the configuration says.
pub fn connect(config: &Config, url: &str, clock: Clock) -> db::Result<Db> {
    let settings = db::Settings {
        url: url.to_owned(),
        connections: config.connections,
        wait: config.wait,
        keep_statements: config.keep_statements,
        statement_timeout: config.statement_timeout,
    };
    Db::connect(&settings, clock)
}

/// The site of a configuration, on an open database.
pub fn site(config: &Config, db: Db) -> Site {
    let secret = config
        .secret
        .clone()
        .unwrap_or_else(|| Token::random().hash());
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    Site {
        db,
        secret,
        former_secret: config.former_secret.clone(),
        public_url: config.public_url.clone(),
        mail_domain: config
            .mail_from
            .rsplit('@')
            .next()
            .unwrap_or_default()
            .trim_end_matches('>')
            .to_owned(),
        strength: Strength::REAL,
        hashing: Arc::new(Semaphore::new(cores)),
        second_factor_grace: TimeDelta::days(config.second_factor_grace_days.into()),
        passkeys: passkeys(&config.public_url).map(Arc::new),
        tray: None,
        live: Arc::new(Live::new(live::PLACES)),
        wake: Arc::new(Notify::new()),
        trusted_proxies: config.trusted_proxies,
        crowd: Crowd::new(if config.counts_visitors {
            Limits::REAL
        } else {
            Limits::NONE
        }),
        slugs: std::sync::RwLock::default(),
        operator: config.operator.clone(),
        places: Places::default(),
        store: Store::default(),
        workshop: Workshop::default(),
        providers: Providers::default(),
        outside: Outside::default(),
    }
}

/// Keys belong to the host's name and to this very address. An address that has none is as good as no keys at all.
fn passkeys(public_url: &str) -> Option<Webauthn> {
    let url = Url::parse(public_url).ok()?;
    let name = url.domain()?.to_owned();
    let house = WebauthnBuilder::new(&name, &url).ok()?;
    house.rp_name(&name).build().ok()
}

/// Who may say who somebody is, as the configuration names them. None of them is asked anything yet.
pub fn providers(config: &Config) -> Result<Providers, OidcError> {
    Providers::open(&config.providers, &config.public_url, oidc::PATIENCE)
}

/// The file that knows where network addresses are, read whole. Nothing, where none is named.
pub fn places(config: &Config) -> Result<Places, PlacesError> {
    let path = config.places.as_deref();
    path.map_or_else(|| Ok(Places::default()), Places::open)
}

/// Where photographs lie: where the configuration says, or in a folder of the machine.
pub fn store(config: &Config, usual: impl FnOnce() -> PathBuf) -> Result<Store, StoreError> {
    match &config.media {
        Some(place) => Store::open(place),
        None => Store::open(&Place::Folder(usual())),
    }
}

/// Where letters go: the mail server that is set or, in development, a tray that `/dev/mail` shows. What cannot be used is named.
pub fn mailer(config: &Config) -> Result<Mailer, ConfigError> {
    let settings = mail::Settings {
        smtp_url: config.smtp_url.clone(),
        from: config.mail_from.clone(),
        patience: mail::PATIENCE,
    };
    let refused = |name: &str, why: String| ConfigError {
        name: name.to_owned(),
        why,
    };
    let signer = config.dkim.as_ref().map(Signer::open).transpose();
    let signer = signer.map_err(|error| refused("OC_DKIM_KEY_FILE", error.to_string()))?;
    let mailer = Mailer::open(&settings);
    let mailer = mailer.map_err(|error| refused("OC_SMTP_URL", error.to_string()))?;
    Ok(mailer.signing(signer))
}

/// The night shift of a site: the same database, the same secret, woken by the site's pages.
pub fn shift(site: &Site, mailer: Mailer) -> Shift {
    Shift {
        db: site.db.clone(),
        mailer,
        secret: site.secret.clone().into(),
        former_secret: site.former_secret.clone().map(Into::into),
        public_url: site.public_url.as_str().into(),
        contact: site.operator.as_ref().map(|one| one.email.as_str().into()),
        store: site.store.clone(),
        outside: site.outside.clone(),
        wake: Arc::clone(&site.wake),
    }
}

/// What is mounted besides the site's own doors, inside everything that stands around those.
pub type Annex = fn(&mut ServiceConfig);

/// Nothing: what the program mounts besides.
pub const NO_ANNEX: Annex = |_| {};

/// A server of the site on a bound socket; `run` it to serve.
pub fn server(
    config: &Config,
    site: Site,
    listener: TcpListener,
    annex: Annex,
) -> std::io::Result<Server> {
    let site = actix_web::web::Data::new(site);
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let blocking = (config.connections as usize).div_ceil(workers).max(1) + 1;
    let server = HttpServer::new(move || {
        App::new()
            .wrap(Compress::default())
            .wrap(from_fn(middleware::around))
            .configure(annex)
            .configure(|service| web::configure(service, &site))
    })
    // A page may leave in two pieces; without this the second waits for the visitor's machine to confirm the first.
    .on_connect(|connection, _| {
        if let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>()
            && let Err(error) = stream.set_nodelay(true)
        {
            tracing::debug!(%error, "a connection was gone before it began");
        }
    })
    .workers(workers)
    .worker_max_blocking_threads(blocking)
    // Ten seconds to send a request, besides what it may have to wait before anybody looks at it.
    .client_request_timeout(Duration::from_secs(10) + config.wait)
    .shutdown_timeout(10)
    .disable_signals()
    .listen(listener)?;
    Ok(server.run())
}
