//! Who asks, from the first look at a request to its answer: so that whatever is changed outside all businesses, where no
//! gate hands a scope along, stands in the audit trail with its request and its person all the same.

use crate::base::ids::UserId;
use std::{cell::Cell, future::Future};

tokio::task_local! {
    static ASKING: Asking;
}

struct Asking {
    request: String,
    user: Cell<Option<UserId>>,
}

/// Works for the request of this number.
pub async fn within<F: Future>(request: String, work: F) -> F::Output {
    let asking = Asking {
        request,
        user: Cell::new(None),
    };
    ASKING.scope(asking, work).await
}

/// From now on the request is known to be this person's.
pub fn is_by(user: UserId) {
    // Outside requests nobody asks.
    let _nobody = ASKING.try_with(|asking| asking.user.set(Some(user)));
}

/// The request and the person, as a scope of the database wants them; empty where there is none.
pub(super) fn who() -> (String, String) {
    let who = ASKING.try_with(|asking| {
        let user = asking.user.get().map(|user| user.to_string());
        (asking.request.clone(), user.unwrap_or_default())
    });
    who.unwrap_or_default()
}
