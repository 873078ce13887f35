//! The wire between a browser and the site: it can be cut, and it can lose answers.

use super::app::TestApp;
use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU8, AtomicUsize, Ordering},
    },
    thread,
};

const WHOLE: u8 = 0;
const CUT: u8 = 1;
const DEAF: u8 = 2;

/// A port through which the site is reached.
pub struct Wire {
    /// Its address.
    pub base: String,
    state: Arc<State>,
}

struct State {
    way: AtomicU8,
    posts: AtomicUsize,
    lines: Mutex<Vec<TcpStream>>,
}

impl Wire {
    /// To a site.
    pub fn to(app: &TestApp) -> Self {
        let there = app.url("").replace("http://", "");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(State {
            way: AtomicU8::new(WHOLE),
            posts: AtomicUsize::new(0),
            lines: Mutex::default(),
        });
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let far = TcpStream::connect(&there);
                let (Ok(far), false) = (far, shared.way.load(Ordering::SeqCst) == CUT) else {
                    near.shutdown(Shutdown::Both).ok();
                    continue;
                };
                shared.join(near, far);
            }
        });
        Self { base, state }
    }

    /// Nothing goes through, and whatever was open ends.
    pub fn cut(&self) {
        self.become_of(CUT);
    }

    /// What is sent arrives; no answer comes back.
    pub fn lose_answers(&self) {
        self.become_of(DEAF);
    }

    /// As it should be.
    pub fn mend(&self) {
        self.become_of(WHOLE);
    }

    /// How many forms have gone through to the site.
    pub fn posts(&self) -> usize {
        self.state.posts.load(Ordering::SeqCst)
    }

    fn become_of(&self, way: u8) {
        self.state.way.store(way, Ordering::SeqCst);
        for line in self.state.lines.lock().unwrap().drain(..) {
            line.shutdown(Shutdown::Both).ok();
        }
    }
}

impl State {
    fn join(self: &Arc<Self>, near: TcpStream, far: TcpStream) {
        self.lines.lock().unwrap().push(near.try_clone().unwrap());
        let (mut up, mut down) = (near.try_clone().unwrap(), near);
        let (mut there, mut back) = (far.try_clone().unwrap(), far);
        let state = Arc::clone(self);
        thread::spawn(move || {
            state.pass(&mut up, &mut there, true);
            there.shutdown(Shutdown::Write).ok();
        });
        let state = Arc::clone(self);
        thread::spawn(move || {
            state.pass(&mut back, &mut down, false);
            down.shutdown(Shutdown::Both).ok();
            back.shutdown(Shutdown::Both).ok();
        });
    }

    fn pass(&self, from: &mut TcpStream, to: &mut TcpStream, is_asking: bool) {
        let mut bytes = [0; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            let part = &bytes[..count];
            match self.way.load(Ordering::SeqCst) {
                CUT => return,
                // The answer came, so it was done; nobody hears of it.
                DEAF if !is_asking => return,
                _ => {}
            }
            if is_asking && part.starts_with(b"POST ") {
                self.posts.fetch_add(1, Ordering::SeqCst);
            }
            if to.write_all(part).is_err() {
                return;
            }
        }
    }
}
