//! Somebody who works at a business. Who does not is told that there is nothing here; who does, and may not do what they
//! ask for, is told so. Nobody passes without the right being named.

use crate::{
    base::{
        ids::{DeviceId, UserId},
        time::local,
    },
    db::{self, Access, Actor, PlatformTx, Refusal, Scope, TenantTx},
    domain::{
        bookings::news,
        businesses::{
            device,
            member::{self, Member},
            profile::{self, Profile},
            role::{Right, StaffRole},
        },
        scheduling::time_off,
    },
    web::{error::Error, page::PageCtx, session::SignedIn, site::Site},
};

/// A member at work.
#[derive(Clone, Debug)]
pub struct AtWork {
    /// The seat.
    pub member: Member,
    /// The business.
    pub profile: Profile,
    /// How many requests for time off wait for them to decide.
    pub waiting: usize,
    /// How much of what guests did is new to them, on pages of the back office; nothing elsewhere, where every statement counts.
    pub news: i64,
}

/// Reads in the business of a slug as the signed-in person, who needs the right to; PostgreSQL refuses a write.
pub async fn look<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, Right),
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    look_with(site, ctx, signed_in, (wish.0, &[wish.1]), work).await
}

/// Reads as [`look`] does, for somebody who needs several rights to.
pub async fn look_with<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, &[Right]),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let steps = (
        |_: &mut PlatformTx<'_>, _: &Member| Ok(()),
        move |tx: &mut TenantTx<'_>, at: &AtWork, (): &()| work(tx, at),
    );
    pass(site, Access::Read, (ctx, signed_in, wish), steps).await
}

/// Reads as [`look`] does, after what has to be read outside all businesses: of people's accounts.
pub async fn look_after<T, A, E, H, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, Right),
    steps: (H, F),
) -> Result<Result<T, E>, Error>
where
    H: FnMut(&mut PlatformTx<'_>, &Member) -> Result<A, E> + Send + 'static,
    F: FnMut(&mut TenantTx<'_>, &AtWork, &A) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    A: Send + 'static,
    E: Refusal,
{
    let wish = (wish.0, &[wish.1][..]);
    pass(site, Access::Read, (ctx, signed_in, wish), steps).await
}

/// Works in the business of a slug as the signed-in person, who needs the right to, in one transaction.
pub async fn enter<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, Right),
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    enter_with(site, ctx, signed_in, (wish.0, &[wish.1]), work).await
}

/// Works as [`enter`] does, for somebody who needs several rights to.
pub async fn enter_with<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, &[Right]),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let steps = (
        |_: &mut PlatformTx<'_>, _: &Member| Ok(()),
        move |tx: &mut TenantTx<'_>, at: &AtWork, (): &()| work(tx, at),
    );
    pass(site, Access::Write, (ctx, signed_in, wish), steps).await
}

/// Works in the business of a slug as the signed-in person, who needs the right to, in one transaction that begins outside
/// all businesses: with what it has to do with people's accounts.
pub async fn enter_after<T, A, E, H, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    wish: (&str, Right),
    steps: (H, F),
) -> Result<Result<T, E>, Error>
where
    H: FnMut(&mut PlatformTx<'_>, &Member) -> Result<A, E> + Send + 'static,
    F: FnMut(&mut TenantTx<'_>, &AtWork, &A) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    A: Send + 'static,
    E: Refusal,
{
    let wish = (wish.0, &[wish.1][..]);
    pass(site, Access::Write, (ctx, signed_in, wish), steps).await
}

/// What came of it behind the door.
enum Passed<T> {
    Nothing,
    Refused,
    Done(T),
}

async fn pass<T, A, E, H, F>(
    site: &Site,
    access: Access,
    (ctx, signed_in, (slug, rights)): (&PageCtx, &SignedIn, (&str, &[Right])),
    (mut outside, mut work): (H, F),
) -> Result<Result<T, E>, Error>
where
    H: FnMut(&mut PlatformTx<'_>, &Member) -> Result<A, E> + Send + 'static,
    F: FnMut(&mut TenantTx<'_>, &AtWork, &A) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    A: Send + 'static,
    E: Refusal,
{
    let device = signed_in.device;
    let (user, slug, request) = (signed_in.user, slug.to_owned(), ctx.request.clone());
    let (behind, rights) = (signed_in.behind, rights.to_vec());
    let in_office = access == Access::Read && rights.iter().any(|one| one.is_of_the_back_office());
    let answer = site
        .db
        .enter(
            access,
            move |tx| -> Result<_, E> {
                let Some(mut member) = member::find(tx, user, &slug).map_err(E::from)? else {
                    return Ok(None);
                };
                if let Some(device) = device {
                    // A tablet is of one shop, and only as long as that shop wants it.
                    if !device::is_living(tx, member.business, device).map_err(E::from)? {
                        return Ok(None);
                    }
                    member.rights = member.rights.on_a_shop_device();
                    member.elsewhere.clear();
                }
                let found = match rights.iter().all(|right| member.may(*right)) {
                    true => Some(outside(tx, &member)?),
                    false => None,
                };
                Ok(Some((
                    scope(&member, user, &request, behind),
                    (member, found),
                )))
            },
            move |tx, (member, found)| {
                let Some(found) = found else {
                    return Ok(Passed::Refused);
                };
                let Some(profile) = profile::own(tx).map_err(E::from)? else {
                    return Ok(Passed::Nothing);
                };
                let waiting = match member.may(Right::ManageSchedule) {
                    true => time_off::waiting(tx, local(profile.zone, tx.now()).date()),
                    false => Ok(0),
                };
                let news = match in_office && member.may(Right::ManageBusiness) {
                    true => news::unread(tx, user),
                    false => Ok(0),
                };
                let at = AtWork {
                    news: news.map_err(E::from)?,
                    member: member.clone(),
                    profile,
                    waiting: waiting.map_err(E::from)?,
                };
                work(tx, &at, found).map(Passed::Done)
            },
        )
        .await;
    match answer {
        Ok(Some(Passed::Done(value))) => Ok(Ok(value)),
        Ok(Some(Passed::Refused)) => Err(Error::Forbidden),
        Ok(Some(Passed::Nothing) | None) => Err(nothing(site, device).await),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// There is nothing here; on a tablet that its shop has taken off the list, that.
async fn nothing(site: &Site, device: Option<DeviceId>) -> Error {
    let Some(device) = device else {
        return Error::NotFound;
    };
    let revoked: db::Result<bool> = site
        .db
        .platform(move |tx| device::is_revoked(tx, device))
        .await;
    match revoked {
        Ok(true) => Error::DeviceRevoked,
        Ok(false) => Error::NotFound,
        Err(error) => error.into(),
    }
}

fn scope(member: &Member, user: UserId, request: &str, behind: Option<UserId>) -> Scope {
    let actor = Actor::Member {
        user,
        owner: member.role == StaffRole::Owner,
    };
    Scope {
        request: request.to_owned(),
        behind,
        ..Scope::new(member.business, actor)
    }
}
