//! The words and the code agree: what is asked for exists with just these arguments, what exists
//! is asked for somewhere, and each language is written in itself.

use super::{files, rust_uses::RustUses};
use crate::build_script::{Sentences, Source, check, method, read};
use std::{collections::BTreeSet, path::Path};

/// Messages whose English shows Japanese on purpose.
const JAPANESE_IN_ENGLISH: [&str; 1] = ["form-kana-only"];

/// Messages and terms whose Japanese has letters of the alphabet only.
const ALPHABET_IN_JAPANESE: [&str; 2] = ["-brand", "ui-slot-call-short"];

/// What a Japanese shop would not write, and why.
const NOT_JAPANESE: [(&str, &str); 8] = [
    ("\u{FF5E}", "the range sign is 〜 (U+301C)"),
    ("￥", "amounts end in 円"),
    ("ユーザー", "people are お客様, スタッフ or オーナー"),
    ("詳しくはこちら", "a link says where it leads"),
    ("不正な", "an error says the cause and does not blame"),
    ("エラーが発生", "an error says the cause and what to do"),
    ("させていただ", "one honorific per phrase"),
    ("!!", "one mark is enough"),
];

fn sources() -> Vec<Source> {
    read(Path::new("locales")).unwrap()
}

fn japanese() -> Sentences {
    check(&sources()).unwrap().remove("ja").unwrap()
}

#[test]
fn every_message_the_code_names_exists_with_its_arguments() {
    let (sentences, mut complaints) = (japanese(), Vec::new());
    for (path, text) in files("src", "rs") {
        if path != "src/base/msg.rs" {
            for complaint in wrong_uses(&sentences, &RustUses::of(&text)) {
                complaints.push(format!("{path}: {complaint}"));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_message_is_said_somewhere() {
    let mut uses = RustUses::default();
    for (_, text) in files("src", "rs") {
        uses.add(RustUses::of(&text));
    }
    for (_, text) in files("templates", "") {
        uses.methods.extend(methods_in_template(&text));
    }
    let sentences = japanese();
    let unused = unused(&sentences, &uses);
    assert!(unused.is_empty(), "nobody says: {}", unused.join(" "));
}

#[test]
fn each_language_is_written_in_itself() {
    let complaints: Vec<String> = sources().iter().flat_map(foreign_words).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_checks_of_the_code_see_what_is_wrong() {
    let sentences = sentences("shop-open = { $day }から{ $time }\nshop-day-sun = 日");
    let complaints = |rust: &str| wrong_uses(&sentences, &RustUses::of(rust)).join("; ");
    let said = |inner: &str| complaints(&format!("fn f() {{ vec![{inner}] }}"));
    assert_eq!(
        said(r#"Msg::new("shop-open").with("time", 9).with("day", 1)"#),
        ""
    );
    assert_eq!(said(r#"Msg::new("shop-shut")"#), "shop-shut does not exist");
    assert_eq!(
        said(r#"Msg { id: "shop-shut", args }"#),
        "shop-shut does not exist"
    );
    assert_eq!(
        said(r#"Msg::new("shop-open").with("day", f(1, "x"))"#),
        r#"shop-open takes {"day", "time"}, not {"day"}"#
    );
    assert_eq!(said("Msg::new(id)"), "Msg::new takes its id as a literal");
    assert_eq!(said(r#"t.of_family("shop-day", id)"#), "");
    assert_eq!(
        said(r#"t.of_family("shop-night", id)"#),
        "shop-night- begins no message"
    );
    assert_eq!(
        said("t.of_family(family, id)"),
        "of_family takes its family as a literal"
    );
}

#[test]
fn the_check_of_unused_messages_knows_every_way_of_saying() {
    let text = "-shop = 店\n-lone = 孤\nshop-a = { -shop }{ shop-b }\nshop-b = 二\nshop-c = 三\n\
        shop-d = 四\nshop-e-one = 五\nshop-f = 六\n    .hint = 七\nshop-g = 八\nshop-h = 九";
    let mut uses = RustUses::of(
        r#"fn f() { x.shop_a(); Words::shop_c(t); t.of_family("shop-e", id); y!("shop-d"); }"#,
    );
    uses.methods.extend(methods_in_template(
        "{{ ctx.t.shop_f() }} {{ shop_h() }} .shop_gg()",
    ));
    assert_eq!(
        unused(&sentences(text), &uses),
        ["-lone", "shop-f.hint", "shop-g", "shop-h"]
    );
}

#[test]
fn the_check_of_foreign_words_sees_them() {
    let complaints = |language: &str, text: &str| {
        let (language, file) = (language.to_owned(), "shop".to_owned());
        let source = Source {
            language,
            file,
            text: text.to_owned(),
        };
        foreign_words(&source).join("; ")
    };
    assert_eq!(
        complaints("ja", "# Shop words\nshop-a = CSVを保存\n-brand = Brand"),
        ""
    );
    assert_eq!(
        complaints("ja", "shop-a = Save"),
        "ja shop-a: Save: not Japanese"
    );
    let three = "shop-a = {$n ->\n    [one] ひとつ\n   *[other] 保存 Save the file\n}";
    assert!(complaints("ja", three).ends_with(": not Japanese"));
    assert!(complaints("ja", "shop-a = 9時～10時").ends_with("(U+301C)"));
    assert!(complaints("ja", "shop-a = ３名").ends_with("half-width"));
    assert!(complaints("ja", "shop-a = ﾔﾏﾀﾞ").ends_with("half-width"));
    assert!(complaints("ja", "shop-a =\n    不正な入力").contains("shop-a"));
    assert!(complaints("ja", "shop-a = 料金(税込)").ends_with("full-width"));
    assert_eq!(complaints("ja", "shop-a = 料金（{ $fee }）"), "");
    assert_eq!(complaints("en", "shop-a = It's { $a } – “fine”"), "");
    assert!(complaints("en", "shop-a = Pay 100円").ends_with(": not English"));
    assert!(complaints("en", "shop-a = a\n    .hint = b、c").ends_with(": not English"));
    assert!(complaints("en", "shop-a = \u{2068}a").ends_with("invisible marks"));
}

fn sentences(text: &str) -> Sentences {
    let (language, file) = ("ja".to_owned(), "shop".to_owned());
    let source = Source {
        language,
        file,
        text: text.to_owned(),
    };
    check(&[source]).unwrap().remove("ja").unwrap()
}

fn wrong_uses(sentences: &Sentences, uses: &RustUses) -> Vec<String> {
    let mut complaints = Vec::new();
    for (id, arguments) in &uses.messages {
        match sentences.get(id) {
            None => complaints.push(format!("{id} does not exist")),
            Some(sentence) => {
                if arguments
                    .as_ref()
                    .is_some_and(|given| *given != sentence.variables)
                {
                    let takes = &sentence.variables;
                    let gets = arguments.clone().unwrap_or_default();
                    complaints.push(format!("{id} takes {takes:?}, not {gets:?}"));
                }
            }
        }
    }
    for family in &uses.families {
        let begins = format!("{family}-");
        if !sentences.keys().any(|id| id.starts_with(&begins)) {
            complaints.push(format!("{begins} begins no message"));
        }
    }
    complaints.extend(uses.without_literal.iter().cloned());
    complaints
}

fn unused<'a>(sentences: &'a Sentences, uses: &RustUses) -> Vec<&'a str> {
    let mentioned: BTreeSet<&String> = sentences
        .values()
        .flat_map(|sentence| &sentence.mentions)
        .collect();
    let of_a_family = |id: &str| {
        let tail = |family: &String| {
            id.strip_prefix(family.as_str())
                .is_some_and(|rest| rest.starts_with('-'))
        };
        uses.families.iter().any(tail)
    };
    let is_unused = |id: &&String| {
        !(uses.methods.contains(&method(id)) && !id.starts_with('-')
            || uses.literals.contains(*id)
            || mentioned.contains(id)
            || of_a_family(id))
    };
    sentences
        .keys()
        .filter(is_unused)
        .map(String::as_str)
        .collect()
}

/// Names that follow a point, as in `ctx.t.shop_open(`.
fn methods_in_template(text: &str) -> Vec<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.split('.')
        .skip(1)
        .filter_map(|rest| {
            let (name, after) = rest.split_at(rest.find(|letter| !is_name(letter))?);
            after.starts_with('(').then(|| name.to_owned())
        })
        .collect()
}

fn foreign_words(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (id, text) in spoken_lines(&source.text) {
        let mut complain = |why: &str| {
            complaints.push(format!("{} {id}: {text}: {why}", source.language));
        };
        if text.contains(['\u{2068}', '\u{2069}', '\u{200B}', '\u{FEFF}']) {
            complain("invisible marks");
        }
        if source.language == "en" {
            if text.chars().any(is_japanese) && !JAPANESE_IN_ENGLISH.contains(&id.as_str()) {
                complain("not English");
            }
            continue;
        }
        if is_english(&text) && !ALPHABET_IN_JAPANESE.contains(&id.as_str()) {
            complain("not Japanese");
        }
        if text.chars().any(|letter| {
            matches!(letter, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{FF61}'..='\u{FF9F}')
        }) {
            complain("full-width digits and letters, and half-width kana, are written the other way: half-width");
        }
        // How a date is written is in one file; there alone a bracket is half a letter wide.
        if text.contains(['(', ')']) && source.file != "format" {
            complain("brackets outside dates and times are written the other way: full-width");
        }
        for (words, why) in NOT_JAPANESE {
            if text.contains(words) {
                complain(why);
            }
        }
    }
    complaints
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Letters of the alphabet and nothing Japanese, or three English words in a row.
fn is_english(text: &str) -> bool {
    let word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut row = 0;
    let three = text.split([' ', ',']).any(|one| {
        row = if word(one) { row + 1 } else { 0 };
        row == 3
    });
    three || text.contains(|one: char| one.is_ascii_alphabetic()) && !text.chars().any(is_japanese)
}

/// The id and the words of each line: without comments, keys of variants and what is filled in.
fn spoken_lines(text: &str) -> Vec<(String, String)> {
    let mut id = String::new();
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut rest = line.trim_start();
        if let Some((name, value)) = line
            .split_once(" =")
            .filter(|(name, _)| !name.contains(' '))
        {
            (id, rest) = (name.to_owned(), value);
        } else if let Some(attribute) = rest.strip_prefix('.') {
            rest = attribute.split_once('=').map_or("", |(_, value)| value);
        } else if rest.starts_with(['[', '*']) {
            rest = rest.split_once(']').map_or("", |(_, value)| value);
        }
        let mut depth = 0;
        let mut words = String::new();
        for letter in rest.chars() {
            match letter {
                '{' => depth += 1,
                '}' => depth = 0.max(depth - 1),
                _ if depth == 0 => words.push(letter),
                _ => {}
            }
        }
        if !words.trim().is_empty() {
            lines.push((id.clone(), words.trim().to_owned()));
        }
    }
    lines
}
