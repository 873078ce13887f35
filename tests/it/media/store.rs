//! Where files lie: a folder, and somebody who speaks S3.

use crate::support::{bucket::Keeper, wait::wait_for};
use omotenashi::media::{Place, Store, settings};
use tempfile::TempDir;

/// Put, given, put anew, taken away: the same wherever it lies.
fn serves(store: &Store) {
    let store = store.clone();
    wait_for(async move {
        let name = "11111111-1111-4111-8111-111111111111/ab/320.jpg";
        assert_eq!(store.get(name).await.unwrap(), None);
        store.put(name, b"one".to_vec()).await.unwrap();
        store.put(name, b"two".to_vec()).await.unwrap();
        assert_eq!(store.get(name).await.unwrap().unwrap(), b"two");
        assert_eq!(
            store
                .get("11111111-1111-4111-8111-111111111111/ab")
                .await
                .unwrap(),
            None
        );
        let large = vec![7; 3_000_000];
        store.put("large", large.clone()).await.unwrap();
        assert_eq!(store.get("large").await.unwrap().unwrap(), large);
        store.delete(name).await.unwrap();
        store.delete(name).await.unwrap();
        assert_eq!(store.get(name).await.unwrap(), None);
    });
}

#[test]
fn a_folder_keeps_files_under_their_names_and_nothing_beside_them() {
    let outside = TempDir::new().unwrap();
    let folder = outside.path().join("not/there/yet");
    let store = Store::open(&Place::Folder(folder.clone())).unwrap();
    serves(&store);
    let there = std::fs::read_dir(&folder).unwrap();
    let mut names: Vec<String> = there
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["11111111-1111-4111-8111-111111111111", "large"]);
    std::fs::write(outside.path().join("secret"), "x").unwrap();
    for name in [
        "../../secret",
        "a/../../../secret",
        "/etc/passwd/..",
        "a//b",
    ] {
        let store = store.clone();
        let found = wait_for(async move { store.get(name).await });
        assert!(!matches!(found, Ok(Some(_))), "{name}");
    }
}

#[test]
fn whoever_speaks_s3_keeps_files_as_a_folder_does() {
    let Some(keeper) = Keeper::start() else {
        return;
    };
    for (place, key) in [
        ("s3://photos", None),
        ("s3://photos/shop/a", Some("shop/a/large")),
    ] {
        let variables = [
            ("OC_MEDIA", place.to_owned()),
            ("OC_MEDIA_ENDPOINT", keeper.address.clone()),
            ("OC_MEDIA_KEY_ID", "somebody".to_owned()),
            ("OC_MEDIA_KEY", "a secret".to_owned()),
        ];
        let read = |asked: &str| {
            let found = variables.iter().find(|(name, _)| *name == asked);
            found.map(|(_, value)| value.clone())
        };
        let place = settings::read(&read).unwrap().unwrap();
        serves(&Store::open(&place).unwrap());
        assert!(key.is_none_or(|key| keeper.has(key)), "{key:?}");
    }
    drop(keeper);
}

#[test]
fn a_keeper_that_is_not_there_is_a_failure_and_no_missing_file() {
    let place = Place::Bucket(settings::Bucket {
        name: "photos".to_owned(),
        folder: String::new(),
        // Nobody listens there.
        endpoint: Some("http://127.0.0.1:9".to_owned()),
        region: "us-east-1".to_owned(),
        key_id: "somebody".to_owned(),
        key: "a secret".to_owned(),
    });
    let store = Store::open(&place).unwrap();
    assert!(wait_for(async move { store.get("a").await }).is_err());
    assert!(!format!("{place:?}").contains("a secret"));
}

#[test]
fn settings_that_name_half_a_bucket_are_complained_about_by_name() {
    let complaints = |variables: &[(&str, &str)]| {
        let read = |asked: &str| {
            let found = variables.iter().find(|(name, _)| *name == asked);
            found.map(|(_, value)| (*value).to_owned())
        };
        let wrong = settings::read(&read).err().unwrap_or_default();
        wrong.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert!(complaints(&[]).is_empty());
    assert!(complaints(&[("OC_MEDIA", "/var/lib/omotenashi/media")]).is_empty());
    assert_eq!(complaints(&[("OC_MEDIA", "ftp://x")]), ["OC_MEDIA"]);
    assert_eq!(
        complaints(&[("OC_MEDIA", "s3://"), ("OC_MEDIA_ENDPOINT", "minio")]),
        [
            "OC_MEDIA",
            "OC_MEDIA_ENDPOINT",
            "OC_MEDIA_KEY_ID",
            "OC_MEDIA_KEY"
        ]
    );
    assert_eq!(
        complaints(&[("OC_MEDIA", "s3://photos"), ("OC_MEDIA_KEY_ID", "x")]),
        ["OC_MEDIA_KEY"]
    );
}
