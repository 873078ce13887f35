use super::scene::{Platform, csrf};
use crate::every_route::ROUTES;

/// Every address of the operators, with things that are there.
fn doors(platform: &Platform, wanted: &str) -> Vec<String> {
    let business = platform.business("daichi-nails").to_string();
    let one = |query: &str| platform.lines(query.to_owned()).remove(0);
    let paper = one("select id::text as line from businesses.business_documents");
    let flag = one("select id::text as line from platform.feature_flags");
    let person = platform.cast.daichi.user.to_string();
    platform.app.execute(
        platform.cast.salon.id,
        "insert into queue.queue_jobs (business_id, job_type, scheduled_at) select platform.business(), 'make_export', '2026-12-24' \
         where not exists (select from queue.queue_jobs where job_type = 'make_export')",
    );
    let job = one("select id::text as line from queue.queue_jobs where job_type = 'make_export'");
    // What lies in a shop's bin is asked of the bin's own tests: nothing lies there here.
    let doors = ROUTES.iter().filter(|(method, path, _)| {
        *method == wanted && path.starts_with("/{lang}/operator") && !path.contains("{thing}")
    });
    doors
        .map(|(_, path, _)| {
            let id = match *path {
                path if path.contains("/papers/") => &paper,
                path if path.contains("/flags/") => &flag,
                path if path.contains("/people/") => &person,
                path if path.contains("/jobs/") => &job,
                _ => &business,
            };
            let act = if path.contains("/people/") {
                "deactivate"
            } else {
                "approve"
            };
            path.replace("{lang}", "ja")
                .replace("{id}", id)
                .replace("{act}", act)
                .replace("{kind}", "make_export")
        })
        .collect()
}

#[test]
fn everything_there_is_opens_to_operators_and_to_nobody_else() {
    let platform = Platform::new();
    platform.applied();
    let (gets, posts) = (doors(&platform, "GET"), doors(&platform, "POST"));
    assert!(gets.len() >= 9 && posts.len() >= 4, "{gets:?} {posts:?}");
    let fumiko = platform.fumiko.sign_in(&platform.app);
    for door in &gets {
        let status = fumiko.open(door).status;
        assert_eq!(status, 200, "{door}");
    }
    for door in &posts {
        assert_eq!(fumiko.post(door, &[("csrf", "x")]).status, 403, "{door}");
    }
    let cast = &platform.cast;
    for person in [&cast.aoi, &cast.ben, &cast.chika, &cast.daichi] {
        let browser = person.sign_in(&platform.app);
        let key = csrf(&browser.open("/ja/account/password"));
        for door in &gets {
            assert_eq!(browser.visit(door).status, 404, "{} at {door}", person.name);
        }
        for door in &posts {
            // Even with a key of their own and all that the form asks.
            let pairs = [
                ("csrf", key.as_str()),
                ("reason", "x"),
                ("version", "1"),
                ("name", "abc"),
                ("percent", "1"),
            ];
            assert_eq!(
                browser.post(door, &pairs).status,
                404,
                "{} at {door}",
                person.name
            );
        }
    }
    let nobody = platform.app.browser();
    for door in &gets {
        assert_eq!(nobody.visit(door).status, 303, "{door}");
    }
}

#[test]
fn whoever_is_no_operator_any_more_is_out_at_once() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    assert_eq!(fumiko.visit("/ja/operator/businesses").status, 200);
    platform.app.platform(|tx| {
        use diesel::RunQueryDsl;
        diesel::sql_query(
            "update accounts.users set role = 'customer' where email = 'fumiko@example.com'",
        )
        .execute(tx.conn())?;
        Ok(())
    });
    assert_eq!(fumiko.visit("/ja/operator/businesses").status, 404);
}
