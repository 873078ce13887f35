//! SQL forms of our enums: a Rust enum with the labels of a PostgreSQL one.

/// Declares an enum and its SQL form: `pg_enum! { /// … Name as sql::Type { First = "first", … } }`.
#[macro_export]
macro_rules! pg_enum {
    ($(#[$meta:meta])* $name:ident as $sql:path { $($(#[$variant_meta:meta])* $variant:ident = $label:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::FromSqlRow,
        )]
        #[diesel(sql_type = $sql)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// The label in the database.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// The value of a label, if there is one.
            pub fn from_label(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$variant),)+ _ => None }
            }
        }

        impl diesel::deserialize::FromSql<$sql, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                let label = std::str::from_utf8(value.as_bytes())?;
                Self::from_label(label).ok_or_else(|| format!("unknown label {label}").into())
            }
        }

        impl diesel::serialize::ToSql<$sql, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                std::io::Write::write_all(out, self.label().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }
    };
}

/// Lets an enum of the database be kept in a document, by its label.
#[macro_export]
macro_rules! pg_enum_in_json {
    ($name:ty) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.label())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let label =
                    <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                Self::from_label(&label).ok_or_else(|| serde::de::Error::custom("unknown label"))
            }
        }
    };
}
