//! A mail server as its URL names it, and the way through a conversation with it. lettre keeps what is said to itself, so here its
//! client is led by hand.

use super::{
    MailError,
    conversation::{Stage, Talk, Trouble},
};
use lettre::{
    Message,
    transport::smtp::{
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Ehlo, Mail, Quit, Rcpt},
        extension::{ClientId, MailParameter},
    },
};
use percent_encoding::percent_decode_str;
use tokio::{
    net::{TcpStream, lookup_host},
    time::timeout,
};
use url::Url;

/// So much of a greeting is read.
const GREETING: usize = 512;
/// What a sign-in looks like to whoever reads along.
const SIGN_IN: &str = "AUTH ********";

/// When a conversation becomes private.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Privacy {
    Never,
    IfOffered,
    Demanded,
    AtOnce,
}

/// A mail server.
#[derive(Clone)]
pub(super) struct Server {
    host: String,
    port: u16,
    privacy: Privacy,
    credentials: Option<(String, String)>,
    name: ClientId,
}

impl Server {
    /// Reads a URL as lettre does.
    pub fn read(url: &str) -> Result<Self, MailError> {
        let refused = || MailError::Settings("the address of the mail server".to_owned());
        let url = Url::parse(url).map_err(|_unreadable| refused())?;
        let tls = url.query_pairs().find(|(name, _)| name == "tls");
        let tls = tls.map(|(_, value)| value.into_owned());
        let (privacy, usual) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Privacy::Never, 25),
            ("smtp", Some("opportunistic")) => (Privacy::IfOffered, 587),
            ("smtp", Some("required")) => (Privacy::Demanded, 587),
            ("smtps", _) => (Privacy::AtOnce, 465),
            _ => return Err(refused()),
        };
        let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let path = url.path().trim_matches('/');
        Ok(Self {
            host: url.host_str().ok_or_else(refused)?.to_owned(),
            port: url.port().unwrap_or(usual),
            privacy,
            credentials: url
                .password()
                .map(|word| (plain(url.username()), plain(word))),
            name: match path {
                "" => ClientId::default(),
                name => ClientId::Domain(name.to_owned()),
            },
        })
    }

    /// What must not be shown to anybody.
    pub fn password(&self) -> Option<&str> {
        self.credentials.as_ref().map(|(_, word)| word.as_str())
    }

    /// What must not be shown to anybody but those who run the site.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// From the first word to the last.
    pub async fn talk(&self, talk: &mut Talk, message: &Message) -> Result<(), Trouble> {
        let mut connection = self.connect(talk).await?;
        self.greet(talk, &mut connection).await?;
        self.encrypt(talk, &mut connection).await?;
        self.sign_in(talk, &mut connection).await?;
        hand_over(talk, &mut connection, message).await?;
        // It has the letter; how it says good-bye changes nothing.
        timeout(talk.patience(), connection.command(Quit))
            .await
            .ok();
        Ok(())
    }

    async fn connect(&self, talk: &mut Talk) -> Result<AsyncSmtpConnection, Trouble> {
        let there = (self.host.as_str(), self.port);
        let said = format!("{}:{}", self.host, self.port);
        let failed = |talk: &mut Talk, why: String, trouble| {
            talk.note(Stage::Connect, &said, std::iter::once(why));
            Err(trouble)
        };
        if let Err(error) = lookup_host(there).await {
            return failed(talk, error.to_string(), Trouble::UnknownHost);
        }
        let called = timeout(talk.patience(), TcpStream::connect(there)).await;
        let stream = match called {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return failed(talk, error.to_string(), Trouble::Unreachable),
            Err(elapsed) => return failed(talk, elapsed.to_string(), Trouble::Unreachable),
        };
        talk.note(Stage::Connect, &said, std::iter::empty());
        if self.privacy == Privacy::AtOnce {
            drop(stream);
            let tls = self.tls()?;
            let patience = Some(talk.patience());
            let opened =
                AsyncSmtpConnection::connect_tokio1(there, patience, &self.name, Some(tls), None);
            let opened = talk.wait(Stage::Encrypt, "TLS", opened).await?;
            talk.note(Stage::Encrypt, "TLS", std::iter::empty());
            return Ok(opened);
        }
        // The client reads the greeting and keeps it to itself, so it is looked at before that.
        let mut greeting = [0; GREETING];
        let peeked = timeout(talk.patience(), stream.peek(&mut greeting)).await;
        let read = peeked.ok().and_then(Result::ok).unwrap_or(0);
        let text = String::from_utf8_lossy(greeting.get(..read).unwrap_or_default()).into_owned();
        let opened = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.name);
        let opened = talk.wait(Stage::Greeting, "", opened).await?;
        talk.note(Stage::Greeting, "", text.lines().map(str::to_owned));
        Ok(opened)
    }

    /// Says who we are, so that what the server can is seen.
    async fn greet(
        &self,
        talk: &mut Talk,
        connection: &mut AsyncSmtpConnection,
    ) -> Result<(), Trouble> {
        let hello = Ehlo::new(self.name.clone());
        let said = hello.to_string();
        let answer = connection.command(hello);
        talk.ask(Stage::Hello, &said, answer).await.map(drop)
    }

    async fn encrypt(
        &self,
        talk: &mut Talk,
        connection: &mut AsyncSmtpConnection,
    ) -> Result<(), Trouble> {
        match self.privacy {
            Privacy::Never | Privacy::AtOnce => return Ok(()),
            Privacy::IfOffered if !connection.can_starttls() => return Ok(()),
            Privacy::Demanded if !connection.can_starttls() => {
                talk.note(Stage::Encrypt, "STARTTLS", std::iter::empty());
                return Err(Trouble::NotEncrypted);
            }
            Privacy::IfOffered | Privacy::Demanded => {}
        }
        let begun = connection.starttls(self.tls()?, &self.name);
        talk.wait(Stage::Encrypt, "STARTTLS", begun).await?;
        talk.note(
            Stage::Encrypt,
            "STARTTLS",
            std::iter::once("TLS".to_owned()),
        );
        self.greet(talk, connection).await
    }

    async fn sign_in(
        &self,
        talk: &mut Talk,
        connection: &mut AsyncSmtpConnection,
    ) -> Result<(), Trouble> {
        let Some((name, word)) = self.credentials.clone() else {
            return Ok(());
        };
        let credentials = Credentials::new(name, word);
        let answer = connection.auth(DEFAULT_MECHANISMS, &credentials);
        talk.ask(Stage::SignIn, SIGN_IN, answer).await.map(drop)
    }

    fn tls(&self) -> Result<TlsParameters, Trouble> {
        TlsParameters::new(self.host.clone()).map_err(|_unusable| Trouble::Settings)
    }
}

/// Who writes, to whom, and what.
async fn hand_over(
    talk: &mut Talk,
    connection: &mut AsyncSmtpConnection,
    message: &Message,
) -> Result<(), Trouble> {
    let envelope = message.envelope();
    let wide = envelope.to().iter().any(|address| !is_ascii(address));
    let parameters = wide.then_some(MailParameter::SmtpUtfEight);
    let sender = Mail::new(envelope.from().cloned(), parameters.into_iter().collect());
    let said = sender.to_string();
    talk.ask(Stage::Sender, &said, connection.command(sender))
        .await?;
    for address in envelope.to() {
        let recipient = Rcpt::new(address.clone(), Vec::new());
        let said = recipient.to_string();
        talk.ask(Stage::Address, &said, connection.command(recipient))
            .await?;
    }
    talk.ask(Stage::Letter, "DATA", connection.command(Data))
        .await?;
    let bytes = message.formatted();
    talk.ask(Stage::Letter, ".", connection.message(&bytes))
        .await
        .map(drop)
}

fn is_ascii(address: &lettre::Address) -> bool {
    AsRef::<str>::as_ref(address).is_ascii()
}
