//! A program of somebody's that listens: a real server on this machine, which does as it is told.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// What it does with a question.
#[derive(Clone, Debug)]
pub enum Way {
    /// Answers with this status and these words.
    Answer(u16, String),
    /// Sends on to another address.
    SendOn(String),
    /// Takes the question and hangs up.
    HangUp,
    /// Says what it got, and then nothing for so long.
    Dawdle(Duration),
}

/// What it was told.
#[derive(Clone, Debug)]
pub struct Told {
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

impl Told {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// It.
pub struct Receiver {
    pub url: String,
    told: Arc<Mutex<Vec<Told>>>,
    way: Arc<Mutex<Way>>,
}

impl Receiver {
    /// One that takes everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let told: Arc<Mutex<Vec<Told>>> = Arc::default();
        let way = Arc::new(Mutex::new(Way::Answer(200, "ok".to_owned())));
        let (shared, does) = (Arc::clone(&told), Arc::clone(&way));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (told, way) = (Arc::clone(&shared), does.lock().unwrap().clone());
                thread::spawn(move || serve(stream, &told, &way));
            }
        });
        Self { url, told, way }
    }

    /// From now on it does this.
    pub fn does(&self, way: Way) {
        *self.way.lock().unwrap() = way;
    }

    /// All that it was told, the oldest first.
    pub fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap().clone()
    }

    /// The names of the events that it was told, in the order in which they came.
    pub fn kinds(&self) -> Vec<String> {
        let told = self.told();
        let kind = |one: &Told| one.json()["type"].as_str().unwrap().to_owned();
        told.iter().map(kind).collect()
    }
}

fn serve(mut stream: TcpStream, told: &Mutex<Vec<Told>>, way: &Way) {
    let Some(one) = read(&stream) else {
        return;
    };
    told.lock().unwrap().push(one);
    match way {
        Way::Answer(status, words) => say(&mut stream, *status, "", words),
        Way::SendOn(url) => say(&mut stream, 307, &format!("location: {url}\r\n"), ""),
        Way::HangUp => {
            stream.shutdown(Shutdown::Both).ok();
        }
        Way::Dawdle(time) => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n").ok();
            thread::sleep(*time);
        }
    }
}

fn say(stream: &mut TcpStream, status: u16, headers: &str, words: &str) {
    let answer = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {}\r\n{headers}connection: close\r\n\r\n{words}",
        words.len()
    );
    stream.write_all(answer.as_bytes()).ok();
}

fn read(stream: &TcpStream) -> Option<Told> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut headers = HashMap::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length: usize = headers.get("content-length")?.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Told { headers, body })
}
