//! Money owed and received. As yet nothing is paid here; what may stand in the tables is shown and forgotten like the rest.

pub mod own;
