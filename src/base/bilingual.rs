//! What an owner wrote, in Japanese and perhaps in English.

use super::lang::Lang;

/// Text in two languages; a missing one is shown in the other, marked as such (UX 5.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// Text in some language: `lang` is given when it is not the page's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// The `lang` attribute that the fragment needs, or `None` when it is in the page's language.
    pub other_lang: Option<&'static str>,
}

impl Bilingual {
    /// Both texts.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ja: ja.into(),
            en: en.into(),
        }
    }

    /// The text for a reader of `lang`, falling back to the other language.
    pub fn text(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::Ja => (&self.ja, &self.en),
            Lang::En => (&self.en, &self.ja),
        };
        if own.is_empty() { other } else { own }
    }

    /// The text with the mark a page needs when it had to fall back.
    pub fn written(&self, lang: Lang) -> Written {
        let text = self.text(lang);
        let own = match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        };
        let other_lang = (own.is_empty() && !text.is_empty()).then(|| lang.other().code());
        Written {
            text: text.to_owned(),
            other_lang,
        }
    }

    /// Whether nothing was written in either.
    pub fn is_empty(&self) -> bool {
        self.ja.is_empty() && self.en.is_empty()
    }
}
