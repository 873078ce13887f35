use omotenashi::{
    base::lang::Lang,
    i18n::choose::{Wishes, choose},
};

fn by_header(header: &str) -> Lang {
    // the business speaks English, so that Japanese must have been asked for
    choose(&Wishes {
        accept_language: Some(header),
        business: Some(Lang::En),
        ..Wishes::default()
    })
}

#[test]
fn what_was_said_more_deliberately_wins() {
    let mut wishes = Wishes::default();
    assert_eq!(choose(&wishes), Lang::Ja, "nothing was said");
    wishes.business = Some(Lang::En);
    assert_eq!(choose(&wishes), Lang::En, "the business");
    wishes.accept_language = Some("ja");
    assert_eq!(choose(&wishes), Lang::Ja, "the browser before the business");
    wishes.account = Some(Lang::En);
    assert_eq!(choose(&wishes), Lang::En, "the account before the browser");
    wishes.cookie = Some("ja");
    assert_eq!(choose(&wishes), Lang::Ja, "the cookie before the account");
    wishes.address = Some(Lang::En);
    assert_eq!(choose(&wishes), Lang::En, "the address before all");
}

#[test]
fn a_cookie_of_no_language_says_nothing() {
    for cookie in ["", "fr", "JA", "ja-JP", "../", "\u{0}"] {
        let wishes = Wishes {
            cookie: Some(cookie),
            account: Some(Lang::En),
            ..Wishes::default()
        };
        assert_eq!(choose(&wishes), Lang::En, "{cookie:?}");
    }
}

#[test]
fn a_browser_is_understood() {
    for header in [
        "ja",
        "ja-JP",
        "JA-jp",
        "ja-JP-u-ca-japanese",
        "ja,en-US;q=0.9,en;q=0.8",
        "en;q=0.4, ja;q=0.5",
        "en;q=0.333,ja;q=0.334",
        "fr-CH, fr;q=0.9, ja;q=0.8, en;q=0.7, *;q=0.5",
        "en;q=0,ja;q=0.1",
        "en;q=0.9,ja;q=1.0",
        "*;q=0.9, ja ; q=0.1",
    ] {
        assert_eq!(by_header(header), Lang::Ja, "{header}");
    }
    for header in [
        "en",
        "en-GB,ja;q=0.9",
        "ja;q=0.8,en-US",
        "zh,en;q=0.2,ja;q=0.1",
    ] {
        let wishes = Wishes {
            accept_language: Some(header),
            ..Wishes::default()
        };
        assert_eq!(choose(&wishes), Lang::En, "{header}");
    }
}

#[test]
fn a_browser_that_says_nothing_of_ours_leaves_it_to_the_business() {
    for header in [
        "",
        "*",
        "zh-CN, ko;q=0.9",
        "ja;q=0",
        "ja;q=0.000",
        "und",
        "und-JP",
        ",,,;;;",
    ] {
        assert_eq!(by_header(header), Lang::En, "{header:?}");
    }
}

#[test]
fn junk_is_passed_over_and_the_rest_still_read() {
    for header in [
        "../../etc/passwd, ja",
        "en;q=abc, ja;q=0.1",
        "en;q=1.5, ja;q=0.1",
        "en;q=-1, ja;q=0.1",
        "en;q=0.1234, ja;q=0.1",
        "en;q=0.９, ja;q=0.1",
        "日本語, ja",
        "\u{1F363}\u{0}, ja",
    ] {
        assert_eq!(by_header(header), Lang::Ja, "{header:?}");
    }
    assert_eq!(by_header("ja;q=abc"), Lang::En, "no liking is known");
}

#[test]
fn a_long_header_is_cut_off() {
    let long = "fr;q=0.5,".repeat(1_200);
    assert!(long.len() > 10_000);
    assert_eq!(by_header(&format!("ja;q=0.4,{long}")), Lang::Ja);
    assert_eq!(
        by_header(&format!("{long}ja")),
        Lang::En,
        "nobody speaks so many"
    );
    assert_eq!(by_header(&"x".repeat(10_240)), Lang::En);
    assert_eq!(by_header(&"j".repeat(10_240)), Lang::En);
}
