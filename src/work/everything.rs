//! The file with everything that a business has, for an owner who takes it along (IM3). It is read and kept piece by piece, each in
//! a transaction of its own, so that neither the memory nor a connection is held by the size of a shop; whoever is killed in
//! between begins anew. Nothing in it comes from elsewhere: every piece is read in the scope of that business.

use super::{Shift, packing::Packing};
use crate::{
    base::{
        ids::{BusinessId, FileExportId},
        lang::Lang,
        time::local,
    },
    db::{self, TenantTx, run::house},
    domain::{
        bookings::{
            answer_files::{self, Keeper},
            lists::{self, Asked, List, Place},
        },
        businesses::{
            file_export::{self, Export},
            jobs::MakeExport,
            profile::{self, Profile},
        },
        customers::sheet::{self, Script},
    },
    i18n::{Words, columns},
    queue::{outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, NaiveDate, Utc};

/// What the tables are asked for at most: all of it.
const DAYS: [(i32, u32, u32); 2] = [(2000, 1, 1), (2200, 1, 1)];

/// Why it is not made.
#[derive(Debug, thiserror::Error)]
enum Failed {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] db::DbError),
    /// Nobody waits for it any more: somebody in it has asked to be forgotten.
    #[error("nobody waits for it any more")]
    Gone,
    /// It could not be packed.
    #[error(transparent)]
    Packing(#[from] zip::result::ZipError),
    /// The same.
    #[error(transparent)]
    Writing(#[from] std::io::Error),
    /// Photographs cannot be had just now.
    #[error(transparent)]
    Store(#[from] crate::media::StoreError),
    /// The menu could not be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Makes what a job asks for. When it was tried often enough, nothing is kept of it and the page says so.
pub(super) async fn make(shift: &Shift, job: &JobRow) -> Outcome {
    let asked = serde_json::from_value::<MakeExport>(job.payload_json.clone());
    let (Ok(asked), Some(business)) = (asked, job.business_id) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let why = match whole(shift, business, asked.export).await {
        Ok(()) | Err(Failed::Gone) => return Outcome::Done,
        Err(why) => why.to_string(),
    };
    if job.attempts < job.max_attempts {
        return Outcome::Retry(why);
    }
    let ended: db::Result<()> = shift
        .db
        .tenant(house(business), move |tx| {
            file_export::end(tx, asked.export, None)
        })
        .await;
    match ended {
        Ok(()) => Outcome::GiveUp(why),
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// What is known while it is made.
struct Making<'a> {
    shift: &'a Shift,
    business: BusinessId,
    export: Export,
    profile: Profile,
    packing: Packing,
    place: i32,
    size: i64,
}

async fn whole(shift: &Shift, business: BusinessId, id: FileExportId) -> Result<(), Failed> {
    type Begun = Option<(Export, Profile, DateTime<Utc>)>;
    let begun = shift.db.tenant(
        house(business),
        move |tx: &mut TenantTx<'_>| -> db::Result<Begun> {
            let found = (file_export::begin(tx, id)?, profile::own(tx)?);
            Ok(match found {
                (Some(export), Some(profile)) => Some((export, profile, tx.now())),
                _ => None,
            })
        },
    );
    let Some((export, profile, now)) = begun.await? else {
        return Ok(());
    };
    let wall = local(profile.zone, now);
    let mut making = Making {
        shift,
        business,
        packing: Packing::new(wall),
        export,
        profile,
        place: 0,
        size: 0,
    };
    for lang in Lang::ALL {
        let name = format!("README-{}.txt", lang.code());
        let text = read_me(lang, &making.profile, wall.date());
        making.file(&name, false)?;
        making.write(text.as_bytes()).await?;
    }
    for list in List::ALL {
        making.list(list).await?;
    }
    making.catalogue().await?;
    let shown = making
        .shift
        .db
        .read(house(business), lists::pictures)
        .await?;
    making.pictures(("photos", ""), shown).await?;
    let charted = making
        .shift
        .db
        .read(house(business), lists::chart_pictures)
        .await?;
    making.pictures(("charts", "private/"), charted).await?;
    making.answer_files().await?;
    making.end().await
}

impl Making<'_> {
    fn file(&mut self, name: &str, is_packed: bool) -> Result<(), Failed> {
        Ok(self.packing.file(name, is_packed)?)
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        self.packing.write(bytes)?;
        match self.packing.piece() {
            Some(piece) => self.keep(piece).await,
            None => Ok(()),
        }
    }

    async fn keep(&mut self, piece: Vec<u8>) -> Result<(), Failed> {
        let (id, place) = (self.export.id, self.place);
        self.size += i64::try_from(piece.len()).unwrap_or(0);
        self.place += 1;
        let kept = self.shift.db.tenant(house(self.business), move |tx| {
            file_export::put(tx, id, place, &piece)
        });
        let kept: db::Result<bool> = kept.await;
        match kept? {
            true => Ok(()),
            false => Err(Failed::Gone),
        }
    }

    async fn list(&mut self, list: List) -> Result<(), Failed> {
        let lang = Lang::from_code(&self.export.locale).unwrap_or(Lang::Ja);
        let (t, columns) = (Words::of(lang), list.columns());
        let script = Script::from_label(&self.export.script).unwrap_or(Script::Utf8);
        let [first, last] = DAYS.map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
        let asked = Asked {
            list,
            lang: lang.code(),
            zone: self.profile.zone.name(),
            first: first.unwrap_or_default(),
            last: last.unwrap_or_default(),
            names_guests: true,
            has_contacts: true,
        };
        self.file(&format!("{}.csv", list.id()), false)?;
        let names = columns::headings(t, columns, list == List::Customers);
        self.write(sheet::mark(script)).await?;
        self.write(&sheet::lines(&[names], script)).await?;
        let mut from = Some(Place::default());
        while let Some(place) = from {
            let asked = asked.clone();
            let read = self.shift.db.read(house(self.business), move |tx| {
                lists::piece(tx, &asked, place)
            });
            let read: db::Result<lists::Piece> = read.await;
            let read = read?;
            let lines = read.lines.into_iter();
            let rows: Vec<_> = lines
                .map(|cells| columns::line(t, columns, cells))
                .collect();
            self.write(&sheet::lines(&rows, script)).await?;
            from = read.next;
        }
        Ok(())
    }

    async fn catalogue(&mut self) -> Result<(), Failed> {
        let read = self
            .shift
            .db
            .read(house(self.business), lists::catalogue)
            .await?;
        self.file("catalogue.json", false)?;
        self.write(&serde_json::to_vec_pretty(&read)?).await
    }

    /// The widest of each. One whose file is gone is left out: the rest is worth having. Those of charts are in it because nobody
    /// takes it but an owner, who may read all that is written about guests.
    async fn pictures(
        &mut self,
        (folder, below): (&str, &str),
        pictures: Vec<(String, String, i32, String)>,
    ) -> Result<(), Failed> {
        for (name, picture, width, ending) in pictures {
            let file = format!("{}/{below}{picture}/{width}.{ending}", self.business);
            if let Some(bytes) = self.shift.store.get(&file).await? {
                self.file(&format!("{folder}/{name}"), true)?;
                self.write(&bytes).await?;
            }
        }
        Ok(())
    }

    /// What guests sent with their answers, one by one: together they are too much to hold.
    async fn answer_files(&mut self) -> Result<(), Failed> {
        let scope = house(self.business);
        let files = self.shift.db.read(scope, lists::answer_files).await?;
        for (id, booking, name) in files {
            let read = self.shift.db.read(house(self.business), move |tx| {
                answer_files::read(tx, Keeper::Booking(booking), id)
            });
            let read: db::Result<_> = read.await;
            // Somebody may have asked to be forgotten meanwhile.
            if let Some(file) = read? {
                self.file(&format!("answers/{name}"), true)?;
                self.write(&file.bytes).await?;
            }
        }
        Ok(())
    }

    async fn end(mut self) -> Result<(), Failed> {
        let rest = std::mem::replace(&mut self.packing, Packing::new(Default::default())).end()?;
        self.keep(rest).await?;
        let (id, size) = (self.export.id, self.size);
        let ended = self.shift.db.tenant(house(self.business), move |tx| {
            file_export::end(tx, id, Some(size))
        });
        let ended: db::Result<()> = ended.await;
        Ok(ended?)
    }
}

/// What is in it, file by file, in a language.
fn read_me(lang: Lang, profile: &Profile, day: NaiveDate) -> String {
    let t = Words::of(lang);
    let name = profile.name.text(lang).to_owned();
    let lists = List::ALL.map(|list| {
        let about = t.of_family("files-about", list.id());
        let file = format!("{}.csv", list.id());
        t.files_readme_line(about, file, t.of_family("files-list", list.id()))
    });
    let rest = [
        t.files_readme_catalogue(),
        t.files_readme_photos(),
        t.files_readme_answers(),
        t.files_readme_charts(),
        String::new(),
        t.files_readme_letters(),
        t.files_readme_care(),
    ];
    let head = [t.files_readme_title(t.date(day), name), String::new()];
    let lines: Vec<String> = head.into_iter().chain(lists).chain(rest).collect();
    format!("\u{FEFF}{}\r\n", lines.join("\r\n"))
}
