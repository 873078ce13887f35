//! The settings: what a real site does not start with.

use omotenashi::config::Config;

/// The variables that are complained about when a real site has these beside what it must have.
fn refused(name: &str, value: &str) -> Vec<String> {
    let all = [
        (name, value),
        ("OC_ENV", "production"),
        ("OC_SECRET", "0123456789abcdef0123456789abcdef"),
        ("DATABASE_URL", "postgres://x@127.0.0.1/x"),
    ];
    let read = Config::read(&|asked| {
        let found = all.iter().find(|(known, _)| *known == asked);
        found.map(|(_, value)| (*value).to_owned())
    });
    let errors = read.err().unwrap_or_default();
    errors.into_iter().map(|error| error.name).collect()
}

#[test]
fn a_real_site_is_reached_by_https_or_from_its_own_machine() {
    for fine in [
        "https://yoyaku.example",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://[::1]:8080",
    ] {
        assert!(refused("OC_PUBLIC_URL", fine).is_empty(), "{fine}");
    }
    for open in [
        "http://yoyaku.example",
        "http://192.168.0.9:8080",
        "http://localhost.example",
    ] {
        assert_eq!(refused("OC_PUBLIC_URL", open), ["OC_PUBLIC_URL"], "{open}");
    }
}

#[test]
fn a_database_elsewhere_is_asked_for_its_certificate() {
    for fine in [
        "postgres://x:y@localhost/x",
        "postgres://x@%2Fvar%2Frun%2Fpostgresql/x",
        "postgres:///x?host=/var/run/postgresql",
        "postgres://x@db:5432/x",
        "postgres://x@10.0.0.4/x",
        "postgres://x@[fd00::4]:5432/x",
        "host=/run/postgresql dbname=x",
        "postgres://x:y@db.example.com/x?sslmode=verify-full",
    ] {
        assert!(refused("DATABASE_URL", fine).is_empty(), "{fine}");
    }
    for open in [
        "postgres://x:y@db.example.com/x",
        "postgres://x:y@db.example.com:5432/x?sslmode=require",
        "postgres://x:y@203.0.113.9/x?sslmode=prefer",
        "postgres://x@localhost,db.example.com:5432/x",
        "postgres:///x?host=db.example.com",
        "host=db.example.com user=x",
        "postgres://x@[2001:db8::4]:5432/x",
    ] {
        assert_eq!(refused("DATABASE_URL", open), ["DATABASE_URL"], "{open}");
    }
}

#[test]
fn letters_leave_the_own_network_in_an_envelope_alone() {
    for fine in [
        "smtps://x:y@mail.example.com",
        "smtp://x:y@mail.example.com:587?tls=required",
        "smtp://localhost:25",
        "smtp://relay:25",
    ] {
        assert!(refused("OC_SMTP_URL", fine).is_empty(), "{fine}");
    }
    for open in [
        "smtp://x:y@mail.example.com:587",
        "smtp://mail.example.com?tls=opportunistic",
        "smtp://203.0.113.9:25",
    ] {
        assert_eq!(refused("OC_SMTP_URL", open), ["OC_SMTP_URL"], "{open}");
    }
}
