//! Those who ask: connections that are kept open, each sending its next request when the last is answered. The bench's
//! own CPU is not counted, but it shares the machine's cores.

use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// An answer that takes longer is a failure.
const PATIENCE: Duration = Duration::from_secs(30);

/// One request.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// Path and query.
    pub path: &'a str,
    /// The fields of a form; a request with one is a POST.
    pub form: Option<String>,
    /// `name=value`, of somebody who is signed in.
    pub cookie: Option<&'a str>,
    /// The network address it pretends to come from.
    pub from: &'a str,
    /// Whether the answer may come packed.
    pub packed: bool,
}

/// One answer.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Where it sends on to.
    pub location: Option<String>,
    /// The cookies it sets, as they are sent back: `name=value; name=value`.
    pub cookie: Option<String>,
    /// What it says.
    pub body: Vec<u8>,
}

/// An open connection.
pub struct Connection {
    stream: TcpStream,
    address: String,
    read: Vec<u8>,
}

/// How the body's end is found.
enum Length {
    Known(usize),
    Chunked,
}

impl Connection {
    /// Connects to `host:port`.
    pub async fn open(address: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(address)
            .await
            .map_err(|error| format!("{address}: {error}"))?;
        stream
            .set_nodelay(true)
            .map_err(|error| error.to_string())?;
        Ok(Self {
            stream,
            address: address.to_owned(),
            read: Vec::with_capacity(64 * 1024),
        })
    }

    /// Sends a request and reads its answer to the end.
    pub async fn send(&mut self, request: &Request<'_>) -> Result<Answer, String> {
        let failed = |why: String| format!("{}: {why}", request.path);
        let text = self.text(request);
        self.stream
            .write_all(text.as_bytes())
            .await
            .map_err(|error| failed(error.to_string()))?;
        let answer = timeout(PATIENCE, self.answer()).await;
        answer
            .map_err(|_elapsed| failed("no answer in time".to_owned()))?
            .map_err(failed)
    }

    fn text(&self, request: &Request<'_>) -> String {
        let method = if request.form.is_some() {
            "POST"
        } else {
            "GET"
        };
        let mut text = format!(
            "{method} {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: omotenashi-bench\r\n",
            request.path, self.address
        );
        let mut header = |name: &str, value: &str| text.push_str(&format!("{name}: {value}\r\n"));
        if !request.from.is_empty() {
            header("X-Forwarded-For", request.from);
        }
        if request.packed {
            header("Accept-Encoding", "gzip");
        }
        if let Some(cookie) = request.cookie {
            header("Cookie", cookie);
        }
        if let Some(form) = &request.form {
            header("Content-Type", "application/x-www-form-urlencoded");
            header("Content-Length", &form.len().to_string());
        }
        text.push_str("\r\n");
        text.push_str(request.form.as_deref().unwrap_or_default());
        text
    }

    async fn answer(&mut self) -> Result<Answer, String> {
        self.read.clear();
        let end = loop {
            if let Some(end) = find(&self.read, b"\r\n\r\n") {
                break end;
            }
            self.more().await?;
        };
        let rest = self.read.split_off(end + 4);
        let (mut answer, length) = head(&self.read)?;
        self.read = rest;
        answer.body = match length {
            Length::Known(length) => {
                while self.read.len() < length {
                    self.more().await?;
                }
                std::mem::take(&mut self.read)
            }
            Length::Chunked => self.chunks().await?,
        };
        Ok(answer)
    }

    /// The body of an answer that does not know its length beforehand: lines of hexadecimal lengths, each with so many
    /// bytes, until one of no bytes.
    async fn chunks(&mut self) -> Result<Vec<u8>, String> {
        let mut body = Vec::new();
        loop {
            let end = loop {
                if let Some(end) = find(&self.read, b"\r\n") {
                    break end;
                }
                self.more().await?;
            };
            let rest = self.read.split_off(end + 2);
            let line = std::mem::replace(&mut self.read, rest);
            let line = String::from_utf8_lossy(&line);
            let length = usize::from_str_radix(line.trim(), 16)
                .map_err(|_no_number| format!("a chunk of length {line:?}"))?;
            while self.read.len() < length + 2 {
                self.more().await?;
            }
            let rest = self.read.split_off(length + 2);
            let mut chunk = std::mem::replace(&mut self.read, rest);
            chunk.truncate(length);
            if length == 0 {
                return Ok(body);
            }
            body.append(&mut chunk);
        }
    }

    async fn more(&mut self) -> Result<(), String> {
        match self.stream.read_buf(&mut self.read).await {
            Ok(0) => Err("the connection was closed".to_owned()),
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string()),
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

fn head(bytes: &[u8]) -> Result<(Answer, Length), String> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|status| status.parse().ok());
    let mut answer = Answer {
        status: status.ok_or("no status")?,
        ..Answer::default()
    };
    let mut length = Length::Known(0);
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => {
                length = Length::Known(value.parse().map_err(|_no_number| "no length")?)
            }
            "transfer-encoding" => length = Length::Chunked,
            "location" => answer.location = Some(value.to_owned()),
            "set-cookie" => {
                let pair = value.split(';').next().unwrap_or_default();
                answer.cookie = Some(match answer.cookie.take() {
                    Some(others) => format!("{others}; {pair}"),
                    None => pair.to_owned(),
                });
            }
            _ => {}
        }
    }
    Ok((answer, length))
}

/// What one run has given, before anything is reckoned from it.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// How long each operation took, in microseconds, in rising order once the run is over.
    pub times: Vec<u32>,
    /// Bytes of all bodies.
    pub bytes: usize,
    /// From the first request to the last answer.
    pub elapsed: Duration,
}

impl Taken {
    /// Adds an operation that began at `begun`.
    pub fn add(&mut self, begun: Instant, bytes: usize) {
        self.times
            .push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
        self.bytes += bytes;
    }

    /// Puts several together.
    pub fn join(all: impl IntoIterator<Item = Self>) -> Self {
        let mut whole = Self::default();
        for one in all {
            whole.times.extend(one.times);
            whole.bytes += one.bytes;
        }
        whole.times.sort_unstable();
        whole
    }

    /// The time within which so many of a hundred were answered, in milliseconds.
    pub fn within(&self, of_hundred: usize) -> f64 {
        let last = self.times.len().saturating_sub(1);
        let place = (self.times.len() * of_hundred / 100).min(last);
        self.times
            .get(place)
            .map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }
}
