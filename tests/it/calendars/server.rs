//! A server on this machine that says one thing to whoever asks, until it is told to say another.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
};

/// What it says: a status line and a body.
type Says = Arc<Mutex<(String, String)>>;

/// The server; its thread goes with the program.
pub struct Server {
    /// Where it is.
    pub address: String,
    says: Says,
}

impl Server {
    /// One that has this file.
    pub fn with(body: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!(
            "http://127.0.0.1:{}/secret/basic.ics",
            listener.local_addr().unwrap().port()
        );
        let says: Says = Arc::new(Mutex::new(("200 OK".to_owned(), body.to_owned())));
        let own = Arc::clone(&says);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut stream = stream;
                let mut asked = [0; 8192];
                let Ok(1..) = stream.read(&mut asked) else {
                    continue;
                };
                let (status, body) = own.lock().unwrap().clone();
                let answer = format!(
                    "HTTP/1.1 {status}\r\ncontent-type: text/calendar\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                    body.len()
                );
                stream.write_all(answer.as_bytes()).ok();
            }
        });
        Self { address, says }
    }

    /// From now on it says this.
    pub fn say(&self, status: &str, body: &str) {
        *self.says.lock().unwrap() = (status.to_owned(), body.to_owned());
    }
}

/// A calendar with these things in it.
pub fn calendar(events: &[&str]) -> String {
    let each: Vec<String> = events
        .iter()
        .map(|event| {
            format!(
                "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n{}\r\nEND:VEVENT\r\n",
                event.replace('\n', "\r\n")
            )
        })
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{}END:VCALENDAR\r\n",
        each.concat()
    )
}
