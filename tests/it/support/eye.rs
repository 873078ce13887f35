//! Looks at a page as nobody has the patience to: in three widths, by day and by night, with axe and a ruler.

use super::{chromium::Chromium, html::Document, statement};
use std::time::Duration;

/// The floor, a usual telephone, and a desk.
const WIDTHS: [u32; 3] = [320, 390, 1280];
const HEIGHT: u32 = 800;

/// What is measured in the page itself: how wide it is, how large what is pressed is, whether keys reach it and it can then be
/// seen (the gaps of a day are left out: the way to a new booking stands above them), who is asked for what, and how
/// much came over the line (UX 7.3, 7.5, 10.3). A link in a sentence is as high as its line.
const RULER: &str = r##"
    const wrong = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`${root.scrollWidth - root.clientWidth} px too wide`);
    const desk = root.classList.contains("desk");
    const main = ".btn, .time, .input, .choice, .slots button, .month td > a, .strip a, .tabs a, .pager a, .footer-call";
    for (const door of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        const { width, height } = (door.closest("label") || door).getBoundingClientRect();
        const inSentence = getComputedStyle(door).display === "inline" && !door.matches(".choice *");
        if (!width || !height || inSentence || door.matches(".skip, [aria-hidden]")) continue;
        const least = door.matches(main) ? (desk ? 40 : 44) : 24;
        if (width < 24 || height < least - 0.5) wrong.push(`${width} x ${height}: ${door.outerHTML.slice(0, 120)}`);
    }
    const reach = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
    for (const door of reach) {
        const shown = (door.closest("label") || door).checkVisibility({ visibilityProperty: true });
        if (!shown || door.disabled || door.type === "hidden" || door.closest("[aria-hidden=true]")) continue;
        if (door.tabIndex < 0 && door.matches("main, h1, [role=status], [data-focus], [data-roving] *, .day .free")) continue;
        if (door.tabIndex !== 0) {
            wrong.push(`${door.tabIndex} is its place for Tab: ${door.outerHTML.slice(0, 120)}`);
            continue;
        }
        door.focus();
        if (document.activeElement !== door) {
            wrong.push(`cannot be reached by keys: ${door.outerHTML.slice(0, 120)}`);
            continue;
        }
        const face = door.closest("label") || door;
        const [line] = face.getClientRects();
        if (!line?.width || !line.height) continue;
        const spots = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]];
        const over = spots.map(([right, down]) => document.elementFromPoint(line.left + line.width * right, line.top + line.height * down));
        const hides = (one) => one && !face.contains(one) && !one.contains(face) && one.closest("details[open]:not(:focus-within)") === null;
        if (over.every(hides)) wrong.push(`stands behind ${over[0].outerHTML.slice(0, 60)} when reached: ${door.outerHTML.slice(0, 120)}`);
    }
    document.activeElement.blur();
    scrollTo(0, 0);
    const sent = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    for (const { name } of sent) if (!name.startsWith(location.origin + "/")) wrong.push(`asks ${name}`);
    const isPhoto = (one) => one.initiatorType === "img" && /\/(img\/demo|media|photos)\//.test(one.name);
    const weight = sent.filter((one) => !isPhoto(one)).reduce((sum, one) => sum + one.encodedBodySize, 0);
    // Behind the counter a page may weigh more, and what its worker gives is weighed unpacked.
    if (weight > (desk ? 150 : 60) * 1024 || !weight) wrong.push(`weighs ${weight} bytes`);
    return wrong;"##;

/// Whether the page has not been seen just so in this state: what is visible, in which colours and letters. Where it has,
/// another width can tell axe nothing new but sizes.
const SEEN: &str = r##"
    const one = (element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return "";
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
        return [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight].join("|");
    };
    const whole = [...document.querySelectorAll("body, body *")].map(one).join("\n");
    window.seen ??= new Map();
    const before = window.seen.get(STATE) ?? new Set();
    window.seen.set(STATE, before);
    const fresh = !before.has(whole);
    before.add(whole);
    return fresh;"##;

/// What becomes too wide or is cut off when somebody's browser sets letters, words and lines further apart (WCAG 1.4.12).
const SPACING: &str = r##"
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets.push(sheet);
    const wrong = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`${root.scrollWidth - root.clientWidth} px too wide with letters apart`);
    for (const one of document.querySelectorAll("body *")) {
        const { overflowX, overflowY, textOverflow, position } = getComputedStyle(one);
        const cuts = [overflowX, overflowY].some((how) => how === "hidden" || how === "clip");
        if (!cuts || textOverflow === "ellipsis" || one.clientWidth < 4 || position === "absolute" || !one.innerText) continue;
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) wrong.push(`cut off with letters apart: ${one.outerHTML.slice(0, 120)}`);
    }
    document.adoptedStyleSheets.pop();
    return wrong;"##;

/// A window, and what was seen in it that should not be.
pub struct Eye<'a> {
    /// Where one looks.
    pub window: &'a Chromium,
    scripts: bool,
    states: usize,
    wrong: Vec<String>,
}

impl<'a> Eye<'a> {
    /// Opens an eye. Without scripts axe has no voice, so only sizes are measured.
    pub fn new(window: &'a Chromium, scripts: bool) -> Self {
        window.script(scripts);
        Self {
            window,
            scripts,
            states: 0,
            wrong: Vec::new(),
        }
    }

    /// Goes to a page and looks at it.
    pub fn visit(&mut self, path: &str, heading: &str) -> &mut Self {
        self.window.visit(path);
        self.arrives(heading).look(heading)
    }

    /// Presses, and looks at what comes.
    pub fn press(&mut self, words: &str, heading: &str) -> &mut Self {
        self.window.press(words);
        self.arrives(heading).look(heading)
    }

    /// Presses what refuses, and looks at what it says.
    pub fn press_in_vain(&mut self, words: &str, heading: &str) -> &mut Self {
        self.window.press(words);
        self.wait(heading, &|page| page.all("#errors").len() == 1);
        self.arrives(heading).look(&format!("{heading}, refused"))
    }

    /// Waits from outside, because the page may run no script.
    pub fn arrives(&mut self, heading: &str) -> &mut Self {
        self.wait(heading, &|page| page.heading() == heading)
    }

    fn wait(&mut self, what: &str, is_there: &dyn Fn(&Document) -> bool) -> &mut Self {
        for _ in 0..1200 {
            if is_there(&self.window.document()) {
                return self;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        let page = self.window.document();
        panic!(
            "{what} did not come: {} {}",
            self.window.path(),
            page.text()
        );
    }

    /// Looks at what is there, under a name of its own. Sizes are the same by night, so there only colours are judged; and
    /// a width that shows the same in the same colours as another is judged by its sizes.
    pub fn look(&mut self, state: &str) -> &mut Self {
        self.states += 1;
        for width in WIDTHS {
            self.window.dark(false).size(width, HEIGHT);
            let mut found = self.measured();
            if self.scripts {
                found.extend(if self.is_new() {
                    self.window.violations()
                } else {
                    self.window.hard_to_hit()
                });
                self.window.dark(true);
                if self.is_new() {
                    found.extend(self.window.hard_to_read());
                }
            }
            let line = |line: String| format!("{state}, {width} px: {line}");
            self.wrong.extend(found.into_iter().map(line));
        }
        self
    }

    fn is_new(&self) -> bool {
        let script = SEEN.replace("STATE", &self.states.to_string());
        self.window.execute(&script) == true
    }

    fn measured(&self) -> Vec<String> {
        [RULER, SPACING]
            .into_iter()
            .flat_map(|script| {
                let wrong = self.window.execute(script);
                let wrong = wrong.as_array().unwrap_or_else(|| panic!("{wrong}"));
                wrong.iter().map(|one| one.to_string()).collect::<Vec<_>>()
            })
            .collect()
    }

    /// What was wrong so far.
    pub fn wrong(&self) -> &[String] {
        &self.wrong
    }

    /// Fails with all that was wrong, or when other than what the statement of accessibility says was seen. `name` is that
    /// of the round there: whose pages, and which.
    pub fn close(self, name: &str) {
        assert!(self.wrong.is_empty(), "{:#?}", self.wrong);
        statement::holds(name, self.states);
    }
}

#[cfg(test)]
mod tests {
    use super::Eye;
    use crate::support::{
        app::{TestApp, TestOptions},
        chromium::Chromium,
    };

    #[test]
    fn what_only_one_width_or_only_the_night_shows_is_seen() {
        let app = TestApp::start(TestOptions::default());
        let Some(window) = Chromium::open(&app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        eye.visit("/ja/account/sign-in", "ログイン");
        assert_eq!(eye.wrong(), [""; 0]);
        let pale = |when: &str| {
            let rule = format!(
                "@media {when} {{ h1 {{ color: #999 !important; background: #aaa !important }} }}"
            );
            window.execute(&format!("const sheet = new CSSStyleSheet(); sheet.replaceSync('{rule}'); document.adoptedStyleSheets = [sheet]"));
        };
        let lines = |eye: &Eye<'_>| {
            let found = eye
                .wrong()
                .iter()
                .filter(|line| line.contains("color-contrast"));
            found
                .map(|line| line.split(':').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        pale("(width: 390px) and (prefers-color-scheme: light)");
        eye.look("pale");
        assert_eq!(lines(&eye), ["pale, 390 px"]);
        pale("(width: 1280px) and (prefers-color-scheme: dark)");
        eye.look("dim");
        assert_eq!(lines(&eye), ["pale, 390 px", "dim, 1280 px"]);
    }

    #[test]
    fn what_keys_cannot_reach_and_what_letters_apart_cut_off_is_seen() {
        let app = TestApp::start(TestOptions::default());
        let Some(window) = Chromium::open(&app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        eye.visit("/ja/account/sign-in", "ログイン");
        assert_eq!(eye.wrong(), [""; 0]);
        let put = |html: &str| {
            let script =
                format!("document.querySelector('main').insertAdjacentHTML('beforeend', `{html}`)");
            window.execute(&script);
        };
        put("<p><a class='btn' href='/ja' tabindex='-1'>skipped</a></p>");
        put("<p><a class='btn' href='/ja' tabindex='3'>first</a></p>");
        put("<p><label class='btn'><input type='radio' hidden>hidden</label></p>");
        put("<p id='bar'></p><p><a id='under' class='btn' href='/ja'>under</a></p>");
        put("<p id='tight'>あいうえおかきくけこ</p>");
        window.execute(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync('#bar { position: fixed; inset: 0; z-index: 9; background: #fff } \
             #tight { width: 10.2em; overflow: hidden; white-space: nowrap; position: relative; z-index: 10 }'); document.adoptedStyleSheets = [sheet]",
        );
        eye.look("spoilt");
        let told = eye.wrong().join("\n");
        for (what, whose) in [
            ("-1 is its place for Tab", "skipped"),
            ("3 is its place for Tab", "first"),
            ("cannot be reached by keys", "hidden"),
            ("stands behind", "under"),
            ("cut off with letters apart", "tight"),
        ] {
            let mut lines = told.lines();
            assert!(
                lines.any(|line| line.contains(what) && line.contains(whose)),
                "{what}: {told}"
            );
        }
    }
}
