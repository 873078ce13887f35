//! A form as a browser without script sends it: what the page put there, what somebody changed, the button pressed.

use super::html::{Document, option_value, the_one, typed, words};
use scraper::{ElementRef, Selector};

/// What somebody does to a field before pressing.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Types it, or chooses the option of that value.
    Fill(String),
    /// Ticks the box of that value, others stay.
    Tick(String),
    /// Takes every tick away.
    Untick,
}

/// What is sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Sending {
    /// `get` or `post`.
    pub method: String,
    /// As it stands in the form; empty is the page's own address.
    pub action: String,
    /// Names and values in the order of the page.
    pub pairs: Vec<(String, String)>,
}

/// Presses the button with these words in whichever form it stands, after the wishes were done to that form's fields.
pub fn press(page: &Document, button: &str, wishes: &[(String, Wish)]) -> Sending {
    let buttons = page.all("button, input[type=submit], input[type=image]");
    let buttons: Vec<_> = buttons
        .into_iter()
        .filter(|found| found.attr("disabled").is_none() && found.attr("type") != Some("button"))
        .collect();
    let pressed = the_one(&buttons, button, "button");
    let form = owner(page, pressed).unwrap_or_else(|| panic!("{button:?} is in no form"));
    let mut fields: Vec<Control> = page
        .all("input, select, textarea")
        .into_iter()
        .filter(|control| owner(page, *control).is_some_and(|found| found.id() == form.id()))
        .flat_map(controls)
        .collect();
    for (name, wish) in wishes {
        grant(&mut fields, name, wish, button);
    }
    let mut pairs: Vec<(String, String)> = fields
        .into_iter()
        .filter(|control| control.sent)
        .map(|control| (control.name, control.value))
        .collect();
    if let Some(name) = pressed.attr("name") {
        let value = pressed.attr("value").unwrap_or_default();
        pairs.push((name.to_owned(), value.to_owned()));
    }
    let attribute = |of_button: &str, of_form: &str| {
        let own = pressed.attr(of_button).or_else(|| form.attr(of_form));
        own.unwrap_or_default().to_owned()
    };
    Sending {
        method: attribute("formmethod", "method").to_lowercase(),
        action: attribute("formaction", "action"),
        pairs,
    }
}

/// One possible pair: a text, or one of several options.
struct Control {
    name: String,
    value: String,
    kind: Kind,
    sent: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Hidden,
    Radio,
    Box,
    Option,
}

/// The form an element belongs to: named by its attribute, or around it.
fn owner<'a>(page: &'a Document, element: ElementRef<'a>) -> Option<ElementRef<'a>> {
    if let Some(id) = element.attr("form") {
        return page.all(&format!("form[id='{id}']")).first().copied();
    }
    let mut above = element.ancestors().filter_map(ElementRef::wrap);
    above.find(|found| found.value().name() == "form")
}

fn controls(element: ElementRef<'_>) -> Vec<Control> {
    let Some(name) = element.attr("name") else {
        return Vec::new();
    };
    if element.attr("disabled").is_some() {
        return Vec::new();
    }
    let one = |value: String, kind, sent| Control {
        name: name.to_owned(),
        value,
        kind,
        sent,
    };
    let value = |default: &str| element.attr("value").unwrap_or(default).to_owned();
    let checked = element.attr("checked").is_some();
    match (
        element.value().name(),
        element.attr("type").unwrap_or("text"),
    ) {
        ("textarea", _) => vec![one(typed(element), Kind::Text, true)],
        ("select", _) => {
            let options: Vec<_> = element
                .select(&Selector::parse("option").unwrap())
                .collect();
            let chosen = options.iter().position(|o| o.attr("selected").is_some());
            let sent = |place| place == chosen.unwrap_or(0);
            let each = options.iter().enumerate();
            each.map(|(place, option)| one(option_value(*option), Kind::Option, sent(place)))
                .collect()
        }
        (_, "submit" | "image" | "button" | "reset") => Vec::new(),
        (_, "radio") => vec![one(value("on"), Kind::Radio, checked)],
        (_, "checkbox") => vec![one(value("on"), Kind::Box, checked)],
        (_, "hidden") => vec![one(value(""), Kind::Hidden, true)],
        _ => vec![one(value(""), Kind::Text, true)],
    }
}

fn grant(fields: &mut [Control], name: &str, wish: &Wish, button: &str) {
    let names: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
    let mut own: Vec<&mut Control> = fields.iter_mut().filter(|f| f.name == name).collect();
    assert!(
        own.iter().any(|field| field.kind != Kind::Hidden),
        "the form of {button:?} has no field {name:?} that somebody could change; it has {names:?}"
    );
    match wish {
        Wish::Untick => own.iter_mut().for_each(|field| field.sent = false),
        Wish::Fill(value) if own.iter().any(|field| field.kind == Kind::Text) => {
            let text = own.iter_mut().find(|field| field.kind == Kind::Text);
            text.unwrap().value.clone_from(value);
        }
        Wish::Fill(value) | Wish::Tick(value) => {
            let offered: Vec<String> = own.iter().map(|field| field.value.clone()).collect();
            assert!(
                offered.contains(value),
                "{name:?} offers {offered:?}, not {value:?}"
            );
            let others_stay = matches!(wish, Wish::Tick(_));
            for field in own {
                field.sent = field.value == *value || (others_stay && field.sent);
            }
        }
    }
}

/// The words of every button, for those who look for one.
pub fn buttons(page: &Document) -> Vec<String> {
    page.all("button").into_iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sending, Wish, press};
    use crate::support::html::Document;

    const PAGE: &str = r#"<form action="/other"><input name="q"><button>探す</button></form>
        <form method="post" action="/book"><input type="hidden" name="csrf" value="k">
        <input name="name" value="山田"><input type="radio" name="seat" value="a" checked><input type="radio" name="seat" value="b">
        <input type="checkbox" name="mail" value="yes" checked><select name="day"><option>1</option><option>2</option></select>
        <input name="gone" disabled><button name="act" value="save">保存</button><button name="act" value="drop">消す</button></form>"#;

    fn pairs(button: &str, wishes: &[(&str, Wish)]) -> Sending {
        let wishes: Vec<_> = wishes
            .iter()
            .map(|(name, wish)| ((*name).to_owned(), wish.clone()))
            .collect();
        press(&Document::new(PAGE), button, &wishes)
    }

    #[test]
    fn a_button_sends_its_own_form_as_the_page_drew_it() {
        let sent = pairs("保存", &[]);
        assert_eq!(
            (sent.method.as_str(), sent.action.as_str()),
            ("post", "/book")
        );
        let body = serde_urlencoded::to_string(&sent.pairs).unwrap();
        assert_eq!(
            body,
            "csrf=k&name=%E5%B1%B1%E7%94%B0&seat=a&mail=yes&day=1&act=save"
        );
    }

    #[test]
    fn what_somebody_changed_is_sent_in_its_place() {
        let fill = |value: &str| Wish::Fill(value.to_owned());
        let wishes = [
            ("name", fill("佐藤")),
            ("seat", fill("b")),
            ("day", fill("2")),
        ];
        let sent = pairs("消す", &[&wishes[..], &[("mail", Wish::Untick)]].concat());
        let values: Vec<_> = sent.pairs.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["k", "佐藤", "b", "2", "drop"]);
    }

    #[test]
    #[should_panic(expected = "offers [\"a\", \"b\"], not \"c\"")]
    fn nobody_can_choose_what_is_not_offered() {
        pairs("保存", &[("seat", Wish::Fill("c".to_owned()))]);
    }

    #[test]
    #[should_panic(expected = "has no field \"gone\"")]
    fn nobody_can_fill_what_is_not_there() {
        pairs("保存", &[("gone", Wish::Fill("x".to_owned()))]);
    }
}
