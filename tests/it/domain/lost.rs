//! A database server that was started anew leaves every connection of the pool dead. No visitor notices.

use crate::support::{
    app::{TestApp, TestOptions},
    sql,
};
use diesel::connection::SimpleConnection;

const END_ALL: &str = "
    select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database() and usename = session_user";

#[test]
fn connections_that_were_lost_are_nobodys_trouble() {
    let app = TestApp::start(TestOptions::default());
    for _ in 0..2 {
        // As many at once as there are connections, so that each of them has been made.
        std::thread::scope(|together| {
            for _ in 0..16 {
                together.spawn(|| assert_eq!(app.browser().visit("/ja").status, 200));
            }
        });
        sql::connect(app.database_url())
            .batch_execute(END_ALL)
            .unwrap();
        for _ in 0..16 {
            assert_eq!(app.browser().visit("/ja").status, 200);
        }
    }
}
