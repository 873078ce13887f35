//! What a page's `ctx` gives the layouts, as small as can be: the words are those of `ui.ftl`.

use omotenashi::web::{
    display::Display,
    ui::{flash::Flash, frame::FrameLink},
};
use std::{fs, sync::LazyLock};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    Ja,
    En,
}

impl Lang {
    pub fn code(self) -> &'static str {
        self.pick("ja", "en")
    }

    /// One of two.
    pub fn pick<T>(self, ja: T, en: T) -> T {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }

    /// One of two, owned.
    pub fn say(self, ja: &str, en: &str) -> String {
        self.pick(ja, en).to_owned()
    }

    /// A message of `ui.ftl`; `$count` and the like are filled in from pairs.
    pub fn word(self, id: &str, args: &[(&str, &str)]) -> String {
        static TEXTS: LazyLock<[String; 2]> = LazyLock::new(|| {
            ["ja", "en"].map(|code| {
                let root = env!("CARGO_MANIFEST_DIR");
                fs::read_to_string(format!("{root}/locales/{code}/ui.ftl")).unwrap()
            })
        });
        let text = self.pick(&TEXTS[0], &TEXTS[1]);
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "))
            .unwrap_or_else(|| unreachable!("ui.ftl has no {id}"));
        let mut said = line.replace("{ -brand }", "Omotenashi Connect");
        for (name, value) in args {
            said = said.replace(&format!("{{ ${name} }}"), value);
        }
        said
    }
}

#[derive(Clone, Copy)]
pub struct T(Lang);

impl T {
    pub fn ui_brand(self) -> String {
        self.0.word("ui-brand", &[])
    }
    pub fn ui_skip_to_content(self) -> String {
        self.0.word("ui-skip-to-content", &[])
    }
    pub fn ui_legal_pages(self) -> String {
        self.0.word("ui-legal-pages", &[])
    }
    pub fn ui_made_with(self) -> String {
        self.0.word("ui-made-with", &[])
    }
    pub fn ui_help_title(self) -> String {
        self.0.word("ui-help-title", &[])
    }
    pub fn ui_help_find_booking(self) -> String {
        self.0.word("ui-help-find-booking", &[])
    }
    pub fn ui_print(self) -> String {
        self.0.word("ui-print", &[])
    }
}

pub struct Ctx {
    pub t: T,
    pub lang: Lang,
    pub flash: Option<Flash>,
    /// Nobody is in anybody's place here.
    pub visit: Option<&'static str>,
    /// Nobody was signed in.
    pub is_brought: bool,
    /// So there is no way out.
    pub sign_out: Option<&'static str>,
    /// And nobody who runs it.
    pub house: Vec<FrameLink>,
    /// And as the device has it.
    pub display: Display,
    pub page: &'static str,
}

impl Ctx {
    pub fn of(lang: Lang, page: &'static str) -> Self {
        Self {
            t: T(lang),
            visit: None,
            is_brought: false,
            sign_out: None,
            house: Vec::new(),
            display: Display::default(),
            lang,
            flash: None,
            page,
        }
    }

    pub fn account_way(&self) -> Option<FrameLink> {
        None
    }

    pub fn other_lang_code(&self) -> &'static str {
        self.lang.pick("en", "ja")
    }

    pub fn other_lang_name(&self) -> &'static str {
        self.lang.pick("English", "日本語")
    }

    pub fn alternates(&self) -> [(&'static str, String); 1] {
        [(self.other_lang_code(), self.other_lang_url())]
    }

    pub fn other_lang_url(&self) -> String {
        format!("{}.{}.html", self.page, self.other_lang_code())
    }
}
