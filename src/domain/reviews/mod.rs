//! What guests say after a visit. As yet nobody writes any; what may stand in the table is shown and forgotten like the rest.

pub mod own;
