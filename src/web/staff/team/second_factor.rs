//! Whether everybody who works here needs a second factor, besides the owners, who do anyway: the owner decides.

use crate::{
    base::ids::ProofId,
    db::{PlatformTx, TenantTx},
    domain::{
        businesses::{
            member::Member,
            role::{Right, StaffRole},
            second_factor,
        },
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The rule, on the page of the team.
#[derive(Template)]
#[template(path = "staff/team/second_factor.html")]
pub struct Rule<'a> {
    ctx: &'a PageCtx,
    state: String,
    change: PostButton,
}

impl HtmlSafe for Rule<'_> {}

/// What is wished.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RuleForm {
    csrf: String,
    demanded: String,
}

/// Decides.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<RuleForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let list = links::team(ctx.lang, &path.1, "");
    signed_in.still_fresh(&site, &list)?;
    let demanded = form.0.demanded == "yes";
    let wish = (path.1.as_str(), Right::ManageTeam);
    let steps = (
        move |tx: &mut PlatformTx<'_>, member: &Member| -> std::result::Result<(), Error> {
            if member.role != StaffRole::Owner {
                return Err(Error::Forbidden);
            }
            if !demanded {
                return Ok(());
            }
            let about = Some(ProofId(member.business.0));
            for person in second_factor::without(tx, member.business)? {
                let notice = Notice::to(&person, Kind::FactorDemanded);
                personal::send(tx, &Notice { about, ..notice })?;
            }
            Ok(())
        },
        move |tx: &mut TenantTx<'_>, _: &AtWork, (): &()| {
            second_factor::demand(tx, demanded).map_err(Error::from)
        },
    );
    member::enter_after(&site, &ctx, &signed_in, wish, steps).await??;
    site.wake.notify_one();
    let said = match demanded {
        true => Said::FactorDemanded,
        false => Said::FactorOptional,
    };
    Ok(flash::say(ctx.see_other(&list)?, said))
}

impl<'a> Rule<'a> {
    /// How it stands, and the way to the other.
    pub(super) fn of(
        ctx: &'a PageCtx,
        at: &AtWork,
        since: Option<DateTime<Utc>>,
        moments: Moments,
    ) -> Self {
        let t = ctx.t;
        let (state, label, wish) = match since {
            Some(since) => (
                t.team_factor_since(moments.moment(since)),
                t.team_factor_stop(),
                "no",
            ),
            None => (t.team_factor_optional(), t.team_factor_demand(), "yes"),
        };
        Self {
            ctx,
            state,
            change: PostButton {
                label,
                form: PostForm {
                    action: links::team(ctx.lang, &at.profile.slug, "second-factor"),
                    hidden: vec![
                        ("csrf".to_owned(), ctx.csrf.clone()),
                        ("demanded".to_owned(), wish.to_owned()),
                    ],
                },
                voice: Voice::Quiet,
                ..PostButton::default()
            },
        }
    }
}
