//! A constraint is the last word on a rule that two people can break at once: by its name it becomes a refusal.

use diesel::result::{
    DatabaseErrorKind::{ExclusionViolation, UniqueViolation},
    Error, QueryResult,
};

/// Whether `result` was refused by the constraint or unique index `name`.
pub fn broke<T>(result: &QueryResult<T>, name: &str) -> bool {
    matches!(result, Err(Error::DatabaseError(UniqueViolation | ExclusionViolation, about)) if about.constraint_name() == Some(name))
}

/// Turns the breach of the constraint `name` into the caller's refusal; every other failure passes as it is.
pub fn on_constraint<T, E: From<Error>>(
    result: QueryResult<T>,
    name: &str,
    refusal: impl FnOnce() -> E,
) -> Result<T, E> {
    if broke(&result, name) {
        Err(refusal())
    } else {
        result.map_err(E::from)
    }
}
