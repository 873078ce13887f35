//! What the five people are answered, where many addresses answer alike.

/// Method, address, answers.
pub type Row = (&'static str, &'static str, [u16; 5]);

/// Something of the back office that Aoi does not have; Ben, who serves, is not asked further.
pub const NOT_THERE: [u16; 5] = [404, 403, 404, 404, 303];
/// A page behind the counter: for those who work there; for others there is nothing, and strangers may sign in.
pub const DESK: [u16; 5] = [200, 200, 404, 404, 303];
/// A page behind the counter to which Ben, who serves, has no right.
pub const RIGHT: [u16; 5] = [200, 403, 404, 404, 303];
/// A form behind the counter without its key.
pub const KEYLESS: [u16; 5] = [403, 403, 403, 403, 303];
/// A page of one's own: for everybody with an account.
pub const OWN: [u16; 5] = [200, 200, 200, 200, 303];
/// Something of somebody's own that none of the five has.
pub const NOT_THEIRS: [u16; 5] = [404, 404, 404, 404, 303];
/// A page that there is for nobody of the five; strangers may sign in.
pub const NOBODY: [u16; 5] = [404, 404, 404, 404, 303];
/// A page for whoever is signed in.
pub const MEMBERS: [u16; 5] = [200, 200, 200, 200, 303];
/// A page for the owner alone.
pub const OWNER: [u16; 5] = [200, 404, 404, 404, 303];
/// The same, where the owner is sent on.
pub const SENT_ON: [u16; 5] = [303, 404, 404, 404, 303];
/// A screen of the opening of a shop that is open: its owner is sent to the back office, and Ben has no right to it.
pub const OPENED: [u16; 5] = [303, 403, 404, 404, 303];
