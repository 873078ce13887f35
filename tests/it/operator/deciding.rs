use super::scene::{Platform, csrf};
use crate::support::{letters::link, wait::wait_for};
use omotenashi::{
    db::{Access, Author},
    domain::businesses::review::{Act, DecideError, Decision, decide},
};

#[test]
fn of_two_operators_who_decide_at_once_one_wins_and_the_other_is_told() {
    let platform = Platform::new();
    platform.applied();
    let pages = [&platform.fumiko, &platform.goro].map(|one| {
        let browser = one.sign_in(&platform.app);
        browser.open("/ja/operator/businesses").follow("大地ネイル")
    });
    let (yes, no) = (pages[0].follow("承認する"), pages[1].follow("差し戻す"));
    let said: Vec<Option<String>> = std::thread::scope(|scope| {
        let yes = scope.spawn(|| yes.press("承認する").flash());
        let no = scope.spawn(|| no.fill("reason", "不備").press("差し戻す").flash());
        vec![yes.join().unwrap(), no.join().unwrap()]
    });
    let told = |words: &str| {
        said.iter()
            .flatten()
            .filter(|flash| flash.contains(words))
            .count()
    };
    assert_eq!(
        (
            told("「大地ネイル」を承認しました") + told("「大地ネイル」の申請を差し戻しました"),
            told("ほかの人が先に変更しました")
        ),
        (1, 1),
        "{said:?}"
    );
    assert_eq!(
        platform.app.letters().len(),
        1,
        "the owner hears of one of them"
    );
    let answered = "select status::text as line from businesses.business_verifications";
    assert_eq!(platform.lines(answered.to_owned()).len(), 1);
}

#[test]
fn an_answer_is_to_the_question_that_was_read() {
    let platform = Platform::new();
    let daichi = platform.applied();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let record = fumiko.open("/ja/operator/businesses").follow("大地ネイル");
    let stale = record.follow("承認する");
    record
        .follow("差し戻す")
        .fill("reason", "不備")
        .press("差し戻す");
    daichi
        .open("/ja/account/businesses/daichi-nails")
        .press("審査を申し込む");
    let late = stale.press("承認する");
    assert!(
        late.flash().unwrap().contains("ほかの人が先に"),
        "the new papers were not read"
    );
    assert_eq!(
        platform.app.browser().visit("/ja/b/daichi-nails").status,
        404
    );
}

#[test]
fn a_suspended_shop_is_closed_to_the_public_and_its_guests_keep_their_links() {
    let platform = Platform::new();
    let app = &platform.app;
    let guest = format!("/ja/bookings/{}", platform.cast.booking.token);
    let fumiko = platform.fumiko.sign_in(app);
    assert_eq!(
        app.browser().visit("/ja/b/aoi-salon").status,
        200,
        "and is remembered"
    );
    let act = fumiko
        .open("/ja/operator/businesses?show=open")
        .follow("サロン あおい")
        .follow("店舗を停止する");
    assert_eq!(
        act.press("店舗を停止する").status,
        422,
        "not without a reason"
    );
    let done = act
        .fill("reason", "お客様からの通報")
        .press("店舗を停止する");
    assert_eq!(
        done.flash().as_deref(),
        Some("「サロン あおい」を停止しました")
    );
    for door in ["/ja/b/aoi-salon", "/ja/b/aoi-salon/book"] {
        assert_eq!(app.browser().visit(door).status, 404, "{door}");
    }
    assert!(!app.browser().open("/ja").text().contains("サロン あおい"));
    assert_eq!(app.browser().visit(&guest).status, 200);
    let letter = app.letter();
    assert!(letter.subject.contains("停止しました") && letter.text.contains("お客様からの通報"));
    assert!(!letter.text.contains("お問い合わせ"), "nobody is named");
    let aoi = platform.cast.aoi.sign_in(app);
    let told = "停止の理由 お客様からの通報";
    assert!(aoi.open(&link(&letter)).text().contains(told));
    let day = aoi.open("/ja/staff/aoi-salon/today");
    assert_eq!(day.status, 200, "the day goes on");
    for page in ["today", "team", "bookings/new"] {
        let page = aoi.open(&format!("/ja/staff/aoi-salon/{page}"));
        let told = "店舗のページは非公開です（運営による停止）。理由: お客様からの通報";
        assert!(page.text().contains(told), "{}", page.text());
    }
    assert_eq!(
        fumiko
            .visit("/ja/operator/businesses?show=suspended")
            .status,
        200
    );
    let lifted = done
        .follow("店舗の停止を解除する")
        .press("店舗の停止を解除する");
    assert_eq!(
        lifted.flash().as_deref(),
        Some("「サロン あおい」の停止を解除しました")
    );
    assert_eq!(app.browser().visit("/ja/b/aoi-salon").status, 200);
    let day = aoi.open("/ja/staff/aoi-salon/today");
    assert!(!day.text().contains("非公開"), "{}", day.text());
    assert!(app.letter().subject.contains("停止を解除しました"));
}

#[test]
fn what_cannot_be_done_to_a_business_as_it_stands_is_not_done() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = platform.fumiko.sign_in(app);
    let id = platform.cast.salon.id;
    let key = csrf(&fumiko.open("/ja/operator/bookings"));
    for act in ["approve", "reject", "lift", "resume"] {
        let path = format!("/ja/operator/businesses/{id}/{act}");
        let pairs = [("csrf", key.as_str()), ("reason", "x"), ("seen", "")];
        let answer = fumiko.post(&path, &pairs).settled();
        assert!(
            answer
                .flash()
                .unwrap_or_default()
                .contains("ほかの人が先に"),
            "{act}"
        );
    }
    for path in [
        format!("/ja/operator/businesses/{id}/destroy"),
        "/ja/operator/businesses/x/approve".to_owned(),
        format!(
            "/ja/operator/businesses/{}/approve",
            platform.cast.booking.id
        ),
    ] {
        assert_eq!(fumiko.visit(&path).status, 404, "{path}");
        assert_eq!(fumiko.post(&path, &[("csrf", &key)]).status, 404, "{path}");
    }
    assert_eq!(app.browser().visit("/ja/b/aoi-salon").status, 200);
    assert!(app.letters().is_empty());
}

#[test]
fn nobody_decides_about_their_own() {
    let platform = Platform::new();
    let (user, business) = (platform.cast.aoi.user, platform.cast.salon.id);
    let author = Author {
        user,
        role: "admin",
        request: String::new(),
        behind: None,
    };
    let decision = Decision {
        business,
        act: Act::Suspend,
        reason: "x".to_owned(),
        seen: None,
    };
    let db = platform.app.db().clone();
    let refused = wait_for(async move {
        db.platform_by(Access::Write, author, move |tx| decide(tx, user, &decision))
            .await
    });
    assert!(matches!(refused, Err(DecideError::Own)), "{refused:?}");
}

#[test]
fn a_business_its_owner_and_what_was_changed_lead_to_each_other() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let list = fumiko.open("/ja/operator/businesses?show=open&q=zzz");
    assert!(list.text().contains("「zzz」に合う店舗はありません"));
    let record = fumiko
        .open("/ja/operator/businesses?show=open")
        .follow("サロン あおい");
    assert_eq!(record.follow("公開ページを見る").url, "/ja/b/aoi-salon");
    let trail = record.follow("変更履歴を見る");
    assert_eq!(trail.field("business").value, "aoi-salon");
    let owner = record.follow("オーナーのアカウントを見る");
    assert!(owner.text().contains("aoi@example.com"));
    assert_eq!(owner.follow("サロン あおい").url, record.url);
}
