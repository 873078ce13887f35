//! The signature of letters (DKIM, RFC 6376): whoever gets one asks the domain's DNS for the key and sees that the letter came
//! from there and was not changed on its way.

use super::MailError;
use base64::{Engine, engine::general_purpose::STANDARD};
use lettre::message::{
    Message,
    dkim::{
        DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm,
        DkimSigningKey,
    },
    header::HeaderName,
};
use ring::signature::{Ed25519KeyPair, KeyPair};
use rsa::{
    RsaPrivateKey,
    pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey, LineEnding},
    pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey},
    rand_core::OsRng,
    traits::PublicKeyParts,
};
use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::PathBuf, thread};

/// The bits of a key that is made here.
const BITS: usize = 2048;
/// The fewest bits that mailboxes still believe (RFC 8301), in bytes.
const FEWEST: usize = 128;
/// A string in DNS is no longer.
const DNS_STRING: usize = 255;
/// What is signed, as long as it is there; of what is not there it is signed that it is not, so that nobody adds it.
const SIGNED: [&str; 12] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Reply-To",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// With what letters are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name of the key within the domain.
    pub selector: String,
    /// Whose letters they are.
    pub domain: String,
    /// Where the private key is.
    pub key_file: PathBuf,
}

impl Settings {
    /// Where the public key stands in DNS.
    pub fn name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }
}

/// Why letters cannot be signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DkimError {
    /// The file is not there, or not for us.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, String),
    /// The file is something else.
    #[error("{0} holds no private key: RSA in PEM, or 32 bytes of Ed25519 in base64, is wanted")]
    NoKey(String),
    /// Everybody would pass it over.
    #[error("{0} holds a key of fewer than 1024 bits, which mailboxes do not believe")]
    Weak(String),
    /// The file cannot be written.
    #[error("{0} cannot be written: {1}")]
    Unwritten(String, String),
    /// No key came of it.
    #[error("no key could be made: {0}")]
    Unmade(String),
}

/// A private key.
enum Key {
    Rsa(Box<RsaPrivateKey>),
    Ed25519(Ed25519KeyPair, String),
}

/// What signs.
pub struct Signer(DkimConfig);

impl Signer {
    /// Reads the key. Fails in a sentence that names the file.
    pub fn open(settings: &Settings) -> Result<Self, DkimError> {
        let key = Key::read(settings)?;
        let relaxed = DkimCanonicalization {
            header: DkimCanonicalizationType::Relaxed,
            body: DkimCanonicalizationType::Relaxed,
        };
        let path = settings.key_file.display().to_string();
        Ok(Self(DkimConfig::new(
            settings.selector.clone(),
            settings.domain.clone(),
            key.signing().ok_or(DkimError::NoKey(path))?,
            SIGNED.map(HeaderName::new_from_ascii_str).to_vec(),
            relaxed,
        )))
    }

    /// Signs a letter. lettre goes through headers by one call within another for each letter of them, so it gets a stack that
    /// is as large as what it signs: a long subject ends nothing.
    pub(super) fn sign(&self, message: &mut Message) -> Result<(), MailError> {
        let stack = (1 << 20) + (message.headers().to_string().len() << 10);
        let failed = |why: String| MailError::Settings(format!("it cannot be signed: {why}"));
        thread::scope(|scope| {
            let signing = thread::Builder::new()
                .stack_size(stack)
                .spawn_scoped(scope, || message.sign(&self.0))
                .map_err(|error| failed(error.to_string()))?;
            let signed = signing.join();
            signed.map_err(|_panic| failed("the signature failed".to_owned()))
        })
    }
}

/// The text that is published in DNS, in strings as long as DNS has them.
pub fn record(settings: &Settings) -> Result<String, DkimError> {
    let path = settings.key_file.display().to_string();
    let key = Key::read(settings)?.published();
    let text = key.ok_or(DkimError::NoKey(path))?;
    let letters: Vec<char> = text.chars().collect();
    let strings = letters.chunks(DNS_STRING);
    let quoted = strings.map(|part| format!("\"{}\"", part.iter().collect::<String>()));
    Ok(quoted.collect::<Vec<_>>().join(" "))
}

/// Makes a key where there is no file yet, readable for whoever runs the program and nobody else. Whether it made one.
pub fn make(settings: &Settings) -> Result<bool, DkimError> {
    if settings.key_file.exists() {
        return Ok(false);
    }
    let key = RsaPrivateKey::new(&mut OsRng, BITS)
        .map_err(|error| DkimError::Unmade(error.to_string()))?;
    let text = key
        .to_pkcs8_pem(LineEnding::LF)
        .map_err(|error| DkimError::Unmade(error.to_string()))?;
    let written = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&settings.key_file)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        let path = settings.key_file.display().to_string();
        DkimError::Unwritten(path, error.to_string())
    })?;
    Ok(true)
}

impl Key {
    fn read(settings: &Settings) -> Result<Self, DkimError> {
        let path = || settings.key_file.display().to_string();
        let text = fs::read_to_string(&settings.key_file)
            .map_err(|error| DkimError::Unreadable(path(), error.to_string()))?;
        let text = text.trim();
        let found = match text.starts_with("-----BEGIN") {
            true => RsaPrivateKey::from_pkcs8_pem(text)
                .ok()
                .or_else(|| RsaPrivateKey::from_pkcs1_pem(text).ok())
                .map(|key| Self::Rsa(Box::new(key))),
            false => STANDARD
                .decode(text)
                .ok()
                .and_then(|seed| Ed25519KeyPair::from_seed_unchecked(&seed).ok())
                .map(|pair| Self::Ed25519(pair, text.to_owned())),
        };
        match found {
            Some(Self::Rsa(key)) if key.size() < FEWEST => Err(DkimError::Weak(path())),
            Some(key) => Ok(key),
            None => Err(DkimError::NoKey(path())),
        }
    }

    /// As lettre wants it.
    fn signing(&self) -> Option<DkimSigningKey> {
        match self {
            Self::Rsa(key) => {
                let text = key.to_pkcs1_pem(LineEnding::LF).ok()?;
                DkimSigningKey::new(&text, DkimSigningAlgorithm::Rsa).ok()
            }
            Self::Ed25519(_, seed) => DkimSigningKey::new(seed, DkimSigningAlgorithm::Ed25519).ok(),
        }
    }

    /// As DNS has it.
    fn published(&self) -> Option<String> {
        let (kind, key) = match self {
            Self::Rsa(key) => {
                let public = key.to_public_key().to_public_key_der().ok()?;
                ("rsa", STANDARD.encode(public.as_bytes()))
            }
            Self::Ed25519(pair, _) => ("ed25519", STANDARD.encode(pair.public_key())),
        };
        Some(format!("v=DKIM1; k={kind}; p={key}"))
    }
}
