//! The colours can be read: every pair that stands on another is measured, in both schemes, for
//! all eight accents.

use std::{collections::BTreeMap, fs};

type Colours = BTreeMap<String, String>;

fn style(name: &str) -> String {
    fs::read_to_string(format!("{}/static/css/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The `--name: #colour` pairs of the first block that opens with `head`.
fn block(text: &str, head: &str) -> Colours {
    let body = text.split_once(head).unwrap().1;
    let body = body.split_once('{').unwrap().1.split_once('}').unwrap().0;
    body.split(';')
        .filter_map(|pair| pair.trim().strip_prefix("--")?.split_once(": "))
        .filter(|(_, value)| value.starts_with('#'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn light_of(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.03928 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (light_of(one), light_of(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_measure_itself_is_right() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("#1a1a1a", "#fbfaf7") - 16.7).abs() < 0.1);
}

#[test]
fn text_stands_out_from_its_ground_in_both_schemes() {
    let tokens = style("tokens.css");
    for scheme in [":root {", ":root[data-theme=\"dark\"]"] {
        let colours = block(&tokens, scheme.trim_end_matches(" {"));
        let of = |name: &str| colours[name].as_str();
        for text in [
            "ink", "ink-2", "ink-3", "primary", "danger", "success", "warning", "saturday",
            "sunday",
        ] {
            for ground in ["paper", "surface", "wash"] {
                let measured = contrast(of(text), of(ground));
                assert!(
                    measured >= 4.5,
                    "{scheme} {text} on {ground}: {measured:.2}"
                );
            }
        }
        for ground in ["paper", "surface"] {
            assert!(
                contrast(of("edge"), of(ground)) >= 3.0,
                "{scheme} edge on {ground}"
            );
        }
        assert!(contrast(of("on-primary"), of("primary")) >= 7.0);
        assert!(contrast(of("on-danger"), of("danger")) >= 4.5);
        assert!(contrast(of("primary"), of("primary-soft")) >= 4.5);
        for chip in [
            "confirmed",
            "awaiting",
            "unpaid",
            "arrived",
            "serving",
            "completed",
            "cancelled",
            "no-show",
        ] {
            let measured = contrast(of(chip), of(&format!("{chip}-bg")));
            assert!(measured >= 7.0, "{scheme} {chip}: {measured:.2}");
        }
    }
}

#[test]
fn the_dark_list_stands_twice_and_is_the_same_twice() {
    let tokens = style("tokens.css");
    let wished = block(&tokens, ":root:not([data-theme=\"light\"])");
    let chosen = block(&tokens, ":root[data-theme=\"dark\"]");
    assert_eq!(wished, chosen);
    let light = block(&tokens, ":root");
    assert!(
        light.keys().eq(chosen.keys()),
        "a role without a dark colour"
    );
}

#[test]
fn every_accent_can_be_read_by_day_and_by_night() {
    let accents = style("accents.css");
    for accent in omotenashi::web::ui::frame::ACCENTS {
        let colours = block(&accents, &format!("[data-accent=\"{accent}\"]"));
        let of = |name: &str| colours[name].as_str();
        assert!(contrast(of("day"), "#ffffff") >= 7.0, "{accent} by day");
        assert!(contrast(of("day"), "#fbfaf7") >= 6.5, "{accent} on paper");
        assert!(contrast(of("night"), "#1b1f26") >= 7.0, "{accent} by night");
        assert!(
            contrast(of("night-ink"), of("night")) >= 7.0,
            "{accent} on its own ground"
        );
    }
}
