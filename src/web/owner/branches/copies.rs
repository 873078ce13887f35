//! What another shop begins with: copies of what this one has, as its owner ticks them. Nothing is copied that is about
//! people: no guests, no team, no bookings.

use crate::{
    base::time::local,
    db::{self, EditError, TenantTx},
    domain::{
        businesses::{
            hours::{self, WeeklyHours},
            legal_card::{self, LegalCard},
            profile_card::{self, OwnProfile, ProfileCard},
            rules_card::{self, RulesCard},
        },
        catalog::copy::{self, Menu},
        scheduling::class_copy::{self, Classes},
        scheduling::table_copy::{self, Tables},
    },
    web::gate::member::AtWork,
};

/// What can be ticked, in the order of the form.
pub(super) const COPIES: [&str; 6] = ["menu", "policies", "tables", "hours", "rules", "legal"];

/// What was ticked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted(pub [bool; COPIES.len()]);

impl Wanted {
    fn has(self, what: &str) -> bool {
        let each = COPIES.iter().zip(self.0);
        each.into_iter()
            .any(|(known, ticked)| *known == what && ticked)
    }
}

/// What this shop has.
#[derive(Clone, Debug)]
pub(super) struct Originals {
    menu: Menu,
    classes: Classes,
    tables: Tables,
    week: Vec<WeeklyHours>,
    rules: RulesCard,
    legal: LegalCard,
    profile: OwnProfile,
}

/// Reads all of it.
pub(super) fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Originals> {
    Ok(Originals {
        menu: copy::read(tx)?,
        classes: class_copy::read(tx)?,
        tables: table_copy::read(tx)?,
        week: at.profile.week.to_vec(),
        rules: rules_card::read(tx)?,
        legal: legal_card::read(tx)?,
        profile: profile_card::read(tx)?,
    })
}

/// Writes what is wanted of it into a shop that has nothing yet. The colour and the words about the shop go along with the
/// rules.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    originals: &Originals,
    wanted: Wanted,
) -> Result<(), EditError> {
    if wanted.has("menu") {
        let services = copy::write(tx, &originals.menu)?;
        class_copy::write(tx, &originals.classes, &services)?;
    } else if wanted.has("policies") {
        copy::write_policies(tx, &originals.menu)?;
    }
    if wanted.has("tables") {
        table_copy::write(tx, &originals.tables)?;
    }
    if wanted.has("hours") && !originals.week.is_empty() {
        let today = local(chrono_tz::Tz::Asia__Tokyo, tx.now()).date();
        hours::set(tx, today, &originals.week)?;
    }
    if wanted.has("rules") {
        let own = rules_card::read(tx)?;
        rules_card::save(tx, &originals.rules, &own.version())?;
        looks(tx, &originals.profile)?;
    }
    if wanted.has("legal") {
        let own = legal_card::read(tx)?;
        legal_card::save(tx, &originals.legal, &own.version())?;
    }
    Ok(())
}

/// The colour, the words about the shop, and where guests may write to.
fn looks(tx: &mut TenantTx<'_>, profile: &OwnProfile) -> Result<(), EditError> {
    let own = profile_card::read(tx)?;
    let version = own.version();
    let both = OwnProfile {
        accent: profile.accent.clone(),
        card: ProfileCard {
            description_ja: profile.card.description_ja.clone(),
            description_en: profile.card.description_en.clone(),
            email: profile.card.email.clone(),
            ..own.card
        },
    };
    profile_card::save(tx, &both, &version)
}
