//! A page asked by its structure, as somebody who reads it: headings, links, fields, complaints. Never by substring of
//! its source.

use scraper::{ElementRef, Html, Selector, node::Node};

/// A parsed page, or a part of one.
pub struct Document(Html);

/// A field of a form as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it will send: the text, or the values of what is ticked or chosen, joined by commas.
    pub value: String,
    /// What can be chosen, if it is a choice: value and words.
    pub options: Vec<(String, String)>,
    /// The complaint below it.
    pub error: Option<String>,
}

impl Document {
    pub fn new(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// Everything a selector finds, in the order of the page.
    pub fn all<'a>(&'a self, selector: &str) -> Vec<ElementRef<'a>> {
        let selector = Selector::parse(selector).unwrap();
        self.0.select(&selector).collect()
    }

    /// The words of the first element that a selector finds.
    pub fn words(&self, selector: &str) -> Option<String> {
        self.all(selector).first().map(|found| words(*found))
    }

    /// What each element of a selector says.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(words).collect()
    }

    /// An attribute of the first element that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.all(selector).first()?.attr(name).map(str::to_owned)
    }

    /// The one main heading.
    pub fn heading(&self) -> String {
        self.words("h1").unwrap_or_default()
    }

    /// What the page says, without its frame.
    pub fn text(&self) -> String {
        self.words("main")
            .or_else(|| self.words("body"))
            .unwrap_or_default()
    }

    /// Where the link with these words leads: the whole of them, or a part that only one link has.
    pub fn link(&self, text: &str) -> String {
        let links = self.all("a[href]");
        let found = the_one(&links, text, "link");
        found.attr("href").unwrap_or_default().to_owned()
    }

    /// The words of all links, in order.
    pub fn links(&self) -> Vec<String> {
        self.all("a[href]").into_iter().map(words).collect()
    }

    /// The cells of all rows of all tables, header rows included.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let cell = Selector::parse("th, td").unwrap();
        let rows = self.all("tr").into_iter();
        rows.map(|row| row.select(&cell).map(words).collect())
            .collect()
    }

    /// The complaint below a field.
    pub fn error(&self, field: &str) -> Option<String> {
        self.words(&format!("[id='field-{field}-complaint']"))
    }

    /// The complaints at the head of the page.
    pub fn errors(&self) -> Vec<String> {
        let found = self.all(".error-summary li").into_iter();
        found.map(words).collect()
    }

    /// What is said once, after something was done.
    pub fn flash(&self) -> Option<String> {
        self.words(".flash")
    }

    /// A field by its name. Fails when the page has none.
    pub fn field(&self, name: &str) -> Field {
        let found = self.all(&format!("[name='{name}']"));
        assert!(!found.is_empty(), "the page has no field {name}");
        let option = Selector::parse("option").unwrap();
        let (mut values, mut options) = (Vec::new(), Vec::new());
        for control in found {
            let value = control.attr("value").unwrap_or_default();
            match (control.value().name(), control.attr("type")) {
                ("select", _) => {
                    let of_select: Vec<_> = control.select(&option).collect();
                    let chosen = of_select.iter().position(|o| o.attr("selected").is_some());
                    values.extend(of_select.get(chosen.unwrap_or(0)).map(|o| option_value(*o)));
                    options.extend(of_select.into_iter().map(|o| (option_value(o), words(o))));
                }
                ("textarea", _) => values.push(typed(control)),
                ("input", Some("radio" | "checkbox")) => {
                    options.push((value.to_owned(), label(control)));
                    values.extend(control.attr("checked").map(|_| value.to_owned()));
                }
                // The key of a session stands in each form of a page, and is the same.
                ("input", Some("hidden")) if values.iter().any(|known| known == value) => {}
                _ => values.push(value.to_owned()),
            }
        }
        Field {
            value: values.join(","),
            options,
            error: self.error(name),
        }
    }

    /// The source of the innermost element of a selector whose words hold `text`, so that one row can be asked alone. A form
    /// around it comes along with what it carries unseen.
    pub fn part(&self, selector: &str, text: &str) -> String {
        let all = self.all(selector);
        let mut holding = all.iter().filter(|found| words(**found).contains(text));
        let found = holding
            .next_back()
            .unwrap_or_else(|| panic!("no {selector} says {text:?}"));
        let mut above = found.ancestors().filter_map(ElementRef::wrap);
        let Some(form) = above.find(|above| above.value().name() == "form") else {
            return found.html();
        };
        let children = form
            .child_elements()
            .filter(|child| child.attr("type") == Some("hidden"));
        let carried: String = children.map(|hidden| hidden.html()).collect();
        let method = form.attr("method").unwrap_or_default();
        let action = form.attr("action").unwrap_or_default();
        let html = found.html();
        format!("<form method='{method}' action='{action}'>{carried}{html}</form>")
    }
}

/// The element with these words: those that say just this first, then the only one that has them among others.
pub fn the_one<'a>(all: &[ElementRef<'a>], text: &str, what: &str) -> ElementRef<'a> {
    let says: Vec<String> = all.iter().map(|found| name_of(*found)).collect();
    if let Some(place) = says.iter().position(|said| said == text) {
        return all[place];
    }
    let mut holding = (0..all.len()).filter(|place| says[*place].contains(text));
    match (holding.next(), holding.next()) {
        (Some(place), None) => all[place],
        (None, _) => panic!("no {what} says {text:?}; there are {says:?}"),
        _ => panic!("more than one {what} says {text:?} among others: {says:?}"),
    }
}

/// What an element is called: its label, or its words.
fn name_of(element: ElementRef<'_>) -> String {
    element
        .attr("aria-label")
        .map_or_else(|| words(element), str::to_owned)
}

/// The words of an element as they are read: white space is one space, hidden parts and pictures say nothing.
pub fn words(element: ElementRef<'_>) -> String {
    let mut said = String::new();
    read(element, &mut said);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a text area holds: the first line break after its tag is not of it.
pub fn typed(area: ElementRef<'_>) -> String {
    area.text().collect()
}

/// What an option sends.
pub fn option_value(option: ElementRef<'_>) -> String {
    option
        .attr("value")
        .map_or_else(|| words(option), str::to_owned)
}

fn label(control: ElementRef<'_>) -> String {
    let mut above = control.ancestors().filter_map(ElementRef::wrap);
    above
        .find(|element| element.value().name() == "label")
        .map(words)
        .unwrap_or_default()
}

const UNREAD: [&str; 5] = ["script", "style", "template", "svg", "head"];
const WITHIN_A_LINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "code", "del", "em", "i", "ins", "mark", "rt", "ruby", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
];

fn read(element: ElementRef<'_>, said: &mut String) {
    let name = element.value().name();
    if UNREAD.contains(&name) || element.attr("hidden").is_some() {
        return;
    }
    let apart = !WITHIN_A_LINE.contains(&name);
    if apart {
        said.push(' ');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => said.push_str(text),
            Node::Element(_) => ElementRef::wrap(child)
                .into_iter()
                .for_each(|inner| read(inner, said)),
            _ => {}
        }
    }
    if apart {
        said.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    const PAGE: &str = r##"<main><h1>予約<b>する</b></h1><a href="/a">次の日</a> <a href="/b">次の日の朝</a>
        <p hidden>nothing</p><table><tr><th>時間<td>10:00 <script>no()</script></table>
        <ul><li>佐藤 <button>到着</button><li>鈴木 <button>到着</button></ul>
        <div class="error-summary"><ul><li><a href="#field-name">お名前が空です</a></ul></div>
        <input name="name" value="山田"><p id="field-name-complaint">お名前が空です</p>
        <label><input type="radio" name="size" value="1">小</label><label><input type="radio" name="size" value="2" checked>大</label>
        <select name="day"><option value="1">一<option value="2" selected>二</select><textarea name="note">
二行
目</textarea></main>"##;

    #[test]
    fn a_page_is_read_as_people_read_it() {
        let page = Document::new(PAGE);
        assert_eq!(page.heading(), "予約する");
        assert_eq!(page.link("次の日"), "/a", "the exact words win");
        assert_eq!(page.link("朝"), "/b");
        assert_eq!(page.rows(), [["時間", "10:00"]]);
        assert!(!page.text().contains("nothing"));
        assert_eq!(page.errors(), ["お名前が空です"]);
        assert!(
            page.part("li", "鈴木").contains("到着") && !page.part("li", "鈴木").contains("佐藤")
        );
    }

    #[test]
    fn a_field_tells_its_value_its_choices_and_its_complaint() {
        let page = Document::new(PAGE);
        assert_eq!(page.field("name").value, "山田");
        assert_eq!(page.field("name").error.unwrap(), "お名前が空です");
        assert_eq!(page.field("size").value, "2");
        assert_eq!(
            page.field("size").options[0],
            ("1".to_owned(), "小".to_owned())
        );
        assert_eq!(page.field("day").value, "2");
        assert_eq!(page.field("note").value, "二行\n目");
    }

    #[test]
    #[should_panic(expected = "more than one link says")]
    fn words_that_two_links_have_choose_none() {
        Document::new(PAGE).link("の日");
    }
}
