//! A calendar that speaks CalDAV: Radicale, a real server, as a process of its own.

use super::server::calendar;
use crate::support::{
    browser::{Browser, Page},
    chromium::missing,
    people::{Cast, house, lines},
    place,
    wait::wait_for,
};
use reqwest::Method;
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use tempfile::TempDir;

const CALENDARS: &str = "/ja/owner/aoi-salon/calendars";
const PASSWORD: &str = "an app's own password";

/// The server, with one calendar of Aoi's, until it is dropped.
struct Radicale {
    address: String,
    process: Child,
    _folder: TempDir,
}

impl Radicale {
    /// `None`, said aloud, where Python or Radicale is missing and nobody requires them.
    fn start() -> Option<Self> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/moto/bin/python");
        let python = match own.exists() {
            true => own,
            false => PathBuf::from("python3"),
        };
        let is_there = Command::new(&python)
            .args(["-c", "import radicale"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !is_there {
            missing("python3 with radicale (make tools/moto/.made)");
            return None;
        }
        // What asks it here has no choice of its own; the site's has, but is not there yet.
        rustls::crypto::ring::default_provider()
            .install_default()
            .ok();
        let folder = place::folder();
        let users = folder.path().join("users");
        fs::write(&users, format!("aoi:{PASSWORD}\n")).unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let process = Command::new(&python)
            .args(["-m", "radicale", "--config", ""])
            .arg(format!("--server-hosts=127.0.0.1:{port}"))
            .args(["--auth-type=htpasswd", "--auth-htpasswd-encryption=plain"])
            .arg(format!("--auth-htpasswd-filename={}", users.display()))
            .arg(format!(
                "--storage-filesystem-folder={}",
                folder.path().join("collections").display()
            ))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self {
            address: format!("http://127.0.0.1:{port}/aoi/work/"),
            process,
            _folder: folder,
        };
        for _ in 0..200 {
            let made = server.ask("MKCALENDAR", "", "");
            if made == 201 || made == 409 {
                return Some(server);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("Radicale does not answer at {}", server.address);
    }

    /// Puts something into the calendar.
    fn put(&self, name: &str, event: &str) {
        let status = self.ask("PUT", &format!("{name}.ics"), &calendar(&[event]));
        assert!((200..300).contains(&status), "{status}");
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> u16 {
        let url = format!("{}{path}", self.address);
        let (method, body) = (
            Method::from_bytes(method.as_bytes()).unwrap(),
            body.to_owned(),
        );
        wait_for(async move {
            let client = reqwest::Client::builder().no_proxy().build().unwrap();
            let request = client
                .request(method, url)
                .basic_auth("aoi", Some(PASSWORD))
                .header("content-type", "text/calendar; charset=utf-8")
                .body(body);
            request
                .send()
                .await
                .map_or(0, |answer| answer.status().as_u16())
        })
    }
}

impl Drop for Radicale {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn add(aoi: &Browser, cast: &Cast, address: &str, password: &str) -> Page {
    aoi.open(&format!("{CALENDARS}/new"))
        .fill("whose", &cast.salon.staff[0].to_string())
        .fill("name", "仕事")
        .fill("kind", "caldav")
        .fill("address", address)
        .fill("user", "aoi")
        .fill("password", password)
        .press("保存")
}

#[test]
fn a_calendar_of_a_real_server_is_read_with_what_repeats_and_changes() {
    let Some(server) = Radicale::start() else {
        return;
    };
    server.put(
        "one",
        "UID:one\nDTSTART:20261121T060000Z\nDTEND:20261121T080000Z",
    );
    server.put(
        "old",
        "UID:old\nDTSTART:20260101T060000Z\nDTEND:20260101T080000Z",
    );
    server.put(
        "week",
        "UID:week\nDTSTART;TZID=Asia/Tokyo:20261101T110000\nDTEND;TZID=Asia/Tokyo:20261101T120000\nRRULE:FREQ=WEEKLY;COUNT=4",
    );
    let (app, cast, aoi) = house();
    let taken = || {
        lines(
            &app,
            cast.salon.id,
            "select to_char(start_at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') as line from scheduling.blocks where outside_id is not null order by start_at",
        )
    };
    let page = add(&aoi, &cast, &server.address, PASSWORD);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    app.letters();
    assert_eq!(taken(), ["11-21 15:00", "11-22 11:00"]);
    assert_eq!(server.ask("DELETE", "one.ics", ""), 200);
    aoi.open(CALENDARS).follow("仕事").press("今すぐ読み込む");
    app.letters();
    assert_eq!(taken(), ["11-22 11:00"]);
}

#[test]
fn a_wrong_password_and_what_is_no_calendar_are_said_at_their_boxes() {
    let Some(server) = Radicale::start() else {
        return;
    };
    let (app, cast, aoi) = house();
    let page = add(&aoi, &cast, &server.address, "wrong");
    assert_eq!(page.status, 422);
    assert!(page.error("password").unwrap().contains("パスワードが違う"));
    assert_eq!(page.field("password").value, "");
    let above = server.address.replace("work/", "");
    let page = add(&aoi, &cast, &above, PASSWORD);
    assert!(
        page.error("address")
            .unwrap()
            .contains("CalDAVのカレンダーではありません"),
        "{:?}",
        page.errors()
    );
    assert_eq!(
        app.count(
            cast.salon.id,
            "select count(*) from scheduling.outside_calendars"
        ),
        0
    );
}
