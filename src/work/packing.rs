//! A file of files that is packed piece by piece: what is done is handed on, and only a piece at a time is held.

use chrono::{Datelike, NaiveDateTime, Timelike};
use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};
use zip::{
    CompressionMethod, DateTime, ZipWriter,
    result::ZipResult,
    write::{SimpleFileOptions, StreamWriter},
};

/// So large a piece is.
const PIECE: usize = 1 << 20;

/// What was packed and not yet handed on.
#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<Vec<u8>>>);

impl Shelf {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Write for Shelf {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The file in the making.
pub(super) struct Packing {
    zip: ZipWriter<StreamWriter<Shelf>>,
    shelf: Shelf,
    at: DateTime,
}

impl Packing {
    /// Begins; everything in it is of this moment, in the time of the shop.
    pub fn new(wall: NaiveDateTime) -> Self {
        let shelf = Shelf::default();
        let small = |figure: u32| u8::try_from(figure).unwrap_or(0);
        let at = DateTime::from_date_and_time(
            u16::try_from(wall.year()).unwrap_or(1980),
            small(wall.month()),
            small(wall.day()),
            small(wall.hour()),
            small(wall.minute()),
            small(wall.second()),
        );
        Self {
            zip: ZipWriter::new_stream(shelf.clone()),
            shelf,
            at: at.unwrap_or_default(),
        }
    }

    /// Begins a file in it. What is packed already (a photograph) is only put in.
    pub fn file(&mut self, name: &str, is_packed: bool) -> ZipResult<()> {
        let how = match is_packed {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(how)
            .last_modified_time(self.at);
        self.zip.start_file(name, options)
    }

    /// Goes on with it.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.zip.write_all(bytes)
    }

    /// A piece that is done, if there is one.
    pub fn piece(&self) -> Option<Vec<u8>> {
        (self.shelf.len() >= PIECE).then(|| self.shelf.take())
    }

    /// Ends it, and gives the rest.
    pub fn end(self) -> ZipResult<Vec<u8>> {
        self.zip.finish()?;
        Ok(self.shelf.take())
    }
}
