use super::scene::{Platform, csrf};
use crate::support::{app::tokyo, browser::Page, sql};
use diesel::{RunQueryDsl, debug_query, pg::Pg, sql_query};
use omotenashi::{
    base::{ids::BusinessId, lang::Lang},
    domain::audit::search::{IN_EVERY_ROW, Wanted, query},
    i18n::Words,
    web::operator::trail::ENTITIES,
};
use uuid::Uuid;

/// One row for all that approving did, and no column, no enumeration and no instant as the database has it.
fn what_one_press_did_in_words(mine: &Page) {
    let text = mine.text();
    for told in [
        "Changed: business",
        "Changed: review",
        "Awaiting review",
        "Approved",
        "Review stage",
        "運営 文子",
        "Daichi Nails",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for raw in [
        "pending_review",
        "business_verifications →",
        "{\"",
        "T01:00",
    ] {
        assert!(!text.contains(raw), "{raw}: {text}");
    }
    let page = mine.document();
    let approved = page.all(".trail > li");
    let approved: Vec<_> = approved
        .iter()
        .filter(|row| row.text().collect::<String>().contains("Changed: review"))
        .collect();
    assert_eq!(approved.len(), 1, "one row for all that one press did");
    assert!(!text.contains("Added: business"), "that was Daichi");
}

#[test]
fn the_trail_is_searched_by_person_business_thing_action_and_request() {
    let platform = Platform::new();
    platform.applied();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    fumiko
        .open("/ja/operator/businesses")
        .follow("大地ネイル")
        .follow("承認する")
        .press("承認する");
    let open = |query: &str| fumiko.open(&format!("/en/operator/audit?{query}"));
    let business = platform.business("daichi-nails");
    let mine = open("person=fumiko%40example.com");
    assert_eq!(mine.status, 200);
    what_one_press_did_in_words(&mine);
    let shop = open("business=daichi-nails&action=insert").text();
    assert!(
        shop.contains("Added: business") && shop.contains("daichi-nails"),
        "{shop}"
    );
    assert!(!shop.contains("Changed:"), "{shop}");
    let row = open(&format!("entity=businesses&row={business}")).text();
    assert!(row.contains("Added: business") && row.contains("Changed: business"));
    let request = platform.lines(format!(
        "select request_id as line from audit.audit_logs where entity = 'businesses' and entity_id = '{business}'
         and action = 'update' and after_json ->> 'status' = 'approved'"));
    let one = open(&format!("request={}", request[0].to_lowercase())).text();
    assert!(
        one.contains("Awaiting review") && one.contains("Changed: review"),
        "{one}"
    );
    assert!(!one.contains("Added: business"), "{one}");
    let order = open("from=2026-11-20&until=2026-11-19");
    assert_eq!(
        order.error("until").as_deref(),
        Some("The last day must not be before the first day")
    );
    let wrong = open("person=nobody%40example.com&business=none&row=x&from=tomorrow");
    assert_eq!(
        (wrong.status, wrong.errors().len()),
        (422, 4),
        "{:?}",
        wrong.errors()
    );
    assert_eq!(wrong.field("row").value, "x");
    assert!(
        open("from=2000-01-01&until=2000-01-02")
            .text()
            .contains("No changes match")
    );
}

#[test]
fn the_trail_goes_on_page_by_page_and_leaves_nothing_out() {
    let platform = Platform::new();
    fill(&platform, 70);
    let fumiko = platform.fumiko.sign_in(&platform.app);
    for asked in ["entity=made_up", "business=aoi-salon&entity=made_up"] {
        let mut page = fumiko.open(&format!("/ja/operator/audit?{asked}"));
        let mut seen = Vec::new();
        loop {
            let rows = page.document();
            let facts = rows.all(".trail-foot");
            seen.extend(facts.iter().map(|one| one.text().collect::<String>()));
            if !page.text().contains("次のページ") {
                break;
            }
            page = page.follow("次のページ");
        }
        let all = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!((all, seen.len()), (70, 70), "{asked}");
    }
}

#[test]
fn every_table_whose_changes_are_written_down_has_a_word_and_can_be_chosen() {
    let platform = Platform::new();
    let query = "select distinct c.relname::text as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_proc p on p.oid = t.tgfoid where p.proname = 'record' and not t.tgisinternal order by 1";
    let audited = platform.lines(query.to_owned());
    let mut chosen: Vec<String> = ENTITIES.iter().map(|one| (*one).to_owned()).collect();
    chosen.sort();
    assert_eq!(chosen, audited);
    for lang in [Lang::Ja, Lang::En] {
        for entity in &audited {
            let member = entity.replace('_', "-");
            assert!(
                Words::of(lang).knows("trail-entity", &member),
                "no word for {entity}"
            );
        }
    }
}

#[test]
fn every_state_that_the_trail_shows_has_a_word() {
    let query = "select distinct word[1] as line from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        join pg_constraint k on k.conrelid = t.tgrelid and k.contype = 'c' and k.conname like '%\\_state',
        lateral regexp_matches(pg_get_constraintdef(k.oid), '''([a-z]+)''', 'g') word
        where p.proname = 'record' and not t.tgisinternal";
    let states = Platform::new().lines(query.to_owned());
    assert!(states.len() > 5, "{states:?}");
    for lang in [Lang::Ja, Lang::En] {
        for state in &states {
            assert!(
                Words::of(lang).knows("trail-value", state),
                "no word for {state}"
            );
        }
    }
}

#[test]
fn every_field_whose_changes_are_shown_has_a_word_and_every_word_a_field() {
    let query = "select distinct replace(a.attname, '_', '-')::text as line from pg_trigger t
        join pg_proc p on p.oid = t.tgfoid join pg_attribute a on a.attrelid = t.tgrelid
        where p.proname = 'record' and not t.tgisinternal and a.attnum > 0 and not a.attisdropped";
    let platform = Platform::new();
    let mut fields = platform.lines(query.to_owned());
    let unsaid: Vec<String> = IN_EVERY_ROW
        .iter()
        .map(|one| one.replace('_', "-"))
        .collect();
    fields.retain(|one| !unsaid.contains(one));
    fields.sort();
    for lang in ["ja", "en"] {
        let file = format!("{}/locales/{lang}/trail.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap();
        let mut words: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("trail-field-")?.split_once(" = "))
            .map(|(field, _)| field)
            .collect();
        words.sort_unstable();
        assert_eq!(words, fields, "{lang}");
    }
}

#[test]
fn coming_in_is_said_as_that_and_what_must_not_be_kept_is_not_shown() {
    let platform = Platform::new();
    platform.cast.ben.sign_in(&platform.app);
    let user = platform.cast.ben.user;
    platform.app.platform(move |tx| {
        let update =
            format!("update accounts.users set phone = '+81312345678' where id = '{user}'");
        sql_query(&update).execute(tx.conn())?;
        Ok(())
    });
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let page = fumiko.open(&format!("/ja/operator/audit?entity=users&row={user}"));
    let rows = page.document();
    let acts: Vec<String> = rows
        .all(".trail-acts")
        .iter()
        .map(|one| one.text().collect::<String>().trim().to_owned())
        .collect();
    assert_eq!(acts, ["アカウントの変更", "ログイン", "アカウントの追加"]);
    let text = page.text();
    assert!(
        text.contains("電話番号") && text.contains("記録しない内容"),
        "{text}"
    );
    assert!(
        !text.contains("+81312345678") && text.contains("システム"),
        "{text}"
    );
}

/// So many entries at the salon, each of a row of its own, as the house writes them.
fn fill(platform: &Platform, count: i64) {
    let business = platform.cast.salon.id;
    let insert = format!(
        "insert into audit.audit_logs (business_id, actor_user_id, action, entity, entity_id, request_id)
         select '{business}', '{}', 'update', 'made_up', gen_random_uuid(), 'R' || n from generate_series(1, {count}) n",
        platform.cast.aoi.user
    );
    platform.app.platform(move |tx| {
        sql_query(&insert).execute(tx.conn())?;
        Ok(())
    });
}

#[test]
fn among_many_rows_every_search_goes_by_an_index() {
    let platform = Platform::new();
    fill(&platform, 30_000);
    let mut house = sql::connect(platform.app.database_url());
    sql::run(&mut house, "analyze audit.audit_logs");
    sql::run(
        &mut house,
        "set role omotenashi_house; set enable_seqscan = off; set jit = off",
    );
    let (aoi, salon) = (platform.cast.aoi.user, platform.cast.salon.id);
    let plain = Wanted::default();
    let searches = [
        ("all", plain.clone(), "pkey"),
        (
            "a request",
            Wanted {
                request: "R5".to_owned(),
                ..plain.clone()
            },
            "pkey",
        ),
        (
            "a person",
            Wanted {
                person: Some(aoi),
                ..plain.clone()
            },
            "actor",
        ),
        (
            "a business",
            Wanted {
                business: Some(salon),
                ..plain.clone()
            },
            "business",
        ),
        (
            "nobody's business",
            Wanted {
                business: Some(BusinessId(Uuid::nil())),
                ..plain.clone()
            },
            "business",
        ),
        (
            "a row",
            Wanted {
                entity: "made_up".to_owned(),
                row: Some(Uuid::nil()),
                ..plain
            },
            "entity",
        ),
    ];
    for (what, wanted, index) in searches {
        let asked = query(&wanted, tokyo("2026-11-20 10:00"));
        let text = filled(&debug_query::<Pg, _>(&asked).to_string());
        let plan = sql::plan(&mut house, &text);
        assert!(
            plan.contains(index) && plan.contains("Index"),
            "{what} goes by {index}: {plan}\n{text}"
        );
        assert!(
            !plan.contains("Seq Scan on audit_logs_2026_11 "),
            "{what}: {plan}"
        );
    }
}

/// The query with its values in it: what Diesel shows beside the text, put where the numbers stand.
fn filled(shown: &str) -> String {
    let (text, binds) = shown.split_once(" -- binds: ").unwrap();
    let binds = binds.trim_start_matches('[').trim_end_matches(']');
    let values: Vec<&str> = binds.split(", ").collect();
    let mut text = text.to_owned();
    for (number, value) in values.iter().enumerate().rev() {
        // Keys are shown as `UserId(…)`.
        let value = value.rsplit('(').next().unwrap().trim_end_matches(')');
        let value = value.trim().trim_matches('"');
        let literal = match value.parse::<i64>() {
            Ok(number) => number.to_string(),
            Err(_) => format!("'{value}'"),
        };
        text = text.replace(&format!("${}", number + 1), &literal);
    }
    text
}

#[test]
fn what_stands_in_the_trail_nobody_changes() {
    let platform = Platform::new();
    fill(&platform, 1);
    let url = platform.app.database_url();
    for mut one in [
        sql::connect_as_house(url),
        sql::connect_within(url, Some(platform.cast.salon.id)),
    ] {
        for statement in [
            "update audit.audit_logs set impersonator_user_id = null",
            "delete from audit.audit_logs",
            "truncate audit.audit_logs",
        ] {
            let refused = sql::refusal(&mut one, statement).unwrap_or_default();
            assert!(
                refused.contains("permission denied"),
                "{statement}: {refused}"
            );
        }
    }
    let mut house = sql::connect_as_house(url);
    for table in ["accounts.impersonations", "accounts.account_closures"] {
        let refused = sql::refusal(&mut house, &format!("delete from {table}")).unwrap_or_default();
        assert!(refused.contains("permission denied"), "{table}: {refused}");
    }
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let key = csrf(&fumiko.open("/ja/operator/bookings"));
    assert_eq!(
        fumiko.post("/ja/operator/audit", &[("csrf", &key)]).status,
        405
    );
}
