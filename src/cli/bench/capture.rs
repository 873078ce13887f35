//! The very statements of a page, for pgbench: the site is asked once while the database server writes down what it is
//! told, and that becomes a script with the same transactions, role and row security.

use super::{
    flows::{Task, Work},
    guest::Guest,
    place::Place,
    rows::Row,
    stage::Stage,
};
use diesel::{PgConnection, connection::SimpleConnection};
use std::{collections::BTreeMap, fs, sync::Arc, thread::sleep, time::Duration};

const WRITE_DOWN: [&str; 4] = [
    "alter system set log_statement = 'all'",
    "alter system set log_parameter_max_length = -1",
    "alter system set log_error_verbosity = 'default'",
    "select pg_reload_conf()",
];

const STOP_WRITING: [&str; 4] = [
    "alter system reset log_statement",
    "alter system reset log_parameter_max_length",
    "alter system reset log_error_verbosity",
    "select pg_reload_conf()",
];

/// Asks for a row's page once and gives the statements it sent, each ended by a semicolon.
pub async fn statements_of(place: &Place, stage: &Arc<Stage>, row: Row) -> Result<String, String> {
    let work = Work::new(stage, Task::Row(row));
    let mut guest = Guest::come(&stage.server.address).await?;
    // What is remembered between requests is known from here on, as in a run.
    for _ in 0..16 {
        work.once(&mut guest).await?;
    }
    let conn = &mut place.as_superuser(&stage.database)?;
    say(conn, &WRITE_DOWN)?;
    let before = fs::metadata(place.log())
        .map_err(|error| error.to_string())?
        .len();
    let done = work.once(&mut guest).await;
    // The server's log goes through a pipe.
    sleep(Duration::from_millis(50));
    let log = fs::read(place.log()).map_err(|error| error.to_string())?;
    say(conn, &STOP_WRITING)?;
    done?;
    let start = usize::try_from(before).unwrap_or(usize::MAX);
    let script = script(&String::from_utf8_lossy(
        log.get(start..).unwrap_or_default(),
    ));
    if script.is_empty() {
        Err(format!("{}: no statement was written down", row.code()))
    } else {
        Ok(script)
    }
}

fn say(conn: &mut PgConnection, statements: &[&str]) -> Result<(), String> {
    for statement in statements {
        conn.batch_execute(statement)
            .map_err(|error| error.to_string())?;
    }
    // Every process of the server takes up new settings before its next statement, once it has been told.
    sleep(Duration::from_millis(200));
    Ok(())
}

/// A statement as the log has it, with its values.
#[derive(Default)]
struct Written {
    text: String,
    /// As the log has them; a value may have several lines.
    parameters: Option<String>,
}

/// A script out of lines of a log: `… [number] LOG:  execute name: text`, its further lines begun with a tab, and then
/// `… [number] DETAIL:  parameters: $1 = '…', $2 = NULL`. Only whole transactions are taken, and not those of the night
/// shift, which goes on meanwhile.
pub fn script(log: &str) -> String {
    let mut open: BTreeMap<&str, Vec<Written>> = BTreeMap::new();
    let (mut speaking, mut whole) = ("", String::new());
    for line in log.lines() {
        if let Some(rest) = line.strip_prefix('\t') {
            if let Some(last) = open.get_mut(speaking).and_then(|all| all.last_mut()) {
                let open = last.parameters.as_mut().unwrap_or(&mut last.text);
                open.push('\n');
                open.push_str(rest);
            }
            continue;
        }
        let Some((number, said)) = line
            .split_once(" [")
            .and_then(|(_, rest)| rest.split_once("] "))
        else {
            continue;
        };
        speaking = number;
        if let Some(parameters) = said.strip_prefix("DETAIL:  parameters: ") {
            if let Some(last) = open.get_mut(number).and_then(|all| all.last_mut()) {
                last.parameters = Some(parameters.to_owned());
            }
            continue;
        }
        let Some(text) = statement(said) else {
            speaking = "";
            continue;
        };
        if text.starts_with("BEGIN") {
            open.insert(number, Vec::new());
        }
        if let Some(all) = open.get_mut(number) {
            all.push(Written {
                text: text.to_owned(),
                parameters: None,
            });
        }
        if text == "COMMIT" {
            let all = open.remove(number).unwrap_or_default();
            let is_at_night = |one: &Written| {
                ["queue_jobs", "notification_logs"]
                    .iter()
                    .any(|table| one.text.contains(table))
            };
            if !all.iter().any(is_at_night) {
                whole.extend(all.iter().map(|one| format!("{};\n", one.filled())));
            }
        }
    }
    whole
}

impl Written {
    fn filled(&self) -> String {
        let values = self.parameters.as_deref().map(literals);
        filled(&self.text, &values.unwrap_or_default())
    }
}

/// The statement in `LOG:  statement: …` or `LOG:  execute name: …`.
fn statement(said: &str) -> Option<&str> {
    let (how, text) = said.strip_prefix("LOG:  ")?.split_once(": ")?;
    (how == "statement" || how.starts_with("execute ")).then_some(text)
}

/// The values of `$1 = 'a', $2 = NULL`, as they can stand in SQL.
fn literals(parameters: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = parameters;
    while let Some((_, after)) = rest.split_once(" = ") {
        let Some(text) = after.strip_prefix('\'') else {
            values.push("NULL".to_owned());
            rest = after.split_once(", ").map_or("", |(_, rest)| rest);
            continue;
        };
        let mut value = String::new();
        let mut letters = text.char_indices().peekable();
        rest = "";
        while let Some((place, letter)) = letters.next() {
            if letter != '\'' {
                value.push(letter);
            } else if letters.next_if(|(_, next)| *next == '\'').is_some() {
                value.push('\'');
            } else {
                rest = text.get(place + 1..).unwrap_or_default();
                break;
            }
        }
        values.push(literal(&value));
    }
    values
}

/// A value in quotes. A colon would be a variable to pgbench, so it is written by its number, and a line of its own could be a command.
fn literal(value: &str) -> String {
    let quoted = value
        .replace('\\', "\\\\")
        .replace('\'', "''")
        .replace(':', "\\x3a")
        .replace('\n', "\\n");
    if quoted.contains('\\') {
        format!("E'{quoted}'")
    } else {
        format!("'{quoted}'")
    }
}

/// The statement with its values in their places, the last number first, so that `$1` is not found in `$12`.
fn filled(text: &str, values: &[String]) -> String {
    let numbered = values.iter().enumerate().rev();
    numbered.fold(text.to_owned(), |text, (place, value)| {
        text.replace(&format!("${}", place + 1), value)
    })
}
