//! What the pages of the team share: the names of roles and columns, and their questions.

use crate::{
    base::ids::ResourceId,
    domain::{
        businesses::role::{Right, StaffRole},
        scheduling::resource::Resource,
    },
    web::{
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{choice_field::Choice, select_field::SelectField},
    },
};

/// What whoever comes to these pages needs.
pub const RIGHT: Right = Right::ManageTeam;

/// A role in one word.
pub fn role(ctx: &PageCtx, role: StaffRole) -> String {
    ctx.t.of_family("accounts-role", &role.id())
}

/// The roles that somebody may give.
pub fn roles(at: &AtWork) -> impl Iterator<Item = StaffRole> {
    let own = at.member.role;
    StaffRole::ALL
        .into_iter()
        .filter(move |role| own.decides_about(*role))
}

/// Which role. Without one that was chosen before, none is chosen.
pub fn role_field(ctx: &PageCtx, at: &AtWork, chosen: &str, errors: &Errors) -> SelectField {
    let none = Choice {
        label: ctx.t.desk_choose(),
        ..Choice::default()
    };
    let known = roles(at).any(|role| role.label() == chosen);
    let options = roles(at).map(|one| Choice {
        value: one.label().to_owned(),
        label: role(ctx, one),
        chosen: one.label() == chosen,
        ..Choice::default()
    });
    SelectField {
        name: "role".to_owned(),
        label: ctx.t.team_role(),
        options: (!known)
            .then_some(none)
            .into_iter()
            .chain(options)
            .collect(),
        complaint: errors.of("role", ctx.t),
        ..SelectField::default()
    }
}

/// Which column of the calendar.
pub fn column_field(
    ctx: &PageCtx,
    resources: &[Resource],
    chosen: &str,
    errors: &Errors,
) -> SelectField {
    let none = Choice {
        label: ctx.t.team_no_column(),
        ..Choice::default()
    };
    let columns = resources
        .iter()
        .filter(|one| one.kind.is_person())
        .map(|one| Choice {
            value: one.id.to_string(),
            label: one.name.text(ctx.lang).to_owned(),
            chosen: one.id.to_string() == chosen,
            ..Choice::default()
        });
    SelectField {
        name: "column".to_owned(),
        label: ctx.t.team_field_column(),
        options: std::iter::once(none).chain(columns).collect(),
        complaint: errors.of("column", ctx.t),
        ..SelectField::default()
    }
}

/// The column that was chosen: nobody's, somebody's who serves here, or `Err` where there is no such column.
pub fn column(resources: &[Resource], typed: &str) -> Result<Option<ResourceId>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    resources
        .iter()
        .find(|one| one.kind.is_person() && one.id.to_string() == typed)
        .map(|one| Some(one.id))
        .ok_or(())
}

/// Whose column it is.
pub fn column_name(ctx: &PageCtx, resources: &[Resource], column: Option<ResourceId>) -> String {
    let found = resources.iter().find(|one| Some(one.id) == column);
    found.map_or_else(
        || ctx.t.team_column_none(),
        |one| ctx.t.team_column(one.name.text(ctx.lang)),
    )
}
