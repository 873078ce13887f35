//! Files that no row names.

use crate::support::{
    app::{TestApp, TestOptions},
    bucket::Keeper,
    people::Cast,
    wait::wait_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{
    media::{Place, Store, settings},
    work::sweep::sweep,
};
use serde_json::json;
use std::time::SystemTime;

/// Puts a file under each key of a kind, sweeps, and says what is left.
fn left(app: &TestApp, store: &Store, names: &[String], later: TimeDelta) -> Vec<bool> {
    let (db, store, names) = (app.db().clone(), store.clone(), names.to_vec());
    let now = DateTime::<Utc>::from(SystemTime::now()) + later;
    wait_for(async move {
        for name in &names {
            store.put(name, b"x".to_vec()).await.unwrap();
        }
        let swept = sweep(&db, &store, now).await.unwrap();
        let mut left = Vec::new();
        for name in &names {
            left.push(store.get(name).await.unwrap().is_some());
        }
        assert_eq!(swept, left.iter().filter(|is_left| !**is_left).count());
        left
    })
}

fn only_strays_go(store: &Store) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let salon = cast.salon.id;
    let key = |letter: &str| letter.repeat(64);
    let removed =
        json!({"business_id": salon, "picture": key("a"), "deleted_at": "2026-11-01T00:00:00Z"});
    app.insert(salon, "businesses.business_media", removed);
    let entry = json!({"business_id": salon, "customer_id": cast.booking.customer, "visited_on": "2026-11-01", "parts": []});
    let entry = app.insert(salon, "bookings.chart_entries", entry);
    let photo = json!({"business_id": salon, "entry_id": entry, "picture": key("b"), "ending": "jpg", "width": 9, "height": 9});
    app.insert(salon, "bookings.chart_photos", photo);
    let gone = "99999999-9999-4999-8999-999999999999";
    let names = [
        format!("{salon}/{}/320.jpg", key("a")),
        format!("{salon}/private/{}/320.jpg", key("b")),
        // Named, but of the other kind; of another shop; of one that this database does not know; of nobody.
        format!("{salon}/{}/320.jpg", key("b")),
        format!("{salon}/private/{}/320.jpg", key("a")),
        format!("{}/{}/320.jpg", cast.clinic.id, key("a")),
        format!("{gone}/{}/320.jpg", key("a")),
        format!("{salon}/{}/640.jpg", key("c")),
        // Not ours to judge.
        format!("{salon}/answers/{}", key("c")),
        format!("backups/{}/320.jpg", key("c")),
    ];
    let young = left(&app, store, &names, TimeDelta::hours(23));
    assert_eq!(
        young, [true; 9],
        "what is younger than a day may still be told of"
    );
    let old = left(&app, store, &names, TimeDelta::hours(25));
    let expected = [true, true, false, false, false, true, false, true, true];
    assert_eq!(old, expected);
}

#[test]
fn what_no_row_names_goes_from_a_folder_after_a_day() {
    let folder = tempfile::TempDir::new().unwrap();
    let store = Store::open(&Place::Folder(folder.path().to_owned())).unwrap();
    only_strays_go(&store);
}

#[test]
fn and_from_whoever_speaks_s3() {
    let Some(keeper) = Keeper::start() else {
        return;
    };
    let read = |asked: &str| match asked {
        "OC_MEDIA" => Some("s3://photos/shop".to_owned()),
        "OC_MEDIA_ENDPOINT" => Some(keeper.address.clone()),
        "OC_MEDIA_KEY_ID" => Some("somebody".to_owned()),
        "OC_MEDIA_KEY" => Some("a secret".to_owned()),
        _ => None,
    };
    let place = settings::read(&read).unwrap().unwrap();
    only_strays_go(&Store::open(&place).unwrap());
}
