//! An address as its reader's language has it.

use crate::{base::lang::Lang, domain::businesses::profile::Address, web::page::PageCtx};

/// An address in the order of the reader's language.
pub fn address(ctx: &PageCtx, address: &Address) -> String {
    match ctx.lang {
        Lang::En if !address.english.is_empty() => address.english.clone(),
        Lang::Ja | Lang::En => {
            let line = format!(
                "{}{}{} {}",
                address.prefecture, address.city, address.street, address.building
            );
            let postal = if address.postal_code.is_empty() {
                String::new()
            } else {
                ctx.t.postal_code(&address.postal_code)
            };
            format!("{postal} {line}").trim().to_owned()
        }
    }
}
