//! What can be had besides a service, as forms ask for it: one question a group, read from boxes with names of their own or
//! from one field that carries all of it.

use super::Errors;
use crate::{
    base::ids::{OptionGroupId, OptionId},
    domain::catalog::option::{Extra, OptionGroup},
    web::{
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
        },
    },
};
use std::collections::HashMap;

/// How the names of boxes of options begin.
const PICK: &str = "pick-";
/// More are never had besides.
const MOST: usize = 50;

/// What was chosen: as one field carries it and, from the boxes of a form, one by one.
pub fn typed_options(listed: &str, picks: &HashMap<String, String>) -> Vec<OptionId> {
    let boxes = picks.iter().filter(|(name, _)| name.starts_with(PICK));
    let boxes = boxes.map(|(_, value)| value.as_str());
    let ids = listed.split(',').chain(boxes);
    let mut ids: Vec<OptionId> = ids.filter_map(|id| id.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(MOST);
    ids
}

/// The name of the question of a group.
pub fn option_box(group: OptionGroupId) -> String {
    format!("{PICK}{group}")
}

/// The question of a group, with what is chosen of it and what is wrong with that.
pub fn option_field(
    ctx: &PageCtx,
    group: &OptionGroup,
    chosen: &dyn Fn(&Extra) -> bool,
    errors: &Errors,
) -> ChoiceField {
    let t = ctx.t;
    let name = option_box(group.id);
    let is_any = group.options.iter().any(chosen);
    let none = (group.is_single && !group.is_required).then(|| Choice {
        label: t.form_option_none(),
        chosen: !is_any,
        ..Choice::default()
    });
    let each = group.options.iter().map(|extra| Choice {
        label_lang: None,
        // Boxes are each answered by themselves; of radios one is.
        name: (!group.is_single).then(|| format!("{PICK}{}", extra.id)),
        value: extra.id.to_string(),
        label: extra.name.text(ctx.lang).to_owned(),
        note: (extra.minutes > 0).then(|| {
            let minutes = u32::try_from(extra.minutes).unwrap_or(0);
            t.form_option_minutes(t.length(minutes))
        }),
        aside: Some(match extra.price {
            0 => t.form_option_free(),
            price => t.form_option_price(t.yen(price)),
        }),
        wrong: None,
        chosen: chosen(extra),
    });
    ChoiceField {
        legend: group.name.text(ctx.lang).to_owned(),
        several: !group.is_single,
        mark: if group.is_required {
            Mark::required(t.ui_required())
        } else {
            Mark::optional(t.ui_optional())
        },
        options: none.into_iter().chain(each).collect(),
        complaint: errors.of(&name, t),
        name,
        ..ChoiceField::default()
    }
}
